package org.regards.triage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.regards.customer.Customer;
import org.regards.history.CaseFile;
import org.regards.history.Channel;
import org.regards.history.Interaction;
import org.regards.history.Order;
import org.regards.history.PastLetter;
import org.regards.playbook.Policy;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;

/**
 * A record that advice rests on.
 *
 * @param record its id, or that of a letter of ours, for example {@code letter/L-12}
 * @param quote its own words: of a contact what was said or noted, of a policy its text
 * @param day when, or null for what has no day
 * @param at the moment of a contact, or null
 * @param channel of a contact, or null
 */
public record Evidence(
    String record,
    String quote,
    @Nullable LocalDate day,
    @Nullable Instant at,
    @Nullable Channel channel) {
  private static final int LONGEST_QUOTE = 500;

  static Evidence of(Interaction contact) {
    return new Evidence(
        id(RecordKind.INTERACTION, contact.id().value()),
        quote(contact.text().isBlank() ? contact.subject() : contact.text()),
        day(contact),
        contact.at(),
        contact.channel());
  }

  static Evidence of(CaseFile file) {
    String asked =
        file.askedAmount() == null
            ? file.asked()
            : "%s (%s)".formatted(file.asked(), file.askedAmount());
    return new Evidence(
        id(RecordKind.CASE, file.id().value()),
        quote("%s; asked for %s; fault: %s".formatted(file.about(), asked, file.fault().word())),
        file.opened(),
        null,
        null);
  }

  static Evidence of(Order order) {
    return new Evidence(
        id(RecordKind.ORDER, order.id().value()),
        quote("%s %s: %s".formatted(order.kind().word(), order.amount(), order.description())),
        order.date(),
        null,
        null);
  }

  static Evidence of(Policy policy) {
    return new Evidence(
        id(RecordKind.POLICY, policy.id() + " v" + policy.version()),
        quote("%s: %s".formatted(policy.clause(), policy.text())),
        policy.published(),
        null,
        null);
  }

  static Evidence of(PastLetter letter) {
    return new Evidence(
        "letter/" + letter.letter(),
        "%s by %s, %s".formatted(letter.type(), letter.channel(), letter.state()),
        LocalDate.ofInstant(letter.at(), ZoneOffset.UTC),
        letter.at(),
        null);
  }

  static Evidence of(Customer customer) {
    return new Evidence(
        id(RecordKind.CUSTOMER, customer.id().value()),
        customer.since() == null
            ? "status " + customer.status().word()
            : "status %s, since %s".formatted(customer.status().word(), customer.since()),
        null,
        null,
        null);
  }

  static LocalDate day(Interaction contact) {
    return LocalDate.ofInstant(contact.at(), ZoneOffset.UTC);
  }

  private static String id(RecordKind kind, String key) {
    return new RecordId(kind, key).toString();
  }

  /** Verbatim as far as it goes: what is left out is marked. */
  private static String quote(String text) {
    return text.length() <= LONGEST_QUOTE ? text : text.substring(0, LONGEST_QUOTE) + " …";
  }
}
