package org.regards.letter;

import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.customer.Customer;
import org.regards.history.Interaction;
import org.regards.history.Tag;
import org.regards.language.LocalFormats;
import org.regards.playbook.Business;
import org.regards.playbook.Policy;
import org.regards.playbook.StaffMember;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;
import org.regards.template.TemplateValue;

/** Everything a template may see of a plan, under the names of the manual's table of values. */
final class LetterValues {
  private static final Period DEFAULT_PAUSE = Period.ofDays(30);
  private static final Period REVIEW_BEFORE_END = Period.ofDays(7);
  private static final Period DEFAULT_NOTICE = Period.ofDays(30);
  private static final Period PATTERN_WINDOW = Period.ofMonths(12);

  private final LetterPlan plan;
  private final LocalFormats formats;

  private LetterValues(LetterPlan plan, LocalFormats formats) {
    this.plan = plan;
    this.formats = formats;
  }

  static TemplateValue.Group of(LetterPlan plan, LocalFormats formats) {
    return new LetterValues(plan, formats).root();
  }

  private TemplateValue.Group root() {
    Map<String, @Nullable TemplateValue> values = new HashMap<>();
    values.put("customer", customer());
    values.put("business", business());
    values.put(
        "sender", plan.signatory() == null ? null : PersonValues.of("sender", plan.signatory()));
    values.put(
        "manager", plan.accountManager().map(one -> PersonValues.of("manager", one)).orElse(null));
    values.put("letter", letter());
    values.put("case", CaseValues.of(plan));
    values.put("offer", OfferValues.of(plan));
    values.put("praise", praise().map(one -> contact("praise", one)).orElse(null));
    values.put("incident", incident().map(one -> contact("incident", one)).orElse(null));
    values.put("last_contact", lastContact().map(one -> contact("last_contact", one)).orElse(null));
    values.put("complaints", complaints());
    values.put("pause", pause());
    values.put("ending", ending());
    values.put("input", inputs());
    return new TemplateValue.Group("", values);
  }

  private TemplateValue.Group customer() {
    Customer customer = plan.customer();
    LocalDate since = customer.since();
    boolean known = since != null && !since.isAfter(plan.today());
    return new ValueGroup("customer", record(RecordKind.CUSTOMER, customer.id().value()))
        .text("id", customer.id().value())
        .text("title", customer.name().title())
        .text("academic_title", customer.name().academicTitle())
        .text("given_name", customer.name().givenAlone())
        .text("family_name", customer.name().family())
        .text("name", formats.name(customer.name().givenAlone(), customer.name().family()))
        .text("organisation", customer.organisation())
        .word("form", customer.name().formOfAddress().name().toLowerCase(Locale.ROOT))
        .word("country", customer.address().country())
        .day("since", since)
        .count("years", known ? (long) Period.between(since, plan.today()).getYears() : null)
        .count("orders", plan.dossier().purchases().count())
        .build();
  }

  private TemplateValue.Group business() {
    Business business = plan.business();
    return new ValueGroup("business", record(RecordKind.BUSINESS, "settings"))
        .text("name", business.name())
        .text("email", business.email())
        .text("phone", business.phone())
        .text("web", business.web())
        .flag(
            "writes_in_letter_language",
            business.documentsLanguage().equals(plan.language().code()))
        .build();
  }

  private TemplateValue.Group letter() {
    return new ValueGroup("letter", record(RecordKind.INPUT, "letter"))
        .word("type", plan.type().word())
        .word("channel", plan.channel().word())
        .word("language", plan.language().tag())
        .day("date", plan.today())
        .build();
  }

  /** Praise or thanks on record, other than the message that the case is about. */
  private Optional<Interaction> praise() {
    return plan.dossier().kindWords().findFirst();
  }

  private Optional<Interaction> incident() {
    return plan.dossier().incidents().findFirst();
  }

  private Optional<Interaction> lastContact() {
    return plan.dossier().interactions().reversed().stream()
        .filter(contact -> !contact.tags().contains(Tag.AUTO_REPLY))
        .findFirst();
  }

  private TemplateValue.Group complaints() {
    LocalDate from = plan.today().minus(PATTERN_WINDOW);
    List<Interaction> complaints =
        plan.dossier()
            .fromCustomer()
            .filter(contact -> contact.tags().contains(Tag.COMPLAINT))
            .filter(contact -> !ContactValues.day(contact).isBefore(from))
            .toList();
    boolean none = complaints.isEmpty();
    return new ValueGroup("complaints", record(RecordKind.CUSTOMER, plan.customer().id().value()))
        .count("complaints", (long) complaints.size())
        .value("first", none ? null : contact("complaints.first", complaints.getLast()))
        .value("latest", none ? null : contact("complaints.latest", complaints.getFirst()))
        .build();
  }

  private TemplateValue.Group pause() {
    Policy policy = plan.playbook().onConduct(plan.today()).orElse(null);
    TemplateValue.Day until = day("until", plan.today().plus(DEFAULT_PAUSE));
    StaffMember contact = plan.signatory();
    TemplateValue given = plan.inputs().get("contact");
    return new ValueGroup("pause", record(RecordKind.INPUT, "pause"))
        .value("until", until)
        .value("review", day("review", until.day().minus(REVIEW_BEFORE_END)))
        .value("policy", chosenPolicy("pause.policy", policy))
        .value(
            "contact",
            given != null
                ? given
                : contact == null ? null : PersonValues.of("pause.contact", contact))
        .build();
  }

  private TemplateValue.Group ending() {
    Policy policy = plan.playbook().onEnding(plan.today()).orElse(null);
    Integer days = policy == null ? null : policy.windowDays();
    Period notice = days == null ? DEFAULT_NOTICE : Period.ofDays(days);
    return new ValueGroup("ending", record(RecordKind.INPUT, "ending"))
        .value("effective", day("effective", plan.today().plus(notice)))
        .value("policy", chosenPolicy("ending.policy", policy))
        .build();
  }

  private @Nullable TemplateValue chosenPolicy(String name, @Nullable Policy found) {
    TemplateValue given = plan.inputs().get("policy");
    return given != null ? given : found == null ? null : PolicyValues.of(name, found);
  }

  private TemplateValue.Day day(String input, LocalDate otherwise) {
    return plan.inputs().get(input) instanceof TemplateValue.Day given
        ? given
        : new TemplateValue.Day(InputReader.source(input), otherwise);
  }

  private TemplateValue.Group inputs() {
    Map<String, @Nullable TemplateValue> values = new HashMap<>();
    plan.template().inputs().keySet().forEach(name -> values.put(name, null));
    values.putAll(plan.inputs());
    if (values.containsKey("until") && values.get("until") == null) {
      values.put("until", day("until", OfferValues.lastDay(plan)));
    }
    return new TemplateValue.Group("input", values);
  }

  private TemplateValue.Group contact(String name, Interaction contact) {
    return ContactValues.of(name, contact, plan.playbook(), plan.language());
  }

  private static RecordId record(RecordKind kind, String key) {
    return new RecordId(kind, key);
  }
}
