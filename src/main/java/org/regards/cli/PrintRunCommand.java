package org.regards.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterType;
import org.regards.outbox.LeftOut;
import org.regards.outbox.PrintRun;
import org.regards.outbox.RunFile;
import org.regards.outbox.RunOutcome;
import org.regards.outbox.RunRequest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code regards print-run}. */
@Command(
    name = "print-run",
    description = "Print all queued letters into a few large files, in the order of the post.",
    footer = {
      "",
      "Examples:",
      "  regards print-run",
      "  regards print-run --of thank-you --sheets-per-file 500 --duplex",
      "  regards print-run --of thank-you --card postcard --card-sheet sra4",
      "  regards print-run list",
      "  regards print-run reprint R-000001 --sheets 12-15"
    })
final class PrintRunCommand extends HouseCommand {
  @Option(
      names = "--of",
      paramLabel = "TYPE",
      converter = LetterTypeConverter.class,
      description = "Only letters of this type.")
  private @Nullable LetterType type;

  @Option(
      names = "--sheets-per-file",
      paramLabel = "N",
      defaultValue = "" + RunRequest.SHEETS_PER_FILE,
      description = "Begin a new file after N sheets, never within a letter. Default: 2500.")
  private int sheetsPerFile;

  @Option(
      names = "--duplex",
      description = "Print letters on both sides; each begins on a sheet of its own.")
  private boolean duplex;

  @Mixin private CardOptions cards;
  @Mixin private ActingOption acting;
  @Mixin private JsonOption json;

  PrintRunCommand(House.Door door) {
    super(door);
  }

  @Override
  void choose(HouseOptions options) {
    options.choose(cards::over);
  }

  @Override
  int work(House house) throws InterruptedException {
    if (sheetsPerFile < 1) {
      throw new ParameterException(
          spec().commandLine(),
          "--sheets-per-file is %d; it wants 1 or more.".formatted(sheetsPerFile));
    }
    ProgressLine line = new ProgressLine(err());
    RunOutcome outcome =
        house
            .printRuns()
            .make(
                new RunRequest(type, sheetsPerFile, duplex),
                acting.known(house.playbooks()),
                (letters, ofQueued) ->
                    line.show("%,d of %,d letters printed".formatted(letters, ofQueued)),
                note -> err().println(note));
    line.end();
    if (json.wanted()) {
      JsonOption.print(out(), RunJson.of(outcome));
    } else {
      say(outcome);
    }
    return outcome instanceof RunOutcome.Released released && released.leftOut().isEmpty()
        ? DONE
        : FAILED;
  }

  private void say(RunOutcome outcome) {
    switch (outcome) {
      case RunOutcome.Released released -> {
        PrintRun run = released.run();
        out().println(run.id());
        for (RunFile file : released.files()) {
          out()
              .printf(
                  "  %s: %s, %s of %s%n",
                  run.folder().resolve(file.name()),
                  Numbered.of(file.letters(), "letter"),
                  Numbered.of(file.sheets(), "sheet"),
                  file.stock());
        }
        out().printf("Print them as %s says.%n", run.folder().resolve("cover.pdf"));
        say(released.leftOut());
        err().printf("When it is posted: regards printed %s%n", run.id());
      }
      case RunOutcome.NothingPrintable nothing -> {
        say(nothing.leftOut());
        err().println("None of the queued letters can be printed; there is no print run.");
      }
      case RunOutcome.NothingQueued nothing -> err().println(words(nothing));
    }
  }

  private void say(List<LeftOut> leftOut) {
    leftOut.forEach(out -> err().println(TerminalText.block(out.message())));
    if (!leftOut.isEmpty()) {
      err()
          .printf(
              "%s still queued. What is not to wait: regards queue --cancel LETTER%n",
              leftOut.size() == 1
                  ? "1 letter was left out and is"
                  : "%,d letters were left out and are".formatted(leftOut.size()));
    }
  }

  private static String words(RunOutcome.NothingQueued nothing) {
    LetterType of = nothing.type();
    String kind = of == null ? "" : " of type " + of.word();
    return nothing.drafts() == 0
        ? "No letters%s are queued, and no drafts%s wait on paper. Write one: regards compose CUSTOMER --letter %s --channel print"
            .formatted(kind, kind, of == null ? "TYPE" : of.word())
        : "No letters%s are queued. %s on paper: approve and queue %s with regards approve LETTER --as STAFF and regards queue --all%s"
            .formatted(
                kind,
                nothing.drafts() == 1
                    ? "1 draft waits"
                    : "%,d drafts wait".formatted(nothing.drafts()),
                nothing.drafts() == 1 ? "it" : "them",
                of == null ? "" : " --of " + of.word());
  }
}
