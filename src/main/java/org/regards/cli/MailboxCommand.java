package org.regards.cli;

import java.time.Duration;
import java.util.Optional;
import org.regards.audit.Actor;
import org.regards.mailbox.Mailbox;
import org.regards.mailbox.MailboxWatch;
import org.regards.mailbox.Received;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code regards mailbox}. */
@Command(
    name = "mailbox",
    description = {
      "Read what came back by mail, and file it: a bounce marks the address and is a task for"
          + " somebody, an answer stands in the customer's history and stops letters that were"
          + " approved before it, an automatic reply counts as nothing. The mailbox itself stays as"
          + " it is."
    },
    footer = {
      "",
      "Examples:",
      "  regards mailbox",
      "  regards mailbox --watch",
      "  regards mailbox file returned.eml",
      "  regards mailbox explain returned.eml",
      "  regards mailbox clear C-1017 --as ss"
    })
final class MailboxCommand extends HouseCommand {
  @Option(
      names = "--watch",
      description = "Go on until it is interrupted; what comes is filed at once.")
  private boolean watch;

  @Option(
      names = "--poll",
      paramLabel = "SECONDS",
      defaultValue = "60",
      description =
          "With --watch: how often to look where the server does not tell of new mail by itself."
              + " Default: 60.")
  private int seconds;

  @Mixin private ActingOption acting;
  @Mixin private JsonOption json;

  MailboxCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) throws InterruptedException {
    if (seconds < 1 || seconds > 3600) {
      throw new ParameterException(
          spec().commandLine(), "--poll is %d; it wants 1 to 3600 seconds.".formatted(seconds));
    }
    Optional<Mailbox> mailbox = house.mailbox();
    if (mailbox.isEmpty()) {
      err()
          .println(
              "No mailbox is set: set imap.host and imap.user, and REGARDS_IMAP_PASSWORD in the"
                  + " environment. Without one, file messages that you saved: regards mailbox file"
                  + " FILE.eml");
      return FAILED;
    }
    Actor by = acting.known(house.playbooks());
    return watch ? follow(mailbox.get(), by) : once(mailbox.get(), by);
  }

  private int once(Mailbox mailbox, Actor by) {
    FiledReport report = new FiledReport(out(), err(), json.wanted());
    ProgressLine line = new ProgressLine(err());
    Mailbox.Reading reading =
        mailbox.read(
            by,
            received -> {
              line.end();
              report.tell(received);
              line.show("%,d messages read".formatted(report.count()));
            });
    line.end();
    report.end(reading);
    return reading instanceof Mailbox.Reading.Done && report.allRead() ? DONE : FAILED;
  }

  private int follow(Mailbox mailbox, Actor by) throws InterruptedException {
    FiledReport report = new FiledReport(out(), err(), json.wanted());
    err().println("Watching the mailbox; stop with Ctrl-C.");
    err().flush();
    try (MailboxWatch watching = new MailboxWatch(mailbox, Duration.ofSeconds(seconds))) {
      Mailbox.Reading ended =
          watching.run(
              by,
              new MailboxWatch.Listener() {
                @Override
                public void received(Received received) {
                  report.tellNow(received);
                }

                @Override
                public void lost(String reason, Duration pause) {
                  err().printf("%s Trying again in %d seconds.%n", reason, pause.toSeconds());
                  err().flush();
                }
              });
      if (ended instanceof Mailbox.Reading.Failed failed) {
        err().println(failed.reason());
        return FAILED;
      }
      return DONE;
    }
  }
}
