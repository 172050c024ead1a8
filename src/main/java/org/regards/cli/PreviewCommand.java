package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.pdf.Preview;
import org.regards.pdf.Previewed;
import org.regards.pdf.PrintRefusal;
import org.regards.store.WholeFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards preview}. */
@Command(
    name = "preview",
    description = {
      "Show the pages of a letter as pictures, before it is printed: the first page with its"
          + " envelope.",
      "",
      "Green is what the window always shows, dashed what it shows when the sheet slips in the"
          + " envelope; blue lines are folds."
    },
    footer = {
      "",
      "Examples:",
      "  regards preview L-1",
      "  regards preview L-1 --png first.png --page 1 --dpi 200"
    })
final class PreviewCommand extends HouseCommand {
  private static final int LEAST_DPI = 30;
  private static final int MOST_DPI = 300;

  @Parameters(paramLabel = "LETTER", converter = LetterIdConverter.class, description = "Its id.")
  private LetterId id;

  @Option(
      names = "--png",
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "Where the picture goes; several pages go to FILE-1.png, FILE-2.png. Default:"
              + " preview/LETTER.png in the folder of letters.")
  private @Nullable Path file;

  @Option(names = "--page", paramLabel = "N", description = "This page only.")
  private @Nullable Integer page;

  @Option(
      names = "--dpi",
      paramLabel = "N",
      defaultValue = "110",
      description = "Dots an inch, from 30 to 300. Default: ${DEFAULT-VALUE}.")
  private int dpi;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  PreviewCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    if (dpi < LEAST_DPI || dpi > MOST_DPI) {
      throw usage("--dpi may be from %d to %d".formatted(LEAST_DPI, MOST_DPI));
    }
    Letter letter = house.drafts().get(id).letter();
    house
        .auditTrail()
        .read(
            house.clock().instant(),
            acting.known(house.playbooks()),
            id.record(),
            letter.head().recipient().customer());
    boolean byEmail = letter.head().channel() != LetterChannel.PRINT;
    if (byEmail && !letter.head().attachments().asPdf()) {
      return refuse(
          List.of("it was written for email and has no pages; see it with: regards letter " + id));
    }
    return switch (house.printer().preview(id, letter)) {
      case Previewed.Refused refused ->
          refuse(refused.reasons().stream().map(PrintRefusal::message).toList());
      case Previewed.Shown shown -> {
        try (Preview pages = shown.pages()) {
          write(pages, wanted().orElse(house.lettersFolder().resolve("preview/" + id)));
        }
        yield DONE;
      }
    };
  }

  /** The file that was named; {@code --png} alone names none. */
  private Optional<Path> wanted() {
    return Optional.ofNullable(file).filter(named -> !named.toString().isBlank());
  }

  private void write(Preview pages, Path wanted) {
    if (page != null && (page < 1 || page > pages.pages())) {
      String count = pages.pages() == 1 ? "1 page" : pages.pages() + " pages";
      throw usage("%s has %s, and no page %d".formatted(id, count, page));
    }
    List<Path> written = new ArrayList<>();
    boolean one = page != null || pages.pages() == 1;
    for (int number :
        page == null ? IntStream.rangeClosed(1, pages.pages()).toArray() : new int[] {page}) {
      Path target = named(wanted, one ? "" : "-" + number);
      WholeFile.write(target, pages.png(number, dpi));
      written.add(target);
    }
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("letter", id.toString());
      ArrayNode files = node.putArray("files");
      written.forEach(picture -> files.add(picture.toString()));
      JsonOption.print(out(), node);
    } else {
      written.forEach(out()::println);
    }
  }

  private static Path named(Path wanted, String addition) {
    String name = String.valueOf(wanted.getFileName()).replaceFirst("(?i)\\.png$", "");
    return wanted.resolveSibling(name + addition + ".png");
  }

  private int refuse(List<String> reasons) {
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("letter", id.toString());
      ArrayNode list = node.putArray("reasons");
      reasons.forEach(list::add);
      JsonOption.print(out(), node);
    } else {
      err().printf("%s cannot be shown as a page:%n", id);
      reasons.forEach(reason -> err().println("  " + reason));
    }
    return FAILED;
  }

  private ParameterException usage(String message) {
    return new ParameterException(spec().commandLine(), message);
  }
}
