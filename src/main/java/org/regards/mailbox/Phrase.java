package org.regards.mailbox;

import java.util.List;
import java.util.Locale;

/** Words to look for in a text; a star stands for up to 80 characters between them. */
record Phrase(List<String> pieces) {
  private static final int WIDEST_GAP = 80;
  private static final int MOST_STARTS = 50;
  private static final String SPACES = " \t\n\u000b\f\r";
  private static final String QUOTES = "\"`´“”„‘«»";

  /** Shorter ones must be whole words: {@code rbl} is not meant in "marble" nor "rblx". */
  private static final int SHORT = 5;

  static Phrase of(String text) {
    return new Phrase(List.of(text.split("\\s*\\*\\s*")));
  }

  /** A text as phrases see it. */
  static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    boolean afterSpace = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      boolean isSpace = character <= ' ' ? SPACES.indexOf(character) >= 0 : character == '\u00a0';
      if (isSpace) {
        if (!afterSpace) {
          plain.append(' ');
        }
      } else if (QUOTES.indexOf(character) < 0) {
        plain.append(character == '’' ? '\'' : character);
      }
      afterSpace = isSpace;
    }
    return plain.toString().toLowerCase(Locale.ROOT);
  }

  boolean in(String plain) {
    return placeIn(plain) >= 0;
  }

  /** Where it begins in a text made plain, or -1. */
  int placeIn(String plain) {
    int from = 0;
    for (int start = 0; start < MOST_STARTS; start++) {
      int place = find(plain, pieces.getFirst(), from, plain.length());
      if (place < 0) {
        return -1;
      }
      if (restFollows(plain, place + pieces.getFirst().length())) {
        return place;
      }
      from = place + 1;
    }
    return -1;
  }

  private boolean restFollows(String plain, int end) {
    int at = end;
    for (String piece : pieces.subList(1, pieces.size())) {
      int place = find(plain, piece, at, at + WIDEST_GAP);
      if (place < 0) {
        return false;
      }
      at = place + piece.length();
    }
    return true;
  }

  private static int find(String plain, String piece, int from, int last) {
    int place = plain.indexOf(piece, from);
    while (place >= 0 && place <= last) {
      if (isWord(plain, place, piece)) {
        return place;
      }
      place = plain.indexOf(piece, place + 1);
    }
    return -1;
  }

  private static boolean isWord(String plain, int place, String piece) {
    boolean begins = place == 0 || !isLatin(plain.charAt(place - 1)) || !isLatin(piece.charAt(0));
    int end = place + piece.length();
    boolean ends =
        piece.length() > SHORT
            || end == plain.length()
            || !isLatin(plain.charAt(end))
            || !isLatin(piece.charAt(piece.length() - 1));
    return begins && ends;
  }

  /** Scripts without spaces between words have no beginnings of words either. */
  private static boolean isLatin(char character) {
    return Character.isLetterOrDigit(character) && character < 0x250;
  }
}
