package org.regards.outbox;

import static org.regards.outbox.DeliveryState.ACCEPTED;
import static org.regards.outbox.DeliveryState.CANCELLED;
import static org.regards.outbox.DeliveryState.DEFERRED;
import static org.regards.outbox.DeliveryState.DOT_SENT;
import static org.regards.outbox.DeliveryState.IN_DOUBT;
import static org.regards.outbox.DeliveryState.QUEUED;
import static org.regards.outbox.DeliveryState.REFUSED;
import static org.regards.outbox.DeliveryState.SENDING;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.approval.Clearance;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.customer.EmailAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.mail.Mail;
import org.regards.mail.Mail.Envelope;
import org.regards.mail.MailForm;
import org.regards.mail.PostResult;
import org.regards.mail.Postbox;
import org.regards.outbox.DeliveryDao.Outcome;
import org.regards.store.Database;

/**
 * Takes one letter through the states of an email. Each state is committed before the act that it
 * announces; an attempt is the fence: whoever begins the next one takes it from a program that died
 * or is slow, and that one no longer gets past the final dot.
 */
final class EmailDelivery {
  /**
   * The states in which an attempt of ours may be found: another program may have called it in
   * doubt.
   */
  private static final Set<DeliveryState> UNDER_WAY = Set.of(SENDING, DOT_SENT, IN_DOUBT);

  private static final Set<DeliveryState> BEGINS = Set.of(QUEUED, SENDING, DEFERRED, CANCELLED);

  private final Database database;
  private final Supplier<Postbox> postboxes;
  private final InstantSource clock;

  EmailDelivery(Database database, Supplier<Postbox> postboxes, InstantSource clock) {
    this.database = database;
    this.postboxes = postboxes;
    this.clock = clock;
  }

  SendOutcome send(LetterId id, Letter letter, Actor by) {
    if (letter.head().channel() != LetterChannel.EMAIL) {
      return new SendOutcome.Held(id, Words.otherChannel(id, letter.head().channel()));
    }
    Optional<EmailAddress> to = EmailAddress.parse(letter.head().recipient().email());
    if (to.isEmpty()) {
      return new SendOutcome.Held(
          id,
          "%s %s; correct it and compose the letter again, or compose it with --channel print."
              .formatted(Words.addressField(letter), flaw(letter.head().recipient().email())));
    }
    Optional<EmailAddress> from = EmailAddress.parse(letter.head().signatory().email());
    if (from.isEmpty()) {
      return new SendOutcome.Held(
          id,
          "%s %s; correct it and compose the letter again."
              .formatted(Words.senderField(letter), flaw(letter.head().signatory().email())));
    }
    return new Attempt(id, letter, by, new Envelope(from.get(), to.get())).make();
  }

  private static String flaw(String address) {
    return address.isBlank() ? "is empty" : "is not an address that mail can be delivered to";
  }

  private final class Attempt {
    private final LetterId id;
    private final Letter letter;
    private final Actor by;
    private final Envelope envelope;
    private final Postbox postbox = postboxes.get();

    Attempt(LetterId id, Letter letter, Actor by, Envelope envelope) {
      this.id = id;
      this.letter = letter;
      this.by = by;
      this.envelope = envelope;
    }

    SendOutcome make() {
      Mail mail = MailForm.of(letter, id, envelope, clock.instant());
      return switch (queue(mail)) {
        case Queued.Stopped stopped -> new SendOutcome.Held(id, stopped.reason());
        case Queued.Found found -> proceed(found.delivery());
      };
    }

