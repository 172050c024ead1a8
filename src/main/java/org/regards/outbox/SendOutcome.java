package org.regards.outbox;

import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;

/** What became of a letter that was to be sent by email. */
public sealed interface SendOutcome {
  LetterId letter();

  /** In the words of the person who sent it: what happened and what can be done. */
  String message();

  /**
   * A server took it over just now.
   *
   * @param file where the sandbox keeps it, or null when it left this machine
   */
  record Sent(LetterId letter, String server, String reply, @Nullable Path file)
      implements SendOutcome {
    @Override
    public String message() {
      return file == null
          ? "%s was accepted by %s: %s".formatted(letter, server, reply)
          : "%s was accepted by the %s and lies in %s; nothing left this machine."
              .formatted(letter, server, file);
    }
  }

  /** It went out before, and does not again. */
  record AlreadySent(LetterId letter, String server, Instant at, boolean sandbox)
      implements SendOutcome {
    @Override
    public String message() {
      String words =
          "%s was accepted by %s on %s; it is not sent twice."
              .formatted(
                  letter, sandbox ? "the sandbox" : "the server " + server, Words.moment(at));
      return sandbox
          ? words + " It never left this machine: compose it again to send it by a mail server."
          : words;
    }
  }

  /** We did not send it, and the reason says what must change. */
  record Held(LetterId letter, String reason) implements SendOutcome {
    @Override
    public String message() {
      return "%s was not sent: %s".formatted(letter, reason);
    }
  }

  /** The server will never take it for this recipient. */
  record RefusedByServer(LetterId letter, String addressField, String reply, Instant at)
      implements SendOutcome {
    @Override
    public String message() {
      return ("%s was refused by the mail server on %s: %s. Check %s and compose it again, or"
              + " compose it with --channel print.")
          .formatted(letter, Words.moment(at), reply, addressField);
    }
  }

  /** The server never takes a message of this size. */
  record TooBig(LetterId letter, String addressField, String reply) implements SendOutcome {
    @Override
    public String message() {
      return "%s is too big for the mail server of %s: %s. Send it with fewer or smaller attachments, or compose it with --channel print."
          .formatted(letter, addressField, reply);
    }
  }

  /** No server took it for so long that it is not tried any more. */
  record GivenUp(LetterId letter, String reason, String reply) implements SendOutcome {
    @Override
    public String message() {
      return "%s was given up. %s It said last: %s. Compose it with --channel print, or compose it again."
          .formatted(letter, reason, reply);
    }
  }

  /** Not taken this time; sending it again is safe and keeps its Message-ID. */
  record Deferred(LetterId letter, String reply, Instant due) implements SendOutcome {
    @Override
    public String message() {
      return "%s was not taken by the mail server now: %s. It is due again on %s (regards send); or send it again at once: regards send %s"
          .formatted(letter, reply, Words.moment(due), letter);
    }
  }

  /**
   * It waits in the outbox until then.
   *
   * @param why as in {@code it is quiet until 08:00 in Tokyo}, or empty when it was to go later
   */
  record Waits(LetterId letter, Instant due, String why) implements SendOutcome {
    @Override
    public String message() {
      return "%s waits in the outbox%s. It goes on %s, by regards send or regards send --watch."
          .formatted(letter, why.isEmpty() ? "" : ": " + why, Words.moment(due));
    }
  }

  /** All email stands still until a person has mended something. */
  record Stopped(LetterId letter, String reason) implements SendOutcome {
    @Override
    public String message() {
      return "%s waits: all email stands still. %s Then send again: regards send %s"
          .formatted(letter, reason, letter);
    }
  }

  /** It may have arrived; once more does no harm, with the same Message-ID. */
  record SentAgain(LetterId letter, String server, Instant at, Instant due) implements SendOutcome {
    @Override
    public String message() {
      return "Nobody can know from here whether %s arrived: the connection to %s ended on %s when the server had the whole message and had not yet said that it took it. It is sent once more, with the same Message-ID, on %s, unless it turns out before that it arrived."
          .formatted(letter, server, Words.moment(at), Words.moment(due));
    }
  }

  /** No conversation with the server came about; the letters after it were not tried. */
  record ServerUnreachable(LetterId letter, String reason) implements SendOutcome {
    @Override
    public String message() {
      return "%s waits. %s Then send it again: regards send %s".formatted(letter, reason, letter);
    }
  }

  /** It may have arrived or not: only a person can find out. */
  record InDoubt(LetterId letter, String server, String addressField, String messageId, Instant at)
      implements SendOutcome {
    @Override
    public String message() {
      return ("Nobody can know from here whether %s arrived: the connection to %s ended on %s when"
              + " the server had the whole message and had not yet said that it took it. It is"
              + " not sent again by itself. Ask the customer, or look for the message %s in the"
              + " mailbox of %s or in the server's log; then say what you found: regards outbox"
              + " resolve %s --delivered --as STAFF, or --resend.")
          .formatted(letter, server, Words.moment(at), messageId, addressField, letter);
    }
  }
}
