package org.regards.pdf;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The initials of a name: three at most, and the sign between two partners. */
final class Initials {
  private static final int MOST = 3;

  private Initials() {}

  /**
   * For example {@code L & L} of {@code Lark & Linden}, {@code HO} of {@code Holloway Orchards}.
   */
  static String of(String name) {
    List<String> initials = new ArrayList<>();
    boolean partners = false;
    for (String word : name.strip().split("[\\s-]+")) {
      if (word.equals("&") || word.equals("+")) {
        partners |= initials.size() == 1;
      } else if (!word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0))) {
        initials.add(first(word));
      }
    }
    if (partners && initials.size() >= 2) {
      return initials.get(0) + " & " + initials.get(1);
    }
    return String.join("", initials.subList(0, Math.min(MOST, initials.size())));
  }

  /** The first letter with all its marks. */
  private static String first(String word) {
    BreakIterator letters = BreakIterator.getCharacterInstance(Locale.ROOT);
    letters.setText(word);
    return word.substring(0, letters.next()).toUpperCase(Locale.ROOT);
  }
}
