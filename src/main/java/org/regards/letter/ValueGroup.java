package org.regards.letter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.language.LetterLanguage;
import org.regards.language.Typography;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.template.TemplateValue;

/** Puts together the values of one record under the names that templates use. */
final class ValueGroup {
  private static final Pattern SPACE = Pattern.compile("\\s{2,}|[\\s&&[^ ]]");

  private final String name;
  private final RecordId record;
  private final Map<String, @Nullable TemplateValue> values = new HashMap<>();

  ValueGroup(String name, RecordId record) {
    this.name = name;
    this.record = record;
  }

  /** A text; blank counts as missing. Line breaks become spaces: a fact stands in a sentence. */
  ValueGroup text(String field, @Nullable String text) {
    values.put(
        field,
        text == null || text.isBlank()
            ? null
            : new TemplateValue.Text(source(field), oneLine(text.strip())));
    return this;
  }

  /** Words of a person, which get the small print of the letter's language. */
  ValueGroup words(String field, @Nullable String words, LetterLanguage language) {
    return value(
        field,
        words == null || words.isBlank()
            ? null
            : new TemplateValue.Text(source(field), words, Typography.finish(words, language)));
  }

  ValueGroup day(String field, @Nullable LocalDate day) {
    return value(field, day == null ? null : new TemplateValue.Day(source(field), day));
  }

  /** A value that knows its own source. */
  ValueGroup value(String name, @Nullable TemplateValue value) {
    values.put(name, value);
    return this;
  }

  ValueGroup money(String field, @Nullable Money money) {
    return value(field, money == null ? null : new TemplateValue.Amount(source(field), money));
  }

  ValueGroup count(String field, @Nullable Long count) {
    return value(field, count == null ? null : new TemplateValue.Count(source(field), count));
  }

  ValueGroup percent(String field, @Nullable BigDecimal percent) {
    return value(field, percent == null ? null : new TemplateValue.Percent(source(field), percent));
  }

  ValueGroup word(String field, @Nullable String word) {
    return value(field, word == null ? null : new TemplateValue.Word(word));
  }

  ValueGroup flag(String field, boolean holds) {
    return value(field, new TemplateValue.Flag(holds));
  }

  ValueGroup series(String field, List<? extends TemplateValue> items) {
    return value(field, new TemplateValue.Series(items));
  }

  TemplateValue.Group build() {
    return new TemplateValue.Group(name, values);
  }

  private RecordField source(String field) {
    return new RecordField(record, field);
  }

  private static String oneLine(String text) {
    return SPACE.matcher(text).find() ? SPACE.matcher(text).replaceAll(" ") : text;
  }
}
