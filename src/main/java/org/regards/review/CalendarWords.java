package org.regards.review;

import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regards.language.LetterLanguage;

/** Days as people write them, in the languages of letters. */
final class CalendarWords {
  private static final Map<String, Month> MONTHS = new HashMap<>();

  /** The languages of a month's name: {@code april} is one of two. */
  private static final Map<String, String> LANGUAGES = new HashMap<>();

  private static final Pattern DAY_FIRST;
  private static final Pattern MONTH_FIRST;

  static {
    for (String code : new String[] {"en", "de", "fr", "es"}) {
      Locale locale = Locale.forLanguageTag(code);
      for (Month month : Month.values()) {
        String name = month.getDisplayName(TextStyle.FULL, locale).toLowerCase(locale);
        MONTHS.put(name, month);
        LANGUAGES.merge(name, code, (known, also) -> known + " " + also);
      }
    }
    String names = String.join("|", MONTHS.keySet());
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    DAY_FIRST =
        Pattern.compile(
            "(?<!\\p{N})(\\d{1,2})(\\.|er|st|nd|rd|th)?[ \\u00a0\\u202f](?:de |of )?("
                + names
                + ")(?!\\p{L})",
            flags);
    MONTH_FIRST =
        Pattern.compile("(?<!\\p{L})(" + names + ")[ \\u00a0\\u202f](\\d{1,2})(?!\\p{N})", flags);
  }

  private CalendarWords() {}

  /** Whether a text names a day of the year. */
  static boolean hasDay(String text) {
    return DAY_FIRST.matcher(text).find() || MONTH_FIRST.matcher(text).find();
  }

  /** A day that is not written as a language writes days, by its place in a text. */
  static Optional<Matcher> foreignDay(String text, LetterLanguage language) {
    Matcher dayFirst = DAY_FIRST.matcher(text);
    while (dayFirst.find()) {
      if (!isOf(dayFirst.group(3), language)
          || language == LetterLanguage.EN_US
          || (".".equals(dayFirst.group(2)) != (language == LetterLanguage.DE_DE))) {
        return Optional.of(dayFirst);
      }
    }
    Matcher monthFirst = MONTH_FIRST.matcher(text);
    while (monthFirst.find()) {
      if (!isOf(monthFirst.group(1), language) || language != LetterLanguage.EN_US) {
        return Optional.of(monthFirst);
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(String month, LetterLanguage language) {
    return LANGUAGES
        .getOrDefault(month.toLowerCase(language.locale()), "")
        .contains(language.code());
  }
}
