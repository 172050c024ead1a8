package org.regards.mailbox;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Which three letters follow each other somewhere in a text, roughly: what it denies is not there,
 * what it allows has to be looked for. Most of thousands of phrases are ruled out by it at once.
 */
final class Trigrams {
  private static final int SIZE = 1 << 15;

  private final long[] bits = new long[SIZE / Long.SIZE];

  Trigrams(String text) {
    for (int i = 0; i + 2 < text.length(); i++) {
      int mark = mark(text, i);
      bits[mark / Long.SIZE] |= 1L << mark;
    }
  }

  /** The marks of some pieces of text, for {@link #allow}. */
  static int[] marks(List<String> pieces) {
    return pieces.stream()
        .flatMapToInt(
            piece -> IntStream.range(0, Math.max(0, piece.length() - 2)).map(i -> mark(piece, i)))
        .toArray();
  }

  boolean allow(int[] marks) {
    for (int mark : marks) {
      if ((bits[mark / Long.SIZE] & 1L << mark) == 0) {
        return false;
      }
    }
    return true;
  }

  private static int mark(String text, int at) {
    int three = (text.charAt(at) * 31 + text.charAt(at + 1)) * 961 + text.charAt(at + 2);
    return (three ^ three >>> 15) & SIZE - 1;
  }
}
