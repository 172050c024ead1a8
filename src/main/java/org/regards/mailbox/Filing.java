package org.regards.mailbox;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.mail.MessageId;
import org.regards.mailbox.Filed.Why;
import org.regards.outbox.Arrivals;
import org.regards.outbox.SentLetters;
import org.regards.store.Database;

/**
 * Files what comes in: each message in one transaction, and none twice, wherever it turns up again
 * and however many programs read the mailbox. Nothing of a message is ever followed, run or logged.
 */
public final class Filing {
  /** What stands behind so much is somebody's attachment. */
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  private final Database database;
  private final SentLetters letters;
  private final Mailroom mailroom;
  private final Set<String> ours;
  private final InstantSource clock;

  /**
   * @param ours addresses of the business that belong to no member of staff: its own, the mailbox,
   *     the archive of what it sends
   */
  public Filing(Database database, Set<String> ours, InstantSource clock) {
    this.database = database;
    this.letters = new SentLetters(database);
    this.mailroom = Mailroom.of(letters);
    this.ours =
        ours.stream()
            .filter(address -> !address.isBlank())
            .map(Addresses::key)
            .collect(Collectors.toUnmodifiableSet());
    this.clock = clock;
  }

  /**
   * Files a message of RFC 5322; what is not one is left alone. The stream is left open.
   *
   * @param receivedAt when our mail server took it, or null where only the message itself says
   * @throws IOException when it cannot be read; never for what it holds
   */
  public Filed file(InputStream message, @Nullable Instant receivedAt, Actor by)
      throws IOException {
    Fingerprint reading = new Fingerprint(message, MOST_BYTES);
    Part read = MimeReader.read(reading);
    String fingerprint = reading.of(read.header());
    Explained explained = counting(mailroom.explain(read));
    Optional<MessageId> own = own(explained);
    if (own.isPresent()) {
      return proof(own.get(), "a copy of it lies in the mailbox", by, Why.OURS);
    }
    Token token = explained.token();
    return switch (explained.incoming()) {
      case Incoming.Bounce bounce ->
          token instanceof Token.Known known
              ? bounce(bounce, known, explained, fingerprint, by)
              : forged(explained);
      case Incoming.Delayed delayed ->
          token instanceof Token.Known known ? delayed(delayed, known, by) : forged(explained);
      case Incoming.AutoReply ignored ->
          token instanceof Token.Known known
                  && proof(known, "a program answered it", by) instanceof Filed.Proof proof
              ? proof
              : new Filed.Automatic();
      case Incoming.Reply ignored -> contact(read, explained, fingerprint, receivedAt, by);
      case Incoming.Other other ->
          other.what().equals(Mailroom.NEW_MAIL)
              ? contact(read, explained, fingerprint, receivedAt, by)
              : other(other, token, by);
    };
  }

  /**
   * Looks at a message of the archive, where copies of what we sent lie: only whether it is one.
   *
   * @param messageId as it stands in its header
   */
  public Filed fileCopy(String messageId, Actor by) {
    return MessageId.in(messageId).stream()
        .filter(MessageId::mayBeOurs)
        .findFirst()
        .map(id -> proof(id, "a copy of it lies in the archive of what was sent", by, Why.OURS))
        .orElseGet(() -> new Filed.Left(Why.OTHER, "no letter of ours"));
  }

  /**
   * Of a message that brings a report, the one of the two that counts. People attach reports on
   * mail of their own, which must not silence what they write to us.
   */
  private static Explained counting(Explained explained) {
    Explained outer = explained.outer();
    if (outer == null) {
      return explained;
    }
    if (!(explained.token() instanceof Token.Known reported)) {
      return outer;
    }
    boolean isAnswer =
        outer.incoming() instanceof Incoming.Reply
            && outer.token() instanceof Token.Known answered
            && (!answered.letter().letter().equals(reported.letter().letter())
                || isFrom(answered.letter().recipient(), outer));
    return isAnswer ? outer : explained;
  }

  private static boolean isFrom(String address, Explained explained) {
    return Addresses.first(explained.from())
        .filter(sender -> Addresses.same(sender, address))
        .isPresent();
  }

  private Optional<MessageId> own(Explained explained) {
    return MessageId.in(explained.messageId()).stream()
        .filter(MessageId::mayBeOurs)
        .filter(id -> letters.find(id).isPresent())
        .findFirst();
  }

  private Filed proof(Token.Known known, String words, Actor by) {
    return proof(known.messageId(), words, by, Why.OTHER);
  }

  private Filed proof(MessageId message, String words, Actor by, Why otherwise) {
    Optional<SentLetters.Sent> sent = letters.find(message);
    if (sent.isEmpty()) {
      return new Filed.Left(Why.OTHER, "no letter of this store");
    }
    boolean news =
        database.writePatiently(
            handle -> Arrivals.arrived(handle, message, words, by, clock.instant()));
    return news
        ? new Filed.Proof(sent.get().letter())
        : new Filed.Left(otherwise, "of a letter that is known to be there");
  }

  private static Filed forged(Explained explained) {
    return new Filed.Left(
        Why.FORGED, "%s that names no letter of ours".formatted(explained.incoming().word()));
  }

  private Filed other(Incoming.Other other, Token token, Actor by) {
    if (token instanceof Token.Known known
        && proof(known, "its receiver reported on it", by) instanceof Filed.Proof proof) {
      return proof;
    }
    return new Filed.Left(Why.OTHER, other.what());
  }

  private Filed bounce(
      Incoming.Bounce bounce,
      Token.Known known,
      Explained explained,
      String fingerprint,
      Actor by) {
    Optional<Reported> reported =
        bounce.reported().stream()
            .filter(one -> one.action() == Action.FAILED)
            .filter(one -> !ours.contains(Addresses.key(one.address())))
            .findFirst();
    return reported.isEmpty()
        ? new Filed.Left(Why.OURS, "bounce of a copy to ourselves")
        : new BounceFiling(known, reported.get(), explained.messageId(), fingerprint, by)
            .file(database, clock.instant());
  }

  private Filed delayed(Incoming.Delayed delayed, Token.Known known, Actor by) {
    String words =
        delayed.reported().stream()
            .findFirst()
            .map(one -> "on its way: %s %s".formatted(one.status(), one.reason().words()))
            .orElse("on its way");
    return database.writePatiently(
        handle -> {
          Arrivals.delayed(handle, known.messageId(), words, by, clock.instant());
          return new Filed.Delayed(known.letter().letter());
        });
  }

  private Filed contact(
      Part read, Explained explained, String fingerprint, @Nullable Instant receivedAt, Actor by) {
    Instant now = clock.instant();
    PersonalMail mail =
        PersonalMail.of(
            read,
            explained,
            receivedAt == null ? PersonalMail.date(read.header()).orElse(now) : receivedAt,
            fingerprint);
    return new ContactFiling(mail, ours, by).file(database, now);
  }
}
