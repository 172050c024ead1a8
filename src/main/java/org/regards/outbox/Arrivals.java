package org.regards.outbox;

import static org.regards.outbox.DeliveryState.ACCEPTED;
import static org.regards.outbox.DeliveryState.BOUNCED;
import static org.regards.outbox.DeliveryState.DEFERRED;
import static org.regards.outbox.DeliveryState.DOT_SENT;
import static org.regards.outbox.DeliveryState.IN_DOUBT;
import static org.regards.outbox.DeliveryState.QUEUED;
import static org.regards.outbox.DeliveryState.REPLIED;
import static org.regards.outbox.DeliveryState.SENDING;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.letter.Drafts;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.letter.StoredLetter;
import org.regards.mail.MessageId;

/**
 * What is learnt of an email after it left, each in the caller's transaction. Nobody but our
 * servers, the receiver's and the reader know its Message-ID, so whoever names it has seen the
 * message: that settles a doubt, keeps back a second copy, and takes a letter that a restored
 * backup still holds for unsent out of its queue. A program that is sending it at that moment finds
 * its attempt settled.
 */
public final class Arrivals {
  /** As far as we know it may have arrived or not. */
  private static final Set<DeliveryState> OPEN =
      EnumSet.of(QUEUED, SENDING, DOT_SENT, DEFERRED, IN_DOUBT);

  private static final Set<DeliveryState> OPEN_OR_ACCEPTED = openOrAccepted();

  private Arrivals() {}

  private static Set<DeliveryState> openOrAccepted() {
    Set<DeliveryState> states = EnumSet.copyOf(OPEN);
    states.add(ACCEPTED);
    return states;
  }

  /**
   * A server has it, or it lies in a mailbox.
   *
   * @param proof what shows it, as half a sentence: {@code a copy of it lies in the archive
   *     mailbox}
   * @return whether that was not known before
   */
  public static boolean arrived(
      Handle handle, MessageId message, String proof, Actor by, Instant now) {
    Optional<StoredLetter> letter = locked(handle, message);
    if (letter.isEmpty()
        || !new ArrivalDao(handle).move(message.value(), OPEN, ACCEPTED, proof, now)) {
      return false;
    }
    leave(handle, letter.get(), proof, by, now);
    return true;
  }

  /**
   * Its reader answered it.
   *
   * @return whether it is the first answer
   */
  public static boolean replied(Handle handle, MessageId message, Actor by, Instant now) {
    Optional<StoredLetter> letter = locked(handle, message);
    boolean wasOpen = isOpen(handle, message);
    if (letter.isEmpty()
        || !new ArrivalDao(handle).move(message.value(), OPEN_OR_ACCEPTED, REPLIED, "", now)) {
      return false;
    }
    if (wasOpen) {
      leave(handle, letter.get(), "the customer answered it", by, now);
    }
    new ReturnDao(handle)
        .insert(letter.get().id(), ReturnDao.ANSWERED, Words.dayOf(now), "", by.name(), now);
    return true;
  }

  /**
   * A mail system reports that it did not arrive. The letter is a draft again, as one that the
   * server refused at once: it reached nobody, so nothing that counts letters counts it. A pause
   * that it announced stays as it is: a person decides.
   *
   * @param reason one word, for example {@code no-such-user}
   * @param words the same for people
   * @return whether that is news; not when it came back before, or was answered
   */
  public static boolean bounced(
      Handle handle, MessageId message, String reason, String words, Actor by, Instant now) {
    Optional<StoredLetter> letter = locked(handle, message);
    if (letter.isEmpty()
        || !new ArrivalDao(handle).move(message.value(), OPEN_OR_ACCEPTED, BOUNCED, words, now)) {
      return false;
    }
    LetterId id = letter.get().id();
    new ReturnDao(handle).insert(id, ReturnDao.BOUNCED, Words.dayOf(now), reason, by.name(), now);
    if (letter.get().state() == LetterState.QUEUED || letter.get().state() == LetterState.DONE) {
      LetterStamp.move(handle, List.of(id), LetterState.DRAFT);
    }
    AuditTrail.add(
        handle,
        now,
        new Deed(
            by,
            Act.RECORDED,
            id.record(),
            letter.get().letter().head().recipient().customer(),
            "did not arrive: " + reason));
    return true;
  }

  /** A server has it and has not been able to hand it on yet; nobody has to do anything. */
  public static void delayed(
      Handle handle, MessageId message, String words, Actor by, Instant now) {
    arrived(handle, message, words, by, now);
    new ArrivalDao(handle).hear(message.value(), words);
  }

  private static Optional<StoredLetter> locked(Handle handle, MessageId message) {
    Optional<LetterId> id = new ArrivalDao(handle).letter(message.value());
    id.ifPresent(letter -> LetterStamp.lock(handle, List.of(letter)));
    return id.flatMap(letter -> Drafts.load(handle, List.of(letter)).stream().findFirst());
  }

  private static boolean isOpen(Handle handle, MessageId message) {
    return new ArrivalDao(handle).state(message.value()).filter(OPEN::contains).isPresent();
  }

  private static void leave(
      Handle handle, StoredLetter letter, String proof, Actor by, Instant now) {
    LetterStamp.move(handle, List.of(letter.id()), LetterState.DONE);
    LetterPause.of(letter.id(), letter.letter()).ifPresent(pause -> pause.begin(handle, now));
    AuditTrail.add(
        handle,
        now,
        new Deed(
            by,
            Act.SENT,
            letter.id().record(),
            letter.letter().head().recipient().customer(),
            proof));
  }
}
