package org.regards.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.RowMapper;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by the names of its columns; valid only while it is being mapped. */
public final class Row {
  /** Joda-Money searches its table anew each time. */
  private static final Map<String, CurrencyUnit> CURRENCIES = new ConcurrentHashMap<>();

  private final ResultSet columns;

  private Row(ResultSet columns) {
    this.columns = columns;
  }

  /** Makes a mapper of a method that reads one row. */
  public static <T> RowMapper<T> as(Function<Row, T> read) {
    return (columns, context) -> {
      try {
        return read.apply(new Row(columns));
      } catch (Unreadable wrapped) {
        throw wrapped.failure;
      }
    };
  }

  /** A column that is never null. */
  public String text(String column) {
    return Objects.requireNonNull(textOrNull(column), column);
  }

  public @Nullable String textOrNull(String column) {
    try {
      return columns.getString(column);
    } catch (SQLException failure) {
      throw new Unreadable(failure);
    }
  }

  public int number(String column) {
    return Math.toIntExact(bigNumber(column));
  }

  public @Nullable Integer numberOrNull(String column) {
    Long number = bigNumberOrNull(column);
    return number == null ? null : Math.toIntExact(number);
  }

  public long bigNumber(String column) {
    try {
      return columns.getLong(column);
    } catch (SQLException failure) {
      throw new Unreadable(failure);
    }
  }

  public @Nullable Long bigNumberOrNull(String column) {
    try {
      long number = columns.getLong(column);
      return columns.wasNull() ? null : number;
    } catch (SQLException failure) {
      throw new Unreadable(failure);
    }
  }

  public byte[] bytes(String column) {
    try {
      return Objects.requireNonNull(columns.getBytes(column), column);
    } catch (SQLException failure) {
      throw new Unreadable(failure);
    }
  }

  public LocalDate date(String column) {
    return IsoText.date(text(column));
  }

  public @Nullable LocalDate dateOrNull(String column) {
    String text = textOrNull(column);
    return text == null ? null : IsoText.date(text);
  }

  public Instant instant(String column) {
    return IsoText.instant(text(column));
  }

  public @Nullable Instant instantOrNull(String column) {
    String text = textOrNull(column);
    return text == null ? null : IsoText.instant(text);
  }

  public Money money(String minorUnits, String currency) {
    return Money.ofMinor(currency(text(currency)), bigNumber(minorUnits));
  }

  /** Null when there is no amount, whether or not there is a currency. */
  public @Nullable Money moneyOrNull(String minorUnits, String currency) {
    Long amount = bigNumberOrNull(minorUnits);
    return amount == null ? null : Money.ofMinor(currency(text(currency)), amount);
  }

  private static CurrencyUnit currency(String code) {
    return CURRENCIES.computeIfAbsent(code, CurrencyUnit::of);
  }

  /** Carries the driver's failure through the reading method. */
  private static final class Unreadable extends RuntimeException {
    private final SQLException failure;

    private Unreadable(SQLException failure) {
      super(failure);
      this.failure = failure;
    }
  }
}
