package org.regards.language;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the spaces at which a line is not to be broken, as the typographers of a language have it:
 * between a number and its unit or month, within an abbreviation, between a title and a name.
 */
public final class NoBreaks {
  private static final Pattern NUMBER = Pattern.compile("^[\\d.,:]+");

  private static final char NO_BREAK_SPACE = '\u00a0';
  private static final String OPENING = "([{„“«‚‘\"'¿¡";
  private static final String CLOSING = ")]}“”»’‘\"',.;:!?";

  private NoBreaks() {}

  /** The text with no-break spaces in these places; it is as long as before. */
  public static String bind(String text, LetterLanguage language) {
    StringBuilder bound = null;
    for (int at = text.indexOf(' '); at >= 0; at = text.indexOf(' ', at + 1)) {
      if (at > 0 && at < text.length() - 1 && binds(text, at, language)) {
        bound = bound == null ? new StringBuilder(text) : bound;
        bound.setCharAt(at, NO_BREAK_SPACE);
      }
    }
    return bound == null ? text : bound.toString();
  }

  private static boolean binds(String text, int at, LetterLanguage language) {
    return switch (text.charAt(at + 1)) {
      // a dash begins no line
      case '–', '—' -> at + 2 == text.length() || text.charAt(at + 2) == ' ';
      case ':', ';', '!', '?', '»' -> language == LetterLanguage.FR_FR;
      default -> bindsWords(text, at, language);
    };
  }

  private static boolean bindsWords(String text, int at, LetterLanguage language) {
    char last = text.charAt(at - 1);
    char next = text.charAt(at + 1);
    if (Character.isDigit(next)) {
      return Character.isDigit(last) || isBoundToNumber(text, at, language);
    }
    if (isNumber(text, at)) {
      return followsNumber(text, at, language);
    }
    if (Character.isUpperCase(next)
        && NoBreakWords.in(language).titles().contains(before(text, at))) {
      return true;
    }
    if (last == '.' && isLetterAt(text, at - 2) && !isLetterAt(text, at - 3)) {
      return isAbbreviated(text, at, language);
    }
    return switch (language) {
      case EN_GB, EN_US, DE_DE -> false;
      case FR_FR -> last == '«';
      case ES_ES -> isSpanishMonth(text, at);
    };
  }

  /** Order 1042, § 5, € 9, and in English May 6. */
  private static boolean isBoundToNumber(String text, int at, LetterLanguage language) {
    String before = before(text, at);
    NoBreakWords words = NoBreakWords.in(language);
    if (NoBreakWords.CURRENCIES.contains(before) || words.counted().contains(before)) {
      return true;
    }
    return switch (language) {
      case EN_GB, EN_US -> words.months().contains(before) && after(text, at).length() <= 2;
      case FR_FR -> before.equals("h") && at > 2 && isNumber(text, at - 2);
      case DE_DE, ES_ES -> false;
    };
  }

  /** 9 €, 3 May, 9 Uhr; in Spanish 3 de mayo. */
  private static boolean followsNumber(String text, int at, LetterLanguage language) {
    String after = after(text, at);
    NoBreakWords words = NoBreakWords.in(language);
    if (NoBreakWords.UNITS.contains(after) || words.units().contains(after)) {
      return true;
    }
    return language == LetterLanguage.ES_ES
        ? after.equals("de") && isMonth(text, at + 3, words)
        : words.months().contains(after);
  }

  private static boolean isSpanishMonth(String text, int at) {
    return before(text, at).equals("de")
        && at >= 4
        && isNumber(text, at - 3)
        && isMonth(text, at, NoBreakWords.in(LetterLanguage.ES_ES));
  }

  private static boolean isMonth(String text, int at, NoBreakWords words) {
    return at < text.length() - 1
        && text.charAt(at) == ' '
        && words.months().contains(after(text, at));
  }

  /** J. Holloway; in German z. B. */
  private static boolean isAbbreviated(String text, int at, LetterLanguage language) {
    if (Character.isUpperCase(text.charAt(at - 2)) && Character.isUpperCase(text.charAt(at + 1))) {
      return true;
    }
    int end = wordEnd(text, at);
    return language == LetterLanguage.DE_DE && end - at <= 4 && text.charAt(end - 1) == '.';
  }

  /** Whether a number ends before the place: 12, 3., 1er, 2nd. */
  private static boolean isNumber(String text, int at) {
    int start = wordStart(text, at);
    if (start >= at || !Character.isDigit(text.charAt(start))) {
      return false;
    }
    String rest = NUMBER.matcher(text.substring(start, at)).replaceFirst("");
    return rest.isEmpty() || Set.of("er", "st", "nd", "rd", "th", "%").contains(rest);
  }

  private static boolean isLetterAt(String text, int at) {
    return at >= 0 && Character.isLetter(text.charAt(at));
  }

  private static String before(String text, int at) {
    return text.substring(wordStart(text, at), at);
  }

  private static String after(String text, int at) {
    int end = wordEnd(text, at);
    while (end > at + 1 && CLOSING.indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    // a.m. keeps its point, and loses the one of the sentence no more than that
    String word = text.substring(at + 1, end);
    return word.indexOf('.') > 0 ? word + "." : word;
  }

  private static int wordStart(String text, int at) {
    int start = at;
    while (start > 0 && !isSpace(text.charAt(start - 1))) {
      start--;
    }
    while (start < at && OPENING.indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    return start;
  }

  private static int wordEnd(String text, int at) {
    int end = at + 1;
    while (end < text.length() && !isSpace(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\n' || character == NO_BREAK_SPACE;
  }
}
