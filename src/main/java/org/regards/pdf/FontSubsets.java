package org.regards.pdf;

import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** What the languages of Western Europe need beyond ASCII, as in Windows-1252, is one block. */
  private static final int WESTERN = 0x80;

  /** Nearly every letter has one, between a number and its month if nowhere else. */
  private static final int NO_BREAK_SPACE = 0xA0;

  private static final String WESTERN_BEYOND_LATIN_1 = "ŒœŠšŸŽžƒ–—‘’‚“”„†‡•…‰‹›€™−\u2011\u202F";

  private final Map<Key, FontSubset> kept = new Kept<>();
  private final Map<List<Key>, Opening> openings = new Kept<>();

  private record Key(
      FontFace face, SortedSet<Integer> blocks, Map<Integer, Integer> codesBeyondBmp) {
    /** For looking up alone: what is in use may grow. */
    static Key of(Supplies.Characters used) {
      return new Key(used.face(), used.blocks(), used.codesBeyondBmp());
    }

    Key copied() {
      return new Key(face, new TreeSet<>(blocks), Map.copyOf(codesBeyondBmp));
    }
  }

  /** What was asked for last. */
  private static final class Kept<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    Kept() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST_KEPT;
    }
  }

  /**
   * The block that a character belongs to: named by its first character, by the character itself in
   * a large script, and 0 for ASCII and the no-break space, which are in every subset.
   */
  static int block(int codePoint) {
    if (codePoint == NO_BREAK_SPACE) {
      return 0;
    }
    if (codePoint >= 0x100 && WESTERN_BEYOND_LATIN_1.indexOf(codePoint) >= 0) {
      return WESTERN;
    }
    return codePoint < FIRST_OF_LARGE_SCRIPTS ? codePoint / BLOCK * BLOCK : codePoint;
  }

  /** The subset with ASCII and what has been used beyond it. */
  FontSubset of(Supplies.Characters used) {
    return of(Key.of(used));
  }

  private FontSubset of(Key key) {
    synchronized (kept) {
      FontSubset known = kept.get(key);
      if (known != null) {
        return known;
      }
    }
    // made outside the lock: two threads may make the same one, which is harmless and rare
    Key copied = key.copied();
    FontSubset made =
        FontSubset.of(key.face(), characters(key.face(), copied.blocks()), copied.codesBeyondBmp());
    synchronized (kept) {
      kept.put(copied, made);
    }
    return made;
  }

  /** How a file begins that uses these fonts. */
  Opening opening(Collection<Supplies.Characters> used) throws IOException {
    List<Key> keys = used.stream().map(Key::of).toList();
    synchronized (openings) {
      Opening known = openings.get(keys);
      if (known != null) {
        return known;
      }
    }
    Map<String, FontSubset> subsets = new LinkedHashMap<>();
    used.forEach(characters -> subsets.put(characters.face().resource(), of(characters)));
    Opening made = Opening.of(subsets);
    synchronized (openings) {
      openings.put(keys.stream().map(Key::copied).toList(), made);
    }
    return made;
  }

  private static SortedSet<Integer> characters(FontFace face, SortedSet<Integer> blocks) {
    SortedSet<Integer> characters = new TreeSet<>();
    Set<Integer> all = new TreeSet<>(blocks);
    all.add(0);
    for (int block : all) {
      int end = block < FIRST_OF_LARGE_SCRIPTS ? block + BLOCK : block + 1;
      for (int codePoint = block; codePoint < end; codePoint++) {
        addIfSet(face, codePoint, characters);
      }
    }
    addIfSet(face, NO_BREAK_SPACE, characters);
    if (blocks.contains(WESTERN)) {
      WESTERN_BEYOND_LATIN_1
          .codePoints()
          .forEach(codePoint -> addIfSet(face, codePoint, characters));
    }
    return characters;
  }

  private static void addIfSet(FontFace face, int codePoint, SortedSet<Integer> characters) {
    if (face.has(codePoint) && Printable.isPlain(codePoint)) {
      characters.add(codePoint);
    }
  }
}
