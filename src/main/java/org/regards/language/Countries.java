package org.regards.language;

import com.ibm.icu.util.LocaleData;
import com.ibm.icu.util.ULocale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Countries by ISO 3166-1 alpha-2 code: their names and the paper used there, by CLDR. */
public final class Countries {
  private static final Set<String> KNOWN = Set.of(ULocale.getISOCountries());
  private static final int MILLIMETRES_OF_LETTER_WIDTH = 216;

  /** What CLDR says does not change, and is asked for each letter. */
  private static final Map<String, String> POSTAL_NAMES = new ConcurrentHashMap<>();

  private static final Map<String, Boolean> LETTER_PAPER = new ConcurrentHashMap<>();

  private Countries() {}

  public static boolean isKnown(String country) {
    return KNOWN.contains(country);
  }

  /**
   * The name of a country in capitals, as the last line of an address has it. It is written for the
   * post of the country where the letter is posted, so in the language most used there when that is
   * written in Latin letters, else in English (Universal Postal Convention, addressing of items).
   */
  public static String postalName(String country, String postedIn) {
    return isKnown(country)
        ? POSTAL_NAMES.computeIfAbsent(
            country + postedIn, ignored -> postalName(country, languageOf(postedIn)))
        : postalName(country, languageOf(postedIn));
  }

  private static ULocale languageOf(String postedIn) {
    ULocale there = ULocale.addLikelySubtags(new ULocale("und", postedIn));
    return "Latn".equals(there.getScript()) && isKnown(postedIn)
        ? new ULocale(there.getLanguage())
        : ULocale.ENGLISH;
  }

  /** The same in the language of the letter, for when nothing is known of where it is posted. */
  public static String postalName(String country, LetterLanguage language) {
    return isKnown(country)
        ? POSTAL_NAMES.computeIfAbsent(
            country + language.tag(),
            ignored -> postalName(country, ULocale.forLocale(language.locale())))
        : postalName(country, ULocale.forLocale(language.locale()));
  }

  private static String postalName(String country, ULocale language) {
    String name = new ULocale("und", country).getDisplayCountry(language);
    return name.toUpperCase(language.toLocale());
  }

  /**
   * Whether letters are written on US Letter rather than A4 (CLDR supplemental data, {@code
   * paperSize}: among others US, CA, MX, PH, CL, CO, VE, GT, CR).
   */
  public static boolean usesLetterPaper(String country) {
    return isKnown(country)
        && LETTER_PAPER.computeIfAbsent(
            country,
            ignored ->
                LocaleData.getPaperSize(new ULocale("und", country)).getWidth()
                    == MILLIMETRES_OF_LETTER_WIDTH);
  }
}
