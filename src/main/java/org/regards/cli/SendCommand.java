package org.regards.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.outbox.Outbox;
import org.regards.outbox.SendAt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards send}. */
@Command(
    name = "send",
    description = {
      "Send letters by email: by the mail server of the settings, or else into the sandbox.",
      "Without letters, send what is due in the outbox."
    },
    footer = {
      "",
      "Examples:",
      "  regards send L-1 L-2",
      "  regards send",
      "  regards send --all --type thank-you",
      "  regards send L-1 --at 2026-12-01T09:00",
      "  regards send --watch"
    })
final class SendCommand extends HouseCommand {
  private static final int MOST_TRIES_TO_SAY = 50;

  @Parameters(
      arity = "0..*",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The ids of the letters.")
  private List<LetterId> letters = new ArrayList<>();

  @Option(names = "--all", description = "All approved emails, with those that are due.")
  private boolean all;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      converter = LetterTypeConverter.class,
      description = "With --all, only letters of this type.")
  private @Nullable LetterType type;

  @Option(
      names = "--at",
      paramLabel = "MOMENT",
      converter = SendAtConverter.class,
      description =
          "Let them wait in the outbox until then: 2026-12-01T09:00 by the recipient's clocks, or"
              + " with an offset (2026-12-01T09:00+01:00).")
  private @Nullable SendAt at;

  @Option(names = "--now", description = "Letters that you name, also in quiet hours.")
  private boolean now;

  @Option(
      names = "--watch",
      description = "Go on until it is stopped with Ctrl-C: send what is or becomes due.")
  private boolean watch;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  SendCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    check();
    Outbox outbox = house.outbox();
    CountDownLatch said = new CountDownLatch(1);
    Thread ctrlC = new Thread(() -> stop(outbox, said), "stop");
    Runtime.getRuntime().addShutdownHook(ctrlC);
    try {
      return send(outbox, acting.known(house.playbooks()));
    } finally {
      said.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(ctrlC);
      } catch (IllegalStateException alreadyStopping) {
        // it was Ctrl-C that ended the sending
      }
    }
  }

  /** Ends the sending, and with it the program, once it is said what became of the letters. */
  private static void stop(Outbox outbox, CountDownLatch said) {
    try {
      // again and again: a sending that was about to begin must not run on until the end
      for (int tries = 0; tries < MOST_TRIES_TO_SAY; tries++) {
        outbox.stop();
        if (said.await(100, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  private void check() {
    if (watch && !(letters.isEmpty() && !all && type == null && at == null && !now)) {
      throw usage("--watch stands alone: it sends what is or becomes due in the outbox.");
    }
    if (all && !letters.isEmpty()) {
      throw usage("Name letters or say --all, not both.");
    }
    if (type != null && !all) {
      throw usage("--type goes with --all.");
    }
    if (now && letters.isEmpty()) {
      throw usage("--now wants the letters that are to go in quiet hours too.");
    }
    if (now && at != null) {
      throw usage("Say --now or --at, not both.");
    }
    if (at != null && !all && letters.isEmpty()) {
      throw usage("--at wants letters, or --all.");
    }
  }

  private ParameterException usage(String words) {
    return new ParameterException(spec().commandLine(), words);
  }

  private int send(Outbox outbox, Actor by) {
    SendReport report =
        new SendReport(out(), err(), json.wanted(), letters.isEmpty(), outbox::waiting);
    if (watch) {
      report.weather("Sending what is or becomes due; stop with Ctrl-C.");
      outbox.watch(report::hear, report::weather);
      return report.end(Optional.empty());
    }
    if (letters.isEmpty()) {
      if (at != null) {
        outbox.queueApprovedEmail(type, by, at, report::hear);
        return report.end(Optional.empty());
      }
      return report.end(
          all ? outbox.sendApproved(type, by, report::hear) : outbox.sendDue(by, report::hear));
    }
    if (at != null) {
      outbox.queueEmail(letters, by, at, report::hear);
    } else if (now) {
      outbox.sendNow(letters, by, report::hear);
    } else {
      outbox.send(letters, by, report::hear);
    }
    return report.end(Optional.empty());
  }
}
