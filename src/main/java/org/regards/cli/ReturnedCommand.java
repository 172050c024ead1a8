package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.outbox.ReturnReason;
import org.regards.outbox.Returned;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards returned}. */
@Command(
    name = "returned",
    description = "Note that the post brought a letter back.",
    footer = {
      "",
      "Examples:",
      "  regards returned L-7 --reason moved",
      "  regards returned 4KDJ6-… --reason unknown --on 2026-11-20"
    })
final class ReturnedCommand extends HouseCommand {
  @Parameters(paramLabel = "LETTER", description = "The letter's id, or the code printed on it.")
  private String named;

  @Option(
      names = "--reason",
      required = true,
      paramLabel = "REASON",
      converter = ReturnReasonConverter.class,
      description = "moved, unknown, refused, address or other.")
  private ReturnReason reason;

  @Option(
      names = "--on",
      paramLabel = "DAY",
      converter = DayConverter.class,
      description = "The day on which it came back. Default: today.")
  private @Nullable LocalDate day;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  ReturnedCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    LetterId letter =
        house
            .letterCode()
            .letter(named)
            .orElseThrow(
                () ->
                    new ParameterException(
                        spec().commandLine(),
                        "'%s' is neither the id of a letter, such as L-12, nor a code of this store's letters."
                            .formatted(TerminalText.line(named))));
    Returned returned =
        house.printRuns().returned(letter, reason, day, acting.known(house.playbooks()));
    if (json.wanted()) {
      JsonOption.print(
          out(),
          JsonNodeFactory.instance
              .objectNode()
              .put("letter", letter.toString())
              .put("customer", returned.customer().value())
              .put("reason", reason.word())
              .put("on", returned.on().toString()));
      return DONE;
    }
    out()
        .printf(
            "%s came back on %s: %s. No paper goes to that address of %s any more; correct it in"
                + " the customer's record.%n",
            letter, returned.on(), reason.words(), returned.customer());
    return DONE;
  }
}
