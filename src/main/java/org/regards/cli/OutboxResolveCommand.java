package org.regards.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;
import org.regards.outbox.DeskOutcome;
import org.regards.outbox.Outbox;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards outbox resolve}. */
@Command(
    name = "resolve",
    description = "Say of an email in doubt whether it arrived.",
    footer = {
      "",
      "Examples:",
      "  regards outbox resolve L-12 --delivered --as em",
      "  regards outbox resolve L-12 --resend --as em"
    })
final class OutboxResolveCommand extends HouseCommand {
  @Parameters(
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The id of the letter.")
  @SuppressWarnings("NullAway.Init") // picocli sets it
  private LetterId letter;

  @ArgGroup private @Nullable Finding finding;

  static final class Finding {
    @Option(names = "--delivered", description = "It arrived: it is not sent again.")
    @SuppressWarnings("UnusedVariable") // the group says that it is this or the other
    private boolean delivered;

    @Option(
        names = "--resend",
        description = "It did not: send it once more, with the same Message-ID.")
    private boolean resend;
  }

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  OutboxResolveCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    if (finding == null) {
      throw new ParameterException(
          spec().commandLine(),
          "Say what you found: --delivered, it arrived; or --resend, it did not and shall go once"
              + " more.");
    }
    Actor by = Actor.of(acting.required(house.playbooks().load()).id());
    Outbox outbox = house.outbox();
    DeskOutcome outcome =
        finding.resend
            ? outbox.resolveByResending(letter, by)
            : outbox.resolveDelivered(letter, by);
    return DeskReport.print(List.of(outcome), json.wanted(), out(), err());
  }
}
