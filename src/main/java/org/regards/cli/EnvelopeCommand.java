package org.regards.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.outbox.Addressees.Addressing;
import org.regards.pdf.AddressPrint;
import org.regards.pdf.Addressed;
import org.regards.pdf.EnvelopePrinter;
import org.regards.postal.Envelope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards envelope}. */
@Command(
    name = "envelope",
    description = "Print the envelopes of letters: your address and the recipient's, a page each.",
    footer = {
      "",
      "Each envelope has the size of its page; feed the printer with envelopes of that size."
          + " Without",
      "--size a card gets the envelope it is made for, a letter the one it is folded for.",
      "",
      "Examples:",
      "  regards envelope L-12",
      "  regards envelope L-12 L-13 --size c6",
      "  regards envelope --run R-3",
      "  regards envelope L-12 --size us-10 --file friday.pdf"
    })
final class EnvelopeCommand extends AddressCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The ids of the letters.")
  private List<LetterId> letters = new ArrayList<>();

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      converter = EnvelopeConverter.class,
      description =
          "dl, c6, c6-5, c5, c4, us-10, us-9, us-a2, us-a6, us-a7, or WIDTHxHEIGHT in millimetres.")
  private @Nullable Envelope size;

  EnvelopeCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    List<Addressing> found =
        addressings(
            house.addressees(),
            letters.stream().map(LetterId::toString).toList(),
            "Say whose envelopes: name letters (L-12), or --queued, or --run RUN.");
    EnvelopePrinter printer = house.envelopes();
    Map<Envelope, List<Addressed>> sizes = new LinkedHashMap<>();
    for (Addressed addressed : free(found)) {
      Envelope envelope = size == null ? printer.usual(addressed) : size;
      sizes.computeIfAbsent(envelope, ignored -> new ArrayList<>()).add(addressed);
    }
    if (sizes.size() > 1 && hasFile()) {
      throw new ParameterException(
          spec().commandLine(),
          "These letters need envelopes of %d sizes (%s), and one file has one; say which with --size, or leave --file out."
              .formatted(
                  sizes.size(),
                  String.join(", ", sizes.keySet().stream().map(Envelope::word).toList())));
    }
    sizes.forEach(
        (envelope, addressed) -> {
          AddressPrint print = printer.print(addressed, envelope);
          Path to = file(house, "envelopes-%s-%s.pdf".formatted(name(envelope), name(addressed)));
          write(
              print,
              to,
              "%s of size %s".formatted(count(print.pages(), "envelope"), envelope.word()));
        });
    return done();
  }

  /** Of a size that has none: its measures, without what no file may be called. */
  private static String name(Envelope envelope) {
    return envelope.word().replaceAll("[^a-z0-9.-]", "_");
  }

  private static String name(List<Addressed> addressed) {
    String first = addressed.getFirst().name();
    return addressed.size() == 1 ? first : first + "-" + addressed.getLast().name();
  }
}
