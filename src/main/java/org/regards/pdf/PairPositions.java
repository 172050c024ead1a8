package org.regards.pdf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Kerning as newer fonts have it, in their table GPOS instead of kern: the pair adjustments of the
 * feature kern (OpenType specification 1.9, GPOS lookup type 2, formats 1 and 2). Immutable, safe
 * for all threads.
 */
final class PairPositions {
  private static final int KERN = 0x6B65726E;
  private static final int PAIRS = 2;
  private static final int EXTENSION = 9;
  private static final int ADVANCE = 0x0004;
  private static final int BEFORE_ADVANCE = 0x0003;

  private final ByteBuffer bytes;
  private final List<List<Integer>> lookups = new ArrayList<>();

  /**
   * Reads where the adjustments lie.
   *
   * @param bytes of the font, which are asked again for each pair
   * @param table where GPOS begins
   */
  PairPositions(ByteBuffer bytes, int table) {
    this.bytes = bytes;
    int list = table + unsigned(table + 8);
    for (int index : kerningLookups(table + unsigned(table + 6))) {
      List<Integer> subtables = subtables(list + unsigned(list + 2 + 2 * index));
      if (!subtables.isEmpty()) {
        lookups.add(subtables);
      }
    }
  }

  private SortedSet<Integer> kerningLookups(int features) {
    SortedSet<Integer> indices = new TreeSet<>();
    int count = unsigned(features);
    for (int i = 0; i < count; i++) {
      int entry = features + 2 + 6 * i;
      if (bytes.getInt(entry) == KERN) {
        int feature = features + unsigned(entry + 4);
        int lookupCount = unsigned(feature + 2);
        for (int j = 0; j < lookupCount; j++) {
          indices.add(unsigned(feature + 4 + 2 * j));
        }
      }
    }
    return indices;
  }

  private List<Integer> subtables(int lookup) {
    List<Integer> subtables = new ArrayList<>();
    int type = unsigned(lookup);
    int count = unsigned(lookup + 4);
    for (int i = 0; i < count; i++) {
      int subtable = lookup + unsigned(lookup + 6 + 2 * i);
      if (type == PAIRS) {
        subtables.add(subtable);
      } else if (type == EXTENSION && unsigned(subtable + 2) == PAIRS) {
        subtables.add(subtable + bytes.getInt(subtable + 4));
      }
    }
    return subtables;
  }

  /** What is added between two glyphs, in units of the font. */
  int between(int left, int right) {
    int sum = 0;
    for (List<Integer> lookup : lookups) {
      for (int subtable : lookup) {
        int covered = coverage(subtable + unsigned(subtable + 2), left);
        int record = covered < 0 ? -1 : record(subtable, covered, left, right);
        if (record >= 0) {
          sum += advance(record, unsigned(subtable + 4));
          break;
        }
      }
    }
    return sum;
  }

  /** Where the adjustment of the pair lies, or -1 when the subtable has none. */
  private int record(int subtable, int covered, int left, int right) {
    int size =
        2 * (Integer.bitCount(unsigned(subtable + 4)) + Integer.bitCount(unsigned(subtable + 6)));
    if (unsigned(subtable) == 1) {
      int pairs = subtable + unsigned(subtable + 10 + 2 * covered);
      int found = search(pairs + 2, unsigned(pairs), 2 + size, right);
      return found < 0 ? -1 : pairs + 2 + found * (2 + size) + 2;
    }
    int first = glyphClass(subtable + unsigned(subtable + 8), left);
    int second = glyphClass(subtable + unsigned(subtable + 10), right);
    return subtable + 16 + (first * unsigned(subtable + 14) + second) * size;
  }

  private int advance(int record, int format) {
    return (format & ADVANCE) == 0
        ? 0
        : bytes.getShort(record + 2 * Integer.bitCount(format & BEFORE_ADVANCE));
  }

  /** The index of a glyph among those covered, or -1. */
  private int coverage(int table, int glyph) {
    int count = unsigned(table + 2);
    if (unsigned(table) == 1) {
      return search(table + 4, count, 2, glyph);
    }
    int range = range(table + 4, count, glyph);
    return range < 0 ? -1 : unsigned(range + 4) + glyph - unsigned(range);
  }

  private int glyphClass(int table, int glyph) {
    if (unsigned(table) == 1) {
      int index = glyph - unsigned(table + 2);
      return index >= 0 && index < unsigned(table + 4) ? unsigned(table + 6 + 2 * index) : 0;
    }
    int range = range(table + 4, unsigned(table + 2), glyph);
    return range < 0 ? 0 : unsigned(range + 4);
  }

  /** The record of the range (first glyph, last glyph, value) that holds a glyph, or -1. */
  private int range(int ranges, int count, int glyph) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int range = ranges + 6 * middle;
      if (glyph < unsigned(range)) {
        high = middle - 1;
      } else if (glyph > unsigned(range + 2)) {
        low = middle + 1;
      } else {
        return range;
      }
    }
    return -1;
  }

  /** The index of the record that begins with a glyph, or -1. */
  private int search(int records, int count, int size, int glyph) {
    int low = 0;
    int high = count - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int found = unsigned(records + size * middle);
      if (glyph < found) {
        high = middle - 1;
      } else if (glyph > found) {
        low = middle + 1;
      } else {
        return middle;
      }
    }
    return -1;
  }

  private int unsigned(int position) {
    return bytes.getShort(position) & 0xFFFF;
  }
}
