package org.regards.letter;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;
import org.regards.history.CaseFile;
import org.regards.history.CaseId;
import org.regards.history.Dossier;
import org.regards.history.InteractionId;
import org.regards.history.Order;
import org.regards.history.OrderId;
import org.regards.history.PolicyId;
import org.regards.playbook.Business;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.template.TemplateMetadata;
import org.regards.template.TemplateValue;

/**
 * What the fields that a letter's facts name hold now, worked out by the same means as when the
 * letter was written. Days are counted to the day printed on the letter: what it says of the time
 * until then stays true. For one letter, on one thread.
 */
public final class CurrentFacts {
  private static final TemplateMetadata NO_TEMPLATE =
      new TemplateMetadata("", "", List.of(), List.of(), List.of(), Map.of());
  private static final String VERSION = " v";

  private final LetterHead head;
  private final Dossier dossier;
  private final Playbook playbook;
  private final Business business;
  private final Map<RecordId, Optional<Map<String, String>>> known = new HashMap<>();

  /**
   * @param dossier of the recipient, with the records as they stand now
   */
  public CurrentFacts(LetterHead head, Dossier dossier, Playbook playbook, Business business) {
    this.head = head;
    this.dossier = onTheDayOf(head.date(), dossier);
    this.playbook = playbook;
    this.business = business;
  }

  /**
   * Whether a record is there, and belongs to the recipient where it is a customer's. What an
   * author gave while composing is in no record and counts as there.
   */
  public boolean has(RecordId record) {
    return known.computeIfAbsent(record, this::values).isPresent();
  }

  /** What a field holds, in stored form; empty when nothing, or when it is in no record. */
  public Optional<String> value(RecordField field) {
    return known
        .computeIfAbsent(field.record(), this::values)
        .map(values -> values.get(field.field()));
  }

  private Optional<Map<String, String>> values(RecordId record) {
    return switch (record.kind()) {
      case CUSTOMER ->
          record.key().equals(dossier.customer().id().value())
              ? Optional.of(ofCustomer())
              : Optional.empty();
      case ORDER ->
          dossier
              .order(new OrderId(record.key()))
              .map(order -> flat(record, OrderValues.of("", order)));
      case INTERACTION ->
          dossier
              .interaction(new InteractionId(record.key()))
              .map(
                  contact ->
                      flat(record, ContactValues.of("", contact, playbook, head.language())));
      case CASE ->
          dossier.caseFile(new CaseId(record.key())).map(file -> ofCase(record, plan(file)));
      case POLICY -> policy(record.key()).map(policy -> flat(record, PolicyValues.of("", policy)));
      case STAFF ->
          playbook
              .member(new StaffId(record.key()))
              .map(member -> flat(record, PersonValues.of("", member)));
      case BUSINESS -> Optional.of(ofBusiness());
      case INPUT -> Optional.of(Map.of());
    };
  }

  /** One version of a policy, as facts name it: {@code T-1 v2}. */
  public Optional<Policy> policy(String key) {
    int version = key.lastIndexOf(VERSION);
    return version < 0
        ? Optional.empty()
        : playbook.versions(new PolicyId(key.substring(0, version)), head.date()).stream()
            .filter(one -> key.substring(version + VERSION.length()).equals("" + one.version()))
            .findFirst();
  }

  private Map<String, String> ofCustomer() {
    LetterPlan plan = plan(null);
    Map<String, String> values = new HashMap<>();
    add(LetterValues.customer(plan), values);
    values.put("complaints", Integer.toString(LetterValues.complaints(plan).size()));
    return values;
  }

  private Map<String, String> ofBusiness() {
    Map<String, String> values = new HashMap<>();
    add(LetterValues.business(business, head.language()), values);
    return values;
  }

  private static Map<String, String> ofCase(RecordId record, LetterPlan plan) {
    Map<String, String> values = new HashMap<>();
    TemplateValue.Group file = CaseValues.of(plan);
    if (file != null) {
      values.putAll(flat(record, file));
    }
    TemplateValue.Group offer = OfferValues.of(plan);
    if (offer != null) {
      values.putAll(flat(record, offer));
    }
    return values;
  }

  private LetterPlan plan(@Nullable CaseFile file) {
    Order order =
        file == null || file.order() == null ? null : dossier.order(file.order()).orElse(null);
    Policy policy =
        file == null || file.policy() == null
            ? null
            : playbook.policy(file.policy(), file.opened()).orElse(null);
    return new LetterPlan(
        head.type(),
        head.language(),
        head.channel(),
        dossier,
        playbook,
        business,
        NO_TEMPLATE,
        file,
        order,
        policy,
        null,
        Map.of());
  }

  private static Map<String, String> flat(RecordId record, TemplateValue.Group group) {
    Map<String, String> values = new HashMap<>();
    add(group, values);
    group
        .values()
        .values()
        .forEach(
            value -> {
              if (value instanceof TemplateValue.Amount amount
                  && amount.source().record().equals(record)) {
                values.put(amount.source().field(), amount.money().toString());
              }
            });
    return values;
  }

  private static void add(TemplateValue.Group group, Map<String, String> into) {
    group
        .values()
        .forEach(
            (name, value) -> {
              String stored = stored(value);
              if (stored != null) {
                into.put(name, stored);
              }
            });
  }

  private static @Nullable String stored(@Nullable TemplateValue value) {
    return switch (value) {
      case TemplateValue.Text text -> text.text();
      case TemplateValue.Day day -> day.day().toString();
      case TemplateValue.Amount amount -> amount.money().toString();
      case TemplateValue.Count count -> Long.toString(count.count());
      case TemplateValue.Percent percent -> percent.percent().toPlainString();
      case TemplateValue.Word word -> word.word();
      case TemplateValue.Later ignored -> null;
      case TemplateValue.Flag ignored -> null;
      case TemplateValue.Series ignored -> null;
      case TemplateValue.Group ignored -> null;
      case null -> null;
    };
  }

  private static Dossier onTheDayOf(LocalDate day, Dossier dossier) {
    return dossier.today().equals(day)
        ? dossier
        : new Dossier(
            dossier.customer(),
            day.atStartOfDay(ZoneOffset.UTC).toInstant(),
            dossier.orders(),
            dossier.interactions(),
            dossier.cases(),
            dossier.letters(),
            dossier.verdicts());
  }
}
