package org.regards.letter;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseFile;
import org.regards.history.Direction;
import org.regards.history.Interaction;
import org.regards.history.Order;
import org.regards.history.Tag;
import org.regards.playbook.Policy;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;
import org.regards.template.TemplateValue;

/** The case of a letter as templates see it, with what can be said of it from the records alone. */
final class CaseValues {
  /**
   * A message this many days from the day a case was opened is taken for the one that opened it.
   */
  private static final int DAYS_AROUND_OPENING = 7;

  private final LetterPlan plan;
  private final CaseFile file;

  private CaseValues(LetterPlan plan, CaseFile file) {
    this.plan = plan;
    this.file = file;
  }

  static TemplateValue.@Nullable Group of(LetterPlan plan) {
    return plan.caseFile() == null ? null : new CaseValues(plan, plan.caseFile()).group();
  }

  private TemplateValue.Group group() {
    Policy policy = plan.policy();
    Order order = plan.order();
    List<Interaction> waiting = unanswered();
    return new ValueGroup("case", new RecordId(RecordKind.CASE, file.id().value()))
        .text("id", file.id().value())
        .day("opened", file.opened())
        .value("heard", heard())
        .text("asked", file.asked())
        .money("asked_amount", file.askedAmount())
        .money("granted_amount", file.grantedAmount())
        .day("resolved", file.resolved())
        .word("fault", file.fault().word())
        .word("state", file.state().word())
        .flag("asks_more", asksMoreThanAllowed())
        .flag("late", isLate())
        .count("days", daysSinceOrder())
        .count("messages", (long) waiting.size())
        .count("waiting_days", waiting.isEmpty() ? null : daysSince(waiting.getFirst()))
        .value("message", message().map(one -> contact("case.message", one)).orElse(null))
        .value("call", call().map(one -> contact("case.call", one)).orElse(null))
        .value("order", order == null ? null : OrderValues.of("case.order", order))
        .value("policy", policy == null ? null : PolicyValues.of("case.policy", policy))
        .build();
  }

  private TemplateValue.Group contact(String name, Interaction contact) {
    return ContactValues.of(name, contact, plan.playbook(), plan.language());
  }

  /** The day the customer turned to us: that of the message, or else that of the case. */
  private TemplateValue.Day heard() {
    return message()
        .map(
            contact ->
                new TemplateValue.Day(
                    new RecordField(
                        new RecordId(RecordKind.INTERACTION, contact.id().value()), "at"),
                    ContactValues.day(contact)))
        .orElseGet(
            () ->
                new TemplateValue.Day(
                    new RecordField(new RecordId(RecordKind.CASE, file.id().value()), "opened"),
                    file.opened()));
  }

  /** Days from the order to the day the customer turned to us. */
  private @Nullable Long daysSinceOrder() {
    Order order = plan.order();
    return order == null ? null : ChronoUnit.DAYS.between(order.date(), heard().day());
  }

  private boolean isLate() {
    Long days = daysSinceOrder();
    Policy policy = plan.policy();
    return days != null
        && policy != null
        && policy.windowDays() != null
        && days > policy.windowDays();
  }

  private boolean asksMoreThanAllowed() {
    Money asked = file.askedAmount();
    return asked != null
        && OfferValues.most(plan)
            .filter(most -> most.isSameCurrency(asked) && asked.isGreaterThan(most))
            .isPresent();
  }

  /** The customer's message that opened the case. */
  private Optional<Interaction> message() {
    return plan.dossier()
        .fromCustomer()
        .filter(contact -> distance(contact) <= DAYS_AROUND_OPENING)
        .min(Comparator.comparingLong(this::distance).thenComparing(Interaction::at));
  }

  private long distance(Interaction contact) {
    return Math.abs(ChronoUnit.DAYS.between(file.opened(), ContactValues.day(contact)));
  }

  /** The latest call or visit about it after the message that opened it. */
  private Optional<Interaction> call() {
    Interaction opening = message().orElse(null);
    return plan.dossier().interactions().reversed().stream()
        .filter(contact -> !contact.equals(opening))
        .filter(contact -> !ContactValues.day(contact).isBefore(file.opened()))
        .filter(contact -> !contact.channel().keepsOwnWords())
        .findFirst();
  }

  /**
   * Messages of the customer's since the case was opened that nobody has answered, oldest first.
   */
  private List<Interaction> unanswered() {
    LocalDate since =
        plan.dossier().interactions().stream()
            .filter(contact -> contact.direction() == Direction.OUT)
            .map(ContactValues::day)
            .max(Comparator.naturalOrder())
            .filter(answered -> !answered.isBefore(file.opened()))
            .map(answered -> answered.plusDays(1))
            .orElse(file.opened());
    return plan.dossier().interactions().stream()
        .filter(Interaction::isFromCustomer)
        .filter(contact -> contact.channel().keepsOwnWords())
        .filter(contact -> contact.tags().stream().noneMatch(Tag::isKind))
        .filter(contact -> !ContactValues.day(contact).isBefore(since))
        .toList();
  }

  private long daysSince(Interaction contact) {
    return ChronoUnit.DAYS.between(ContactValues.day(contact), plan.today());
  }
}
