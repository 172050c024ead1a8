package org.regards.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.jdbi.v3.core.Handle;
import org.regards.approval.Clearance;
import org.regards.audit.Actor;
import org.regards.customer.EmailAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.StampedLetter;
import org.regards.mail.Mail.Envelope;
import org.regards.mail.MailForm;
import org.regards.mail.MailWords;

/**
 * What decides on whether letters may wait to be sent, but for what is only noted in the store:
 * what has become of them so far, and whether it is a restored backup. From one snapshot.
 *
 * @param ready those that could go by email, in the order of their ids
 * @param reasons why letters must not go, whether they could or not
 */
record Weighing(Map<LetterId, Ready> ready, Map<LetterId, String> reasons, Look look) {
  /** A letter with all that its delivery keeps of it. */
  record Ready(String digest, MailWords words, AsQueued kept) {
    Letter letter() {
      return words.letter();
    }

    String recipient() {
      return words.envelope().to().value();
    }
  }

  /** One of the ready, for whoever claims it. */
  Stock.Item item(LetterId letter) {
    Ready one = Objects.requireNonNull(ready.get(letter));
    return new Stock.Item(one.words(), one.kept(), new Checked(one.digest(), look));
  }

  /** Where the ready ones go. */
  Map<LetterId, String> recipients() {
    Map<LetterId, String> recipients = new LinkedHashMap<>();
    ready.forEach((id, one) -> recipients.put(id, one.recipient()));
    return recipients;
  }

  /**
   * @param by who would let them go
   * @param version of the store before this snapshot
   */
  static Weighing of(
      Handle handle, Collection<LetterId> ids, Actor by, OptionalLong version, Instant now) {
    Map<LetterId, StampedLetter> letters = StampedLetter.of(handle, ids);
    Map<LetterId, String> reasons = new HashMap<>();
    Map<LetterId, Envelope> envelopes = new HashMap<>();
    Map<LetterId, StampedLetter> open = new LinkedHashMap<>();
    for (LetterId id : ids) {
      StampedLetter letter = letters.get(id);
      if (letter == null) {
        reasons.put(id, Words.changedMeanwhile(id));
        continue;
      }
      Optional<Envelope> envelope = envelope(id, letter.stored().letter(), reasons);
      if (envelope.isPresent()) {
        envelopes.put(id, envelope.get());
        open.put(id, letter);
      }
    }
    if (open.isEmpty()) {
      return new Weighing(Map.of(), reasons, new Look(version, now));
    }
    reasons.putAll(Clearance.withheld(handle, open, by, now));
    Gate.closed(
            handle,
            open.values().stream().map(letter -> Addressee.of(letter.stored())).toList(),
            now)
        .forEach(
            (addressee, reason) -> {
              if (addressee.letter() != null) {
                reasons.put(addressee.letter(), reason);
              }
            });
    Map<LetterId, Conversation> conversations = Conversation.of(handle, open.keySet());
    Map<LetterId, Ready> ready = new LinkedHashMap<>();
    open.forEach(
        (id, letter) -> {
          MailWords words =
              MailWords.of(letter.stored().letter(), Objects.requireNonNull(envelopes.get(id)));
          AsQueued kept =
              new AsQueued(
                  MailForm.identity(id, words), conversations.getOrDefault(id, Conversation.NONE));
          ready.put(id, new Ready(letter.stamp().digest(), words, kept));
        });
    return new Weighing(ready, reasons, new Look(version, now));
  }

  private static Optional<Envelope> envelope(
      LetterId id, Letter letter, Map<LetterId, String> reasons) {
    if (letter.head().channel() != LetterChannel.EMAIL) {
      reasons.put(id, Words.otherChannel(id, letter.head().channel()));
      return Optional.empty();
    }
    Optional<EmailAddress> to = EmailAddress.parse(letter.head().recipient().email());
    Optional<EmailAddress> from = EmailAddress.parse(letter.head().signatory().email());
    if (to.isEmpty()) {
      reasons.put(
          id,
          "%s %s; correct it and compose the letter again, or compose it with --channel print."
              .formatted(Words.addressField(letter), flaw(letter.head().recipient().email())));
      return Optional.empty();
    }
    if (from.isEmpty()) {
      reasons.put(
          id,
          "%s %s; correct it and compose the letter again."
              .formatted(Words.senderField(letter), flaw(letter.head().signatory().email())));
      return Optional.empty();
    }
    return Optional.of(new Envelope(from.get(), to.get()));
  }

  private static String flaw(String address) {
    if (address.isBlank()) {
      return "is empty";
    }
    String name = address.substring(0, Math.max(0, address.lastIndexOf('@')));
    return name.chars().anyMatch(letter -> letter > 0x7F)
        ? "has letters before the @ that mail servers do not take"
        : "is not an address that mail can be delivered to";
  }
}