    /** Lets the letter through the gate and into the queue, where it may stand already. */
    private Queued queue(Mail mail) {
      return database.write(
          handle -> {
            LetterStamp.lock(handle, List.of(id));
            Optional<String> closed =
                Gate.closed(handle, Addressee.of(id, letter), clock.instant());
            if (closed.isPresent()) {
              return new Queued.Stopped(closed.get());
            }
            DeliveryDao deliveries = new DeliveryDao(handle);
            String recipient = envelope.to().value();
            Optional<Delivery> found = deliveries.find(id, LetterChannel.EMAIL, recipient);
            Optional<String> withheld = withheld(handle, found);
            if (withheld.isPresent()) {
              return new Queued.Stopped(withheld.get());
            }
            Optional<Path> taken = takenFile(found);
            if (taken.isPresent()) {
              return new Queued.Stopped(Words.otherStores(taken.get()));
            }
            if (found.isEmpty()) {
              deliveries.queue(
                  id,
                  LetterChannel.EMAIL,
                  recipient,
                  mail.digest(),
                  mail.messageId(),
                  clock.instant());
              deliveries.moveLetter(id, LetterState.QUEUED);
              found = deliveries.find(id, LetterChannel.EMAIL, recipient);
            }
            return new Queued.Found(found.orElseThrow());
          });
    }

    /** Why it must not go without somebody's word; what is past the dot has gone. */
    private Optional<String> withheld(Handle handle, Optional<Delivery> found) {
      return begins(found)
          ? Clearance.withheld(handle, id, letter, by, clock.instant())
          : Optional.empty();
    }

    private static boolean begins(Optional<Delivery> found) {
      return found.isEmpty() || BEGINS.contains(found.get().state());
    }

    /**
     * The file the message would be kept in, when it is there already. A delivery of ours that put
     * one there is past the dot and never begins again, so the file is somebody else's.
     */
    private Optional<Path> takenFile(Optional<Delivery> found) {
      return begins(found)
          ? postbox.keptAt(LetterFileName.of(id, letter)).filter(Files::exists)
          : Optional.empty();
    }

    private SendOutcome proceed(Delivery delivery) {
      return switch (delivery.state()) {
        case QUEUED, SENDING, DEFERRED -> begin(delivery);
        case DOT_SENT -> {
          leaveInDoubt(delivery);
          yield inDoubt(delivery);
        }
        case IN_DOUBT -> inDoubt(delivery);
        case ACCEPTED, BOUNCED, REPLIED ->
            new SendOutcome.AlreadySent(
                id, delivery.server(), delivery.changedAt(), !delivery.file().isEmpty());
        case REFUSED ->
            new SendOutcome.RefusedByServer(
                id, Words.addressField(letter), delivery.reply(), delivery.changedAt());
        case CANCELLED -> begin(delivery);
        case PRINTED, IN_RUN, POSTED, RETURNED ->
            throw new IllegalStateException("an email cannot be on paper: " + id);
      };
    }

    private SendOutcome begin(Delivery delivery) {
      // The date of the first attempt, so that all attempts send the same bytes.
      Mail mail = MailForm.of(letter, id, envelope, delivery.queuedAt());
      boolean ours =
          database.write(
              handle ->
                  new DeliveryDao(handle)
                      .begin(
                          delivery,
                          mail.digest(),
                          mail.messageId(),
                          postbox.serverName(),
                          clock.instant()));
      if (!ours) {
        return takenOver();
      }
      int attempt = delivery.attempt() + 1;
      try {
        PostResult result =
            postbox.post(mail, LetterFileName.of(id, letter), () -> sendDot(delivery, attempt));
        return settle(delivery, attempt, mail, result);
      } catch (HeldAtDotException held) {
        // Whoever stopped it may have made a draft of it; that stays.
        settle(delivery, attempt, DEFERRED, held.reason(), null, null);
        return new SendOutcome.Held(id, held.reason());
      } catch (TakenOverException other) {
        return takenOver();
      }
    }

