package org.regards.letter;

import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regards.customer.Customer;
import org.regards.customer.PersonName;
import org.regards.history.Interaction;
import org.regards.history.Tag;
import org.regards.language.LetterLanguage;
import org.regards.language.LocalFormats;
import org.regards.playbook.Business;
import org.regards.playbook.Pauses;
import org.regards.playbook.Policy;
import org.regards.playbook.StaffMember;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;
import org.regards.template.TemplateValue;

/** Everything a template may see of a plan, under the names of the manual's table of values. */
final class LetterValues {
  private static final Period DEFAULT_NOTICE = Period.ofDays(30);
  private static final Period PATTERN_WINDOW = Period.ofMonths(12);

  private final LetterPlan plan;
  private final LocalFormats formats;
  private final Map<String, @Nullable TemplateValue> values = new HashMap<>();

  private LetterValues(LetterPlan plan, LocalFormats formats) {
    this.plan = plan;
    this.formats = formats;
  }

  static TemplateValue.Group of(LetterPlan plan, LocalFormats formats) {
    return new LetterValues(plan, formats).root();
  }

  private TemplateValue.Group root() {
    put("customer", () -> customer(plan, formats));
    put("business", () -> business(plan.business(), plan.language()));
    put("letter", this::letter);
    put("case", () -> CaseValues.of(plan));
    put("offer", () -> OfferValues.of(plan));
    put("sender", () -> person("sender", Optional.ofNullable(plan.signatory())));
    put("manager", () -> person("manager", plan.accountManager()));
    put("praise", () -> contact("praise", plan.dossier().kindWords().findFirst()));
    put("incident", () -> contact("incident", plan.dossier().incidents().findFirst()));
    put("last_order", this::lastOrder);
    put("last_contact", () -> contact("last_contact", lastContact()));
    put("complaints", this::complaints);
    put("pause", this::pause);
    put("ending", this::ending);
    put("input", this::inputs);
    return new TemplateValue.Group("", values);
  }

  /** The customer without the name as a language orders it, which takes formats. */
  static TemplateValue.Group customer(LetterPlan plan) {
    return ofCustomer(plan).build();
  }

  private static TemplateValue.Group customer(LetterPlan plan, LocalFormats formats) {
    PersonName name = plan.customer().name();
    return ofCustomer(plan).text("name", formats.name(name.givenAlone(), name.family())).build();
  }

  private static ValueGroup ofCustomer(LetterPlan plan) {
    Customer customer = plan.customer();
    LocalDate since = customer.since();
    boolean known = since != null && !since.isAfter(plan.today());
    return new ValueGroup("customer", record(RecordKind.CUSTOMER, customer.id().value()))
        .text("id", customer.id().value())
        .text("title", customer.name().title())
        .text("academic_title", customer.name().academicTitle())
        .text("given_name", customer.name().givenAlone())
        .text("family_name", customer.name().family())
        .text("organisation", customer.organisation())
        .word("form", customer.name().formOfAddress().name().toLowerCase(Locale.ROOT))
        .word("country", customer.address().country())
        .day("since", since)
        .count("years", known ? (long) Period.between(since, plan.today()).getYears() : null)
        .flag(
            "long_standing",
            known && isLongStanding(ChronoUnit.MONTHS.between(since, plan.today()), plan))
        .count("orders", plan.dossier().purchases().count());
  }

  /**
   * With us for as long as the plan says, and for a whole year at least, which a letter can name.
   */
  private static boolean isLongStanding(long months, LetterPlan plan) {
    return months >= Math.max(12, plan.playbook().plan(plan.today()).duties().empathyMonths());
  }

