package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.letter.LetterId;
import org.regards.outbox.Addressees;
import org.regards.outbox.Addressees.Addressing;
import org.regards.outbox.RunId;
import org.regards.pdf.AddressPrint;
import org.regards.pdf.Addressed;
import org.regards.pdf.PrintRefusal;
import org.regards.store.WholeFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What the commands that print addresses have in common: their file, and telling of it. */
abstract class AddressCommand extends HouseCommand {
  @Option(
      names = "--file",
      paramLabel = "FILE",
      description = "Where to write the PDF. Default: a file in the letters folder.")
  private @Nullable Path file;

  @Option(names = "--queued", description = "For all letters that wait for a print run.")
  private boolean queued;

  @Option(
      names = "--run",
      paramLabel = "RUN",
      converter = RunIdConverter.class,
      description = "For all letters of a print run, in its order.")
  private @Nullable RunId run;

  @Mixin private JsonOption json;

  private final ObjectNode report = JsonNodeFactory.instance.objectNode();
  private boolean allPrinted = true;

  AddressCommand(House.Door door) {
    super(door);
  }

  /** The file to write, or one of this name in the letters folder. */
  final Path file(House house, String name) {
    return file == null ? house.lettersFolder().resolve(name) : file;
  }

  final boolean hasFile() {
    return file != null;
  }

  /** Those of the queue, of a run, or named one by one; exactly one of these must be asked for. */
  final List<Addressing> addressings(Addressees addressees, List<String> names, String otherwise) {
    int asked = (queued ? 1 : 0) + (run == null ? 0 : 1) + (names.isEmpty() ? 0 : 1);
    if (asked != 1) {
      throw new ParameterException(spec().commandLine(), otherwise);
    }
    if (run != null) {
      return addressees.in(run);
    }
    return queued
        ? waiting(addressees)
        : names.stream().map(name -> addressing(addressees, name)).toList();
  }

  private List<Addressing> waiting(Addressees addressees) {
    List<Addressing> waiting = addressees.waiting();
    if (waiting.isEmpty()) {
      allPrinted = false;
      err().println("No letter waits for a print run.");
    }
    return waiting;
  }

  private static Addressing addressing(Addressees addressees, String name) {
    return LetterId.parse(name)
        .map(addressees::of)
        .orElseGet(() -> addressees.of(new CustomerId(name)));
  }

  /** Those that may be printed; tells why the others must not. */
  final List<Addressed> free(List<Addressing> all) {
    List<Addressed> free = new ArrayList<>();
    for (Addressing addressing : all) {
      switch (addressing) {
        case Addressing.Free(Addressed addressed) -> free.add(addressed);
        case Addressing.Held(String name, String reason) -> refuse(name, List.of(reason));
      }
    }
    return free;
  }

  /**
   * Writes the file if anything is in it, and tells of it and of what is not in it.
   *
   * @param what is in it, for example {@code 12 labels on 1 sheet}
   */
  final void write(AddressPrint print, Path to, String what) {
    if (print.pages() > 0) {
      WholeFile.write(to, print.bytes());
      ObjectNode node = report.withArray("files").addObject().put("file", to.toString());
      node.put("pages", print.pages());
      print.printed().forEach(node.putArray("printed")::add);
      if (!json.wanted()) {
        out().printf("%s holds %s.%n", to, what);
      }
    }
    for (AddressPrint.NotPrinted refused : print.refused()) {
      refuse(refused.name(), refused.reasons().stream().map(PrintRefusal::message).toList());
    }
  }

  final void tell(String words) {
    if (!json.wanted()) {
      out().println(words);
    }
  }

  private void refuse(String name, List<String> reasons) {
    allPrinted = false;
    ObjectNode node = report.withArray("refused").addObject().put("name", name);
    reasons.forEach(node.putArray("reasons")::add);
    if (!json.wanted()) {
      reasons.forEach(reason -> err().printf("%s is not printed: %s%n", name, reason));
    }
  }

  /** Ends the telling; returns the exit code. */
  final int done() {
    if (json.wanted()) {
      JsonOption.print(out(), report);
    }
    return allPrinted ? DONE : FAILED;
  }

  /** {@code 1 sheet}, {@code 2 sheets}. */
  static String count(int number, String one) {
    return number + " " + one + (number == 1 ? "" : "s");
  }
}
