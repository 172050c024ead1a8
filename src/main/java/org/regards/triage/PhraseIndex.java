package org.regards.triage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.regards.playbook.Plan;
import org.regards.playbook.WordList;

/**
 * The phrases of a plan in one language, found in a text in one pass: by the first letters of its
 * words. Case does not count, words are whole, and a star at the end of a phrase stands for any
 * ending. Immutable; safe for all threads.
 */
final class PhraseIndex {
  private static final int KEY = 2;

  private final Map<Integer, List<Phrase>> byBeginning = new HashMap<>();

  private PhraseIndex() {}

  private record Phrase(WordList list, String words, boolean anyEnding) {}

  /** Words that were found, as they stand in the text. */
  record Hit(WordList list, String words) {}

  static PhraseIndex of(Plan plan, String language) {
    PhraseIndex index = new PhraseIndex();
    for (WordList list : WordList.values()) {
      for (String phrase : plan.words(language, list)) {
        boolean anyEnding = phrase.endsWith("*");
        String words =
            normal(anyEnding ? phrase.substring(0, phrase.length() - 1) : phrase).strip();
        if (words.length() >= KEY) {
          index
              .byBeginning
              .computeIfAbsent(key(words, 0), ignored -> new ArrayList<>())
              .add(new Phrase(list, words, anyEnding));
        }
      }
    }
    return index;
  }

  List<Hit> find(String message) {
    List<Hit> hits = new ArrayList<>();
    String text = normal(message);
    boolean insideWord = false;
    for (int at = 0; at + KEY <= text.length(); at++) {
      boolean letter = Character.isLetterOrDigit(text.charAt(at));
      if (letter && !insideWord) {
        List<Phrase> candidates = byBeginning.get(key(text, at));
        if (candidates != null) {
          for (Phrase phrase : candidates) {
            int end = end(text, at, phrase);
            if (end > 0) {
              hits.add(new Hit(phrase.list(), text.substring(at, end)));
            }
          }
        }
      }
      insideWord = letter;
    }
    return hits;
  }

  /** Where the phrase ends that begins here, or -1 when none does. */
  private static int end(String text, int from, Phrase phrase) {
    if (!text.regionMatches(true, from, phrase.words(), 0, phrase.words().length())) {
      return -1;
    }
    int end = from + phrase.words().length();
    while (phrase.anyEnding() && end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return end == text.length() || !Character.isLetterOrDigit(text.charAt(end)) ? end : -1;
  }

  /** The first two letters, whatever their case. */
  private static int key(String text, int at) {
    return Character.toLowerCase(text.charAt(at)) << Character.SIZE
        | Character.toLowerCase(text.charAt(at + 1));
  }

  /** One space between words, and straight apostrophes. */
  private static String normal(String text) {
    StringBuilder normal = new StringBuilder(text.length());
    boolean space = false;
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      if (Character.isWhitespace(character)) {
        space = true;
        continue;
      }
      if (space && !normal.isEmpty()) {
        normal.append(' ');
      }
      space = false;
      normal.append(character == '’' ? '\'' : character);
    }
    return normal.toString();
  }
}
