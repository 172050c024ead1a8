package org.regards.document;

import java.math.BigDecimal;
import java.util.Locale;
import org.joda.money.Money;

/** What stands in a table: words, or a figure that can be reckoned with. */
public sealed interface Cell {
  record Words(String text) implements Cell {}

  record Count(long value) implements Cell {}

  /** A share in percent. */
  record Percent(BigDecimal value) implements Cell {}

  static Cell of(String text) {
    return new Words(text);
  }

  static Cell of(long value) {
    return new Count(value);
  }

  static Cell of(Money amount) {
    return new Words(amount.toString());
  }

  static Cell percent(BigDecimal value) {
    return new Percent(value);
  }

  /** As people read it. */
  default String text() {
    return switch (this) {
      case Words words -> words.text;
      case Count count -> String.format(Locale.ROOT, "%,d", count.value);
      case Percent percent -> percent.value.toPlainString() + " %";
    };
  }

  default boolean isFigure() {
    return switch (this) {
      case Words ignored -> false;
      case Count ignored -> true;
      case Percent ignored -> true;
    };
  }
}