  static TemplateValue.Group business(Business business, LetterLanguage language) {
    return new ValueGroup("business", record(RecordKind.BUSINESS, "settings"))
        .text("name", business.name())
        .text("email", business.email())
        .text("phone", business.phone())
        .text("web", business.web())
        .flag("writes_in_letter_language", business.documentsLanguage().equals(language.code()))
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

  private TemplateValue.@Nullable Group lastOrder() {
    return plan.dossier()
        .purchases()
        .reduce((earlier, later) -> later)
        .map(order -> OrderValues.of("last_order", order))
        .orElse(null);
  }

  private Optional<Interaction> lastContact() {
    return plan.dossier().interactions().reversed().stream()
        .filter(contact -> !contact.tags().contains(Tag.AUTO_REPLY))
        .findFirst();
  }

  /** Complaints of the last twelve months, newest first. */
  static List<Interaction> complaints(LetterPlan plan) {
    LocalDate from = plan.today().minus(PATTERN_WINDOW);
    return plan.dossier()
        .fromCustomer()
        .filter(contact -> contact.tags().contains(Tag.COMPLAINT))
        .filter(contact -> !ContactValues.day(contact).isBefore(from))
        .toList();
  }

  private TemplateValue.Group complaints() {
    List<Interaction> complaints = complaints(plan);
    return new ValueGroup("complaints", record(RecordKind.CUSTOMER, plan.customer().id().value()))
        .count("complaints", (long) complaints.size())
        .series("days", complaints.reversed().stream().map(LetterValues::day).toList())
        .value("first", contact("complaints.first", complaints.reversed().stream().findFirst()))
        .value("latest", contact("complaints.latest", complaints.stream().findFirst()))
        .build();
  }

  private TemplateValue.Group pause() {
    Policy policy = plan.playbook().onConduct(plan.today()).orElse(null);
    Pauses pauses = plan.playbook().plan(plan.today()).pauses();
    TemplateValue.Day until = day("until", plan.today().plusDays(pauses.days()));
    StaffMember contact = plan.signatory();
    TemplateValue given = plan.inputs().get("contact");
    return new ValueGroup("pause", record(RecordKind.INPUT, "pause"))
        .value("until", until)
        .value("review", day("review", until.day().minusDays(pauses.reviewBeforeEnd())))
        .value("policy", chosenPolicy("pause.policy", policy))
        .value(
            "contact",
            given != null
                ? given
                : contact == null ? null : PersonValues.of("pause.contact", contact))
        .build();
  }

  private TemplateValue.Group ending() {
    TemplateValue policy =
        chosenPolicy("ending.policy", plan.playbook().onEnding(plan.today()).orElse(null));
    Period notice =
        policy instanceof TemplateValue.Group chosen
                && chosen.values().get("window_days") instanceof TemplateValue.Count days
            ? Period.ofDays(Math.toIntExact(days.count()))
            : DEFAULT_NOTICE;
    return new ValueGroup("ending", record(RecordKind.INPUT, "ending"))
        .value("effective", day("effective", plan.today().plus(notice)))
        .value("policy", policy)
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
    Map<String, @Nullable TemplateValue> inputs = new HashMap<>();
    plan.template().inputs().keySet().forEach(name -> inputs.put(name, null));
    inputs.putAll(plan.inputs());
    if (inputs.containsKey("until") && inputs.get("until") == null) {
      inputs.put("until", day("until", OfferValues.lastDay(plan)));
    }
    return new TemplateValue.Group("input", inputs);
  }

  private TemplateValue.@Nullable Group contact(String name, Optional<Interaction> contact) {
    return contact
        .map(one -> ContactValues.of(name, one, plan.playbook(), plan.language()))
        .orElse(null);
  }

  private static TemplateValue.Day day(Interaction contact) {
    RecordId interaction = record(RecordKind.INTERACTION, contact.id().value());
    return new TemplateValue.Day(new RecordField(interaction, "at"), ContactValues.day(contact));
  }

  private static TemplateValue.@Nullable Group person(String name, Optional<StaffMember> member) {
    return member.map(one -> PersonValues.of(name, one)).orElse(null);
  }

  private void put(String name, Supplier<@Nullable TemplateValue> value) {
    values.put(name, new TemplateValue.Later(value));
  }

  private static RecordId record(RecordKind kind, String key) {
    return new RecordId(kind, key);
  }
}
