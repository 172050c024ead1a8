package org.regards.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.store.IsoText;

/**
 * The cells of one row by the names of their columns. Each reading method takes note of what is
 * wrong and returns a stand-in, so that all problems of a row are found at once. Free text is kept
 * to the letter; blanks around codes, numbers and dates are not.
 */
final class Cells {
  static final int LONGEST_KEY = 100;
  static final int LONGEST_CELL = 1 << 20;

  private static final String STAND_IN = "?";
  private static final Money NO_MONEY = Money.zero(CurrencyUnit.EUR);
  private static final int LONGEST_AMOUNT = 15;

  private final Path file;
  private final Header header;
  private final CsvRecord row;
  private final List<Problem> problems = new ArrayList<>(0);
  private final List<String> remarks = new ArrayList<>(0);

  Cells(Path file, Header header, CsvRecord row) {
    this.file = file;
    this.header = header;
    this.row = row;
    checkWidth();
  }

  private void checkWidth() {
    for (int i = header.width(); i < row.getFieldCount(); i++) {
      if (!row.getField(i).isBlank()) {
        problems.add(
            new Problem(
                file,
                line(),
                i + 1,
                "the row has %d fields, expected %d: a field that holds the separator stands in quotation marks"
                    .formatted(row.getFieldCount(), header.width())));
        return;
      }
    }
  }

  long line() {
    return row.getStartingLineNumber();
  }

  CsvRecord row() {
    return row;
  }

  boolean isBlank() {
    return row.getFields().stream().allMatch(String::isBlank);
  }

  boolean endsEarly() {
    return row.getFieldCount() < header.width();
  }

  List<Problem> problems() {
    return problems;
  }

  /** What is worth a note without being wrong. */
  List<String> remarks() {
    return remarks;
  }

  void remark(String remark) {
    remarks.add(remark);
  }

  void problem(String column, String message) {
    problems.add(new Problem(file, line(), header.place(column) + 1, message));
  }

  /** Adds one problem, about a value, of the form every message has. */
  private void wrong(String column, String value, String expected) {
    problem(
        column,
        value.isEmpty()
            ? "%s is empty, expected %s".formatted(column, expected)
            : "%s is %s, expected %s".formatted(column, Shown.of(value), expected));
  }

  /** Exactly as it stands in the file. */
  private String raw(String column) {
    int place = header.place(column);
    return place < row.getFieldCount() ? row.getField(place) : "";
  }

  /** Text of several lines, kept to the letter. */
  String text(String column) {
    String text = raw(column);
    if (text.length() > LONGEST_CELL) {
      problem(
          column,
          "%s has %,d characters, expected at most %,d"
              .formatted(column, text.length(), LONGEST_CELL));
      return STAND_IN;
    }
    if (text.indexOf('\0') >= 0) {
      problem(column, column + " holds a NUL character, expected text");
    }
    return text;
  }

