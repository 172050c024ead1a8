package org.regards.letter;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;
import org.regards.history.CaseFile;
import org.regards.history.Dossier;
import org.regards.history.InteractionId;
import org.regards.history.Order;
import org.regards.history.PolicyId;
import org.regards.language.LetterLanguage;
import org.regards.language.Typography;
import org.regards.playbook.Playbook;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;
import org.regards.template.TemplateInput;
import org.regards.template.TemplateMetadata;
import org.regards.template.TemplateValue;

/**
 * Reads what an author gives with {@code --set name=value} by the kind that the template declares.
 */
final class InputReader {
  private static final String FIELD = "value";

  /** No exponent: {@code 1e400000000} would be written out in full. */
  private static final Pattern AMOUNT =
      Pattern.compile("(?:([A-Z]{3}) ?)?([0-9]{1,12}(?:\\.[0-9]{1,3})?)");

  private final LetterRequest request;
  private final LetterLanguage language;
  private final TemplateMetadata template;
  private final Dossier dossier;
  private final Playbook playbook;
  private final @Nullable CurrencyUnit currency;

  InputReader(
      LetterRequest request,
      LetterLanguage language,
      TemplateMetadata template,
      Dossier dossier,
      Playbook playbook,
      @Nullable CaseFile caseFile,
      @Nullable Order order) {
    this.request = request;
    this.language = language;
    this.template = template;
    this.dossier = dossier;
    this.playbook = playbook;
    this.currency = currencyOf(caseFile, order, dossier);
  }

  /** Where a value that an author gave is said to come from. */
  static RecordField source(String input) {
    return new RecordField(new RecordId(RecordKind.INPUT, input), FIELD);
  }

  Map<String, TemplateValue> read(List<String> problems) {
    Map<String, TemplateValue> values = new HashMap<>();
    request
        .inputs()
        .forEach(
            (name, text) -> {
              TemplateInput input = template.inputs().get(name);
              if (input == null) {
                problems.add(
                    "%s takes no value named %s; it takes %s"
                        .formatted(
                            template.file(),
                            name,
                            template.inputs().isEmpty()
                                ? "none"
                                : String.join(", ", new TreeSet<>(template.inputs().keySet()))));
                return;
              }
              Optional<? extends TemplateValue> value = read(name, input.kind(), text.strip());
              if (value.isPresent()) {
                values.put(name, value.get());
              } else {
                problems.add("%s must be %s".formatted(name, expected(input.kind())));
              }
            });
    return values;
  }

  private Optional<? extends TemplateValue> read(
      String name, TemplateInput.Kind kind, String text) {
    if (text.isEmpty()) {
      return Optional.empty();
    }
    RecordField source = source(name);
    return switch (kind) {
      case TEXT -> Optional.of(words(source, text.replaceAll("\\s+", " ")));
      case DAY ->
          day(text)
              .filter(day -> !day.isBefore(dossier.today()))
              .map(day -> new TemplateValue.Day(source, day));
      case MONEY -> money(text).map(money -> new TemplateValue.Amount(source, money));
      case NUMBER -> number(text).map(number -> new TemplateValue.Count(source, number));
      case STAFF ->
          playbook
              .member(new StaffId(text))
              .map(member -> PersonValues.of("input." + name, member));
      case POLICY ->
          playbook
              .policy(new PolicyId(text), dossier.today())
              .map(policy -> PolicyValues.of("input." + name, policy));
      case INTERACTION ->
          dossier
              .interaction(new InteractionId(text))
              .map(contact -> ContactValues.of("input." + name, contact, playbook, language));
    };
  }

  private TemplateValue words(RecordField source, String words) {
    return new TemplateValue.Text(source, words, Typography.finish(words, language));
  }

  private String expected(TemplateInput.Kind kind) {
    return switch (kind) {
      case TEXT -> "a text, and must not be empty";
      case DAY -> "a day from %s on, written like 2026-12-20".formatted(dossier.today());
      case MONEY ->
          currency == null
              ? "an amount, written like EUR 9.00"
              : "an amount in %s, written like 9.00".formatted(currency);
      case NUMBER -> "a whole number, from 1 up";
      case STAFF ->
          "the id of a member of staff: "
              + String.join(", ", playbook.staff().stream().map(one -> one.id().value()).toList());
      case POLICY ->
          "the id of a policy: "
              + String.join(
                  ", ", playbook.policyIds(dossier.today()).stream().map(PolicyId::value).toList());
      case INTERACTION ->
          "the id of a contact in this customer's history; see regards show "
              + dossier.customer().id();
    };
  }

  private static Optional<LocalDate> day(String text) {
    try {
      return Optional.of(LocalDate.parse(text));
    } catch (DateTimeException notADay) {
      return Optional.empty();
    }
  }

  private static Optional<Long> number(String text) {
    return text.matches("[1-9][0-9]{0,8}") ? Optional.of(Long.parseLong(text)) : Optional.empty();
  }

  private Optional<Money> money(String text) {
    Matcher amount = AMOUNT.matcher(text);
    if (!amount.matches()) {
      return Optional.empty();
    }
    try {
      CurrencyUnit unit = amount.group(1) == null ? currency : CurrencyUnit.of(amount.group(1));
      return unit == null
          ? Optional.empty()
          : Optional.of(Money.of(unit, new BigDecimal(amount.group(2))));
    } catch (IllegalArgumentException | ArithmeticException notAnAmount) {
      return Optional.empty();
    }
  }

  private static @Nullable CurrencyUnit currencyOf(
      @Nullable CaseFile caseFile, @Nullable Order order, Dossier dossier) {
    if (caseFile != null && caseFile.askedAmount() != null) {
      return caseFile.askedAmount().getCurrencyUnit();
    }
    if (order != null) {
      return order.amount().getCurrencyUnit();
    }
    return dossier.orders().isEmpty()
        ? null
        : dossier.orders().getLast().amount().getCurrencyUnit();
  }
}
