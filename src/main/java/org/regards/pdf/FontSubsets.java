package org.regards.pdf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The parts of fonts that have been embedded so far, kept compressed. A subset holds whole blocks
 * of characters, not just those of one letter: then a handful of subsets serve all letters, and
 * what is embedded still follows from the letter alone. Safe for all threads.
 */
final class FontSubsets {
  private static final int MOST_KEPT = 64;
  private static final int BLOCK = 128;

  /** From here on scripts are too large for blocks; their characters are embedded one by one. */
  private static final int FIRST_OF_LARGE_SCRIPTS = 0x3000;

  /** ASCII, Latin-1, general punctuation and currency signs: in every subset. */
  private static final Set<Integer> ALWAYS = Set.of(0x00, 0x80, 0x2000, 0x2080);

  private final Map<Key, FontSubset> kept =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, FontSubset> eldest) {
          return size() > MOST_KEPT;
        }
      };

  private record Key(FontFace face, SortedSet<Integer> blocks) {}

  /** The start of the block a character belongs to, or the character itself in a large script. */
  static int block(int codePoint) {
    return codePoint < FIRST_OF_LARGE_SCRIPTS ? codePoint / BLOCK * BLOCK : codePoint;
  }

  static boolean isAlwaysEmbedded(int block) {
    return ALWAYS.contains(block);
  }

  /**
   * @param blocks as {@link #block} has them, beside those that are always embedded
   */
  FontSubset of(FontFace face, SortedSet<Integer> blocks) {
    Key key = new Key(face, blocks);
    synchronized (kept) {
      FontSubset known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    // made outside the lock: two threads may make the same one, which is harmless and rare
    FontSubset made = FontSubset.of(face, characters(face, blocks));
    synchronized (kept) {
      kept.put(key, made);
    }
    return made;
  }

  private static SortedSet<Integer> characters(FontFace face, SortedSet<Integer> blocks) {
    SortedSet<Integer> characters = new TreeSet<>();
    Set<Integer> all = new TreeSet<>(ALWAYS);
    all.addAll(blocks);
    for (int block : all) {
      int end = block < FIRST_OF_LARGE_SCRIPTS ? block + BLOCK : block + 1;
      for (int codePoint = block; codePoint < end; codePoint++) {
        if (face.has(codePoint) && Printable.isSet(codePoint)) {
          characters.add(codePoint);
        }
      }
    }
    return characters;
  }
}
