package org.regards.language;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The languages letters are written in. Each has its own salutations, closes and punctuation. */
public enum LetterLanguage {
  EN_GB("en-GB"),
  EN_US("en-US"),
  DE_DE("de-DE"),
  FR_FR("fr-FR"),
  ES_ES("es-ES");

  private final Locale locale;

  LetterLanguage(String tag) {
    this.locale = Locale.forLanguageTag(tag);
  }

  public Locale locale() {
    return locale;
  }

  /** The BCP 47 tag, for example {@code en-GB}. */
  public String tag() {
    return locale.toLanguageTag();
  }

  /** The ISO 639 code alone, for example {@code en}. */
  public String code() {
    return locale.getLanguage();
  }

  /**
   * The letter language for a BCP 47 tag: the exact one, else the first of the same language, so
   * that {@code en-IE} reads as {@code en-GB} and {@code de-AT} as {@code de-DE}; none for a
   * language in which no letters are written.
   */
  public static Optional<LetterLanguage> of(String tag) {
    Locale wanted = Locale.forLanguageTag(tag);
    return Arrays.stream(values())
        .filter(language -> language.locale.equals(wanted))
        .findFirst()
        .or(
            () ->
                Arrays.stream(values())
                    .filter(language -> language.code().equals(wanted.getLanguage()))
                    .findFirst());
  }

  /** All tags, for messages: {@code en-GB, en-US, …}. */
  public static String tags() {
    return Arrays.stream(values()).map(LetterLanguage::tag).collect(Collectors.joining(", "));
  }
}
