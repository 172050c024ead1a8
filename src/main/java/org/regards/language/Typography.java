package org.regards.language;

import java.util.regex.Pattern;

/** Small print: what a careful typesetter does to the words of a template, never to a fact. */
public final class Typography {
  private static final Pattern APOSTROPHE = Pattern.compile("(?<=\\p{L})'(?=\\p{L})");
  private static final Pattern SPACE_BEFORE = Pattern.compile(" (?=[:;!?»])");
  private static final Pattern SPACE_AFTER = Pattern.compile("(?<=«) ");

  private Typography() {}

  /**
   * Typographic apostrophes; in French a no-break space before {@code : ; ! ?} and inside
   * guillemets.
   */
  public static String finish(String text, LetterLanguage language) {
    String finished = text.indexOf('\'') < 0 ? text : APOSTROPHE.matcher(text).replaceAll("’");
    if (language != LetterLanguage.FR_FR) {
      return finished;
    }
    return SPACE_AFTER
        .matcher(SPACE_BEFORE.matcher(finished).replaceAll("\u00a0"))
        .replaceAll("\u00a0");
  }
}
