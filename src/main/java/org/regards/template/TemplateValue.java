package org.regards.template;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.store.RecordField;

/**
 * What a template may see. Values that come from a record know its field; printed, they mark
 * themselves as facts.
 */
public sealed interface TemplateValue {
  /**
   * A text.
   *
   * @param text as the record has it
   * @param printed as a letter has it: the same, but for small print such as no-break spaces
   */
  record Text(RecordField source, String text, String printed) implements TemplateValue {
    public Text(RecordField source, String text) {
      this(source, text, text);
    }
  }

  record Day(RecordField source, LocalDate day) implements TemplateValue {}

  record Amount(RecordField source, Money money) implements TemplateValue {}

  /** A count of something: printed as a word up to twelve. */
  record Count(RecordField source, long count) implements TemplateValue {}

  record Percent(RecordField source, BigDecimal percent) implements TemplateValue {}

  /** A word to decide by, such as a state; printed it is plain text and no fact. */
  record Word(String word) implements TemplateValue {}

  /** Worked out once, when a template first asks for it. Not for several threads. */
  final class Later implements TemplateValue {
    private final Supplier<@Nullable TemplateValue> work;
    private @Nullable TemplateValue value;
    private boolean worked;

    /**
     * @param work may give null for a value that is not there
     */
    public Later(Supplier<@Nullable TemplateValue> work) {
      this.work = work;
    }

    @Nullable TemplateValue value() {
      if (!worked) {
        value = work.get();
        worked = true;
      }
      return value;
    }
  }

  record Flag(boolean holds) implements TemplateValue {}

  record Series(List<? extends TemplateValue> items) implements TemplateValue {
    public Series {
      items = List.copyOf(items);
    }
  }

  /**
   * Values under their names. A name that maps to null is one that a template may ask for and that
   * has no value here; a name that is absent is a mistake of the template's.
   *
   * @param name as templates see it, for example {@code case.order}
   */
  record Group(String name, Map<String, @Nullable TemplateValue> values) implements TemplateValue {
    public Group {
      // not copied: a letter has a dozen of these, and none is kept beyond it
      values = Collections.unmodifiableMap(values);
    }
  }
}