  /** Text of one line, kept to the letter. */
  String line(String column) {
    String text = text(column);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character != '\0'
          && (Character.isISOControl(character)
              || character == '\u2028'
              || character == '\u2029')) {
        problem(
            column,
            column + " holds a line break or a control character, expected one line of text");
        break;
      }
    }
    return text;
  }

  private String code(String column) {
    return raw(column).strip();
  }

  String key(String column) {
    String key = keyOrNull(column);
    if (key == null) {
      wrong(column, "", "a key");
      return STAND_IN;
    }
    return key;
  }

  @Nullable String keyOrNull(String column) {
    String key = code(column);
    if (key.isEmpty()) {
      return null;
    }
    if (key.length() > LONGEST_KEY) {
      problem(
          column,
          "%s has %,d characters, expected a key of at most %d"
              .formatted(column, key.length(), LONGEST_KEY));
      return STAND_IN;
    }
    if (key.chars().anyMatch(Character::isISOControl)) {
      wrong(column, key, "a key of one line without control characters");
      return STAND_IN;
    }
    return key;
  }

  LocalDate date(String column) {
    LocalDate date = dateOrNull(column);
    if (date == null) {
      wrong(column, "", "a date such as 2026-11-20");
      return LocalDate.EPOCH;
    }
    return date;
  }

  @Nullable LocalDate dateOrNull(String column) {
    String text = code(column);
    if (text.isEmpty()) {
      return null;
    }
    if (isShaped(text, "0000-00-00")) {
      try {
        return IsoText.date(text);
      } catch (DateTimeException noSuchDay) {
        // Falls through to the message.
      }
    }
    wrong(column, text, "a date such as 2026-11-20");
    return LocalDate.EPOCH;
  }

  Instant moment(String column) {
    String text = code(column);
    try {
      Instant moment =
          isShaped(text, "0000-00-00T00:00:00Z")
              ? IsoText.instant(text.substring(0, 19) + ".000Z")
              : OffsetDateTime.parse(text).toInstant().truncatedTo(ChronoUnit.MILLIS);
      IsoText.of(moment);
      return moment;
    } catch (DateTimeException | IllegalArgumentException noMoment) {
      wrong(column, text, "a moment with its offset such as 2026-11-20T09:00:00Z");
      return Instant.EPOCH;
    }
  }

  /** One of the words of a closed list. */
  <E extends Enum<E>> E word(
      String column, Function<String, Optional<E>> named, E[] all, Function<E, String> word) {
    String text = code(column);
    Optional<E> found = named.apply(text);
    if (found.isEmpty()) {
      wrong(column, text, Shown.either(all, word));
    }
    return found.orElse(all[0]);
  }

  <E extends Enum<E>> @Nullable E wordOrNull(
      String column, Function<String, Optional<E>> named, E[] all, Function<E, String> word) {
    return code(column).isEmpty() ? null : word(column, named, all, word);
  }

  /** Words of a closed list, separated by semicolons. */
  <E extends Enum<E>> Set<E> words(
      String column, Function<String, Optional<E>> named, E[] all, Function<E, String> word) {
    Set<E> found = new LinkedHashSet<>();
    for (String text : list(column)) {
      Optional<E> one = named.apply(text);
      if (one.isEmpty()) {
        wrong(column, text, Shown.either(all, word));
      }
      one.ifPresent(found::add);
    }
    return found;
  }

  /** Entries separated by semicolons, without blanks around them. */
  List<String> list(String column) {
    String text = line(column);
    if (text.isBlank()) {
      return List.of();
    }
    List<String> entries = new ArrayList<>();
    for (String entry : text.split(";", -1)) {
      if (!entry.isBlank()) {
        entries.add(entry.strip());
      }
    }
    return entries;
  }

  int count(String column) {
    Integer count = countOrNull(column);
    return count == null ? 0 : count;
  }

  @Nullable Integer countOrNull(String column) {
    String text = code(column);
    if (text.isEmpty()) {
      return null;
    }
    if (text.length() <= 9 && isDigits(text)) {
      return Integer.valueOf(text);
    }
    wrong(column, text, "a whole number of 0 or more");
    return 0;
  }

  /** A number from 0 to 100, without needless zeros at its end. */
  @Nullable BigDecimal percentOrNull(String column) {
    String text = code(column);
    if (text.isEmpty()) {
      return null;
    }
    if (isDecimal(text) && text.length() <= LONGEST_AMOUNT) {
      BigDecimal percent =
          new BigDecimal(new BigDecimal(text).stripTrailingZeros().toPlainString());
      if (percent.compareTo(BigDecimal.valueOf(100)) <= 0) {
        return percent;
      }
    }
    wrong(column, text, "a number from 0 to 100");
    return BigDecimal.ZERO;
  }

  Money money(String amountColumn, String currencyColumn) {
    Money money = moneyOrNull(amountColumn, currencyColumn);
    if (money == null) {
      wrong(amountColumn, "", "a plain decimal such as 1234.50");
      currency(currencyColumn);
      return NO_MONEY;
    }
    return money;
  }

  /** Null when there is no amount; the currency may stand there all the same. */
  @Nullable Money moneyOrNull(String amountColumn, String currencyColumn) {
    String amount = code(amountColumn);
    if (amount.isEmpty()) {
      return null;
    }
    CurrencyUnit currency = currency(currencyColumn);
    String expected = expectedOfAmount(amount, currency);
    if (!expected.isEmpty()) {
      wrong(amountColumn, amount, expected);
      return NO_MONEY;
    }
    return currency == null ? NO_MONEY : Money.of(currency, new BigDecimal(amount));
  }

  /** What a wrong amount should have been; empty when it is right. */
  private static String expectedOfAmount(String amount, @Nullable CurrencyUnit currency) {
    if (!isDecimal(amount)) {
      return amount.startsWith("-") ? "an amount of 0 or more" : "a plain decimal such as 1234.50";
    }
    int point = amount.indexOf('.');
    int decimals = point < 0 ? 0 : amount.length() - point - 1;
    if (currency != null && decimals > currency.getDecimalPlaces()) {
      return currency.getDecimalPlaces() == 0
          ? "no decimals for " + currency.getCode()
          : "at most %d decimals for %s".formatted(currency.getDecimalPlaces(), currency.getCode());
    }
    return amount.length() > LONGEST_AMOUNT
        ? "an amount of at most %d characters".formatted(LONGEST_AMOUNT)
        : "";
  }

  /** Null, with a problem, when it is no currency. */
  @Nullable CurrencyUnit currency(String column) {
    String code = code(column);
    Optional<CurrencyUnit> currency = Codes.currency(code);
    if (currency.isEmpty()) {
      wrong(column, code, "an ISO 4217 code such as GBP");
    }
    return currency.orElse(null);
  }

  /** A BCP 47 tag, or an empty text when there is none. */
  String language(String column) {
    String tag = code(column);
    if (!tag.isEmpty() && !Codes.isLanguage(tag)) {
      wrong(column, tag, "a BCP 47 tag such as en-GB");
    }
    return tag;
  }

  /** An ISO 3166 code in upper case, or an empty text when there is none. */
  String country(String column) {
    String written = code(column);
    String code = Codes.upperCase(written);
    if (!code.isEmpty() && !Codes.isCountry(code)) {
      wrong(column, written, "an ISO 3166 code such as GB");
    }
    return code;
  }

  private static boolean isDecimal(String text) {
    int point = text.indexOf('.');
    return point < 0
        ? isDigits(text)
        : isDigits(text.substring(0, point)) && isDigits(text.substring(point + 1));
  }

  private static boolean isDigits(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Whether digits stand where the shape has a zero, and all else is the same. */
  private static boolean isShaped(String text, String shape) {
    if (text.length() != shape.length()) {
      return false;
    }
    for (int i = 0; i < shape.length(); i++) {
      char expected = shape.charAt(i);
      char actual = text.charAt(i);
      if (expected == '0' ? actual < '0' || actual > '9' : actual != expected) {
        return false;
      }
    }
    return true;
  }
}
