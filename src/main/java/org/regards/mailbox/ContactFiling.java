package org.regards.mailbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.Channel;
import org.regards.history.Direction;
import org.regards.history.Interaction;
import org.regards.history.InteractionDao;
import org.regards.history.InteractionId;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.mailbox.Filed.Kept;
import org.regards.mailbox.Filed.Why;
import org.regards.outbox.Arrivals;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;

/**
 * Files what a person wrote as a contact of the customer's. From then on it counts: a letter that
 * was approved before anybody here knew of it waits, and a draft is stale.
 */
final class ContactFiling {
  private final PersonalMail mail;
  private final Set<String> ours;
  private final Actor by;

  ContactFiling(PersonalMail mail, Set<String> ours, Actor by) {
    this.mail = mail;
    this.ours = ours;
    this.by = by;
  }

  /** Most of what comes in is from strangers, so it is looked at before anything is written. */
  Filed file(Database database, Instant now) {
    Whose whose = database.read(this::whose);
    return whose.isNobody() ? whose.left() : database.writePatiently(handle -> file(handle, now));
  }

  private Filed file(Handle handle, Instant now) {
    Whose whose = whose(handle);
    if (whose.isNobody()) {
      return whose.left();
    }
    List<Kept> kept = new ArrayList<>();
    whose
        .customers()
        .forEach(
            (customer, otherAddress) -> {
              if (!isImported(handle, customer)) {
                keep(handle, customer, otherAddress, whose.head(), now, kept);
              }
            });
    if (kept.isEmpty()) {
      return new Filed.Before();
    }
    Token.Known answers = mail.answers();
    if (answers != null) {
      Arrivals.replied(handle, answers.messageId(), by, now);
    }
    return new Filed.Contact(kept, answers == null ? null : answers.letter().letter());
  }

  private boolean isImported(Handle handle, CustomerId customer) {
    return !mail.messageId().isBlank()
        && new InteractionDao(handle).isImported(customer, mail.messageId());
  }

  private void keep(
      Handle handle,
      CustomerId customer,
      boolean otherAddress,
      @Nullable LetterHead head,
      Instant now,
      List<Kept> kept) {
    FiledMailDao filed = new FiledMailDao(handle);
    Token.Known answers = mail.answers();
    LetterId letter = null;
    StaffId staff = null;
    if (answers != null && head != null && head.recipient().customer().equals(customer)) {
      letter = answers.letter().letter();
      staff = head.signatory().staff();
    }
    String kind = letter == null ? "mail" : "reply";
    if (!filed.add(mail.fingerprint(), customer, kind, letter, now)) {
      return;
    }
    InteractionId key = filed.freeKey();
    filed.link(mail.fingerprint(), customer, key);
    Instant at = mail.at().isAfter(now) ? now : mail.at();
    new InteractionDao(handle)
        .insert(
            List.of(
                new Interaction(
                    key,
                    customer,
                    at,
                    Channel.EMAIL,
                    Direction.IN,
                    staff,
                    mail.subject(),
                    otherAddress ? fromElsewhere() : mail.text(),
                    Set.of(),
                    mail.messageId(),
                    0,
                    now)));
    AuditTrail.add(
        handle,
        now,
        new Deed(
            by,
            Act.RECORDED,
            "interaction/" + key,
            customer,
            letter == null ? "mail that came in" : "answer to " + letter));
    kept.add(new Kept(customer, key, otherAddress));
  }

  /** Whoever reads it must see that it may not be the customer who wrote. */
  private String fromElsewhere() {
    return "[from %s, which is not the address on record]\n%s"
        .formatted(mail.sender(), mail.text());
  }

  private Whose whose(Handle handle) {
    if (mail.sender().isEmpty()) {
      return Whose.nobody(Why.STRANGER, "mail without a sender");
    }
    Token.Known answers = mail.answers();
    LetterStamp stamp =
        answers == null
            ? null
            : LetterStamp.of(handle, List.of(answers.letter().letter()))
                .get(answers.letter().letter());
    boolean isRecipient =
        answers != null && Addresses.same(answers.letter().recipient(), mail.sender());
    if (!isRecipient && isOneOfUs(handle)) {
      return Whose.nobody(Why.OURS, "mail of our own");
    }
    Map<CustomerId, Boolean> customers = new LinkedHashMap<>();
    for (Customer customer : new CustomerDao(handle).withEmail(mail.sender())) {
      customers.put(customer.id(), false);
    }
    if (stamp != null) {
      customers.putIfAbsent(stamp.head().recipient().customer(), !isRecipient);
    }
    return customers.isEmpty()
        ? Whose.nobody(Why.STRANGER, "mail from somebody who is no customer")
        : new Whose(
            customers, stamp == null ? null : stamp.head(), new Filed.Left(Why.STRANGER, ""));
  }

  private boolean isOneOfUs(Handle handle) {
    return ours.contains(Addresses.key(mail.sender()))
        || Playbooks.load(handle).staff().stream()
            .anyMatch(member -> Addresses.same(member.email(), mail.sender()));
  }

  /**
   * Whose contact it is.
   *
   * @param customers with whether it came from an address that is not on record for them
   * @param head of the letter that it answers, or null
   * @param left what to say when it is nobody's
   */
  private record Whose(
      Map<CustomerId, Boolean> customers, @Nullable LetterHead head, Filed.Left left) {
    static Whose nobody(Why why, String what) {
      return new Whose(Map.of(), null, new Filed.Left(why, what));
    }

    boolean isNobody() {
      return customers.isEmpty();
    }
  }
}
