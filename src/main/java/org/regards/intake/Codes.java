package org.regards.intake;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;

/** The codes of the standards that files use; looked up once each, because a file repeats a few. */
final class Codes {
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

  /** A file of nonsense must not fill the memory. */
  private static final int MOST_REMEMBERED = 1_000;

  private static final Map<String, Optional<CurrencyUnit>> CURRENCIES = new ConcurrentHashMap<>();
  private static final Map<String, Boolean> TAGS = new ConcurrentHashMap<>();

  private Codes() {}

  static boolean isCountry(String code) {
    return COUNTRIES.contains(code);
  }

  static String upperCase(String code) {
    return code.toUpperCase(Locale.ROOT);
  }

  /** ISO 4217, in upper case as it is written everywhere. */
  static Optional<CurrencyUnit> currency(String code) {
    Optional<CurrencyUnit> known = CURRENCIES.get(code);
    if (known != null) {
      return known;
    }
    Optional<CurrencyUnit> found;
    try {
      found = Optional.of(CurrencyUnit.of(code));
    } catch (IllegalCurrencyException noCurrency) {
      found = Optional.empty();
    }
    if (CURRENCIES.size() < MOST_REMEMBERED) {
      CURRENCIES.put(code, found);
    }
    return found;
  }

  /** BCP 47, with a language of ISO 639 of two letters, or any of three. */
  static boolean isLanguage(String tag) {
    Boolean known = TAGS.get(tag);
    if (known != null) {
      return known;
    }
    boolean valid = isLanguageOfBcp47(tag);
    if (TAGS.size() < MOST_REMEMBERED) {
      TAGS.put(tag, valid);
    }
    return valid;
  }

  private static boolean isLanguageOfBcp47(String tag) {
    try {
      String language = new Locale.Builder().setLanguageTag(tag).build().getLanguage();
      return tag.length() <= 35
          && (language.length() == 2 ? LANGUAGES.contains(language) : language.length() == 3);
    } catch (IllformedLocaleException notATag) {
      return false;
    }
  }
}