    private SendOutcome settle(Delivery delivery, int attempt, Mail mail, PostResult result) {
      Instant now = clock.instant();
      return switch (result) {
        case PostResult.Accepted accepted -> {
          String reply = accepted.reply().toString();
          settle(delivery, attempt, ACCEPTED, reply, accepted.file(), LetterState.DONE);
          yield new SendOutcome.Sent(id, postbox.serverName(), reply, accepted.file());
        }
        case PostResult.Refused refused -> {
          String reply = refused.reply().toString();
          settle(delivery, attempt, REFUSED, reply, null, LetterState.DRAFT);
          yield new SendOutcome.RefusedByServer(id, Words.addressField(letter), reply, now);
        }
        case PostResult.Deferred deferred -> {
          String reply = deferred.reply().toString();
          settle(delivery, attempt, DEFERRED, reply, null, LetterState.QUEUED);
          yield new SendOutcome.Deferred(id, reply);
        }
        case PostResult.Unreachable unreachable -> {
          settle(delivery, attempt, DEFERRED, unreachable.reason(), null, LetterState.QUEUED);
          yield new SendOutcome.ServerUnreachable(id, unreachable.reason());
        }
        case PostResult.ShutOut shutOut -> {
          settle(delivery, attempt, DEFERRED, shutOut.reason(), null, LetterState.QUEUED);
          yield new SendOutcome.ServerUnreachable(id, shutOut.reason());
        }
        case PostResult.InDoubt doubt -> {
          settle(delivery, attempt, IN_DOUBT, doubt.reason(), null, LetterState.QUEUED);
          yield new SendOutcome.InDoubt(
              id, postbox.serverName(), Words.addressField(letter), mail.messageId(), now);
        }
      };
    }

    private void settle(
        Delivery delivery,
        int attempt,
        DeliveryState state,
        String reply,
        @Nullable Path file,
        @Nullable LetterState letterState) {
      Outcome outcome = new Outcome(reply, file == null ? "" : file.toString());
      database.write(
          handle -> {
            DeliveryDao deliveries = new DeliveryDao(handle);
            boolean ours =
                deliveries.settle(
                    delivery.id(), attempt, UNDER_WAY, state, outcome, clock.instant());
            if (ours) {
              if (letterState != null) {
                deliveries.moveLetter(id, letterState);
              }
              if (state == ACCEPTED) {
                LetterPause.of(id, letter).ifPresent(pause -> pause.begin(handle, clock.instant()));
              }
            }
            if (ours && state == ACCEPTED) {
              AuditTrail.add(handle, clock.instant(), Words.deed(by, Act.SENT, id, letter));
            }
            return ours;
          });
    }

    /**
     * The last moment at which the message can still be kept back.
     *
     * @throws HeldAtDotException when somebody has stopped it since the conversation began
     * @throws TakenOverException when another program has taken the attempt over
     */
    private void sendDot(Delivery delivery, int attempt) {
      boolean ours =
          database.write(
              handle -> {
                LetterStamp.lock(handle, List.of(id));
                Gate.closed(handle, Addressee.of(id, letter), clock.instant())
                    .or(() -> Clearance.withheld(handle, id, letter, by, clock.instant()))
                    .ifPresent(
                        reason -> {
                          throw new HeldAtDotException(reason);
                        });
                return new DeliveryDao(handle)
                    .move(delivery.id(), attempt, SENDING, DOT_SENT, clock.instant());
              });
      if (!ours) {
        throw new TakenOverException(id);
      }
    }

    /** The program that sent the dot is gone; when it did so is all that is known. */
    private void leaveInDoubt(Delivery delivery) {
      database.write(
          handle ->
              new DeliveryDao(handle)
                  .move(
                      delivery.id(), delivery.attempt(), DOT_SENT, IN_DOUBT, delivery.changedAt()));
    }

    private SendOutcome inDoubt(Delivery delivery) {
      return new SendOutcome.InDoubt(
          id,
          delivery.server(),
          Words.addressField(letter),
          delivery.messageId(),
          delivery.changedAt());
    }

    private SendOutcome takenOver() {
      return new SendOutcome.Held(id, "another program is sending it at this moment.");
    }
  }

  private sealed interface Queued {
    record Stopped(String reason) implements Queued {}

    record Found(Delivery delivery) implements Queued {}
  }
}
