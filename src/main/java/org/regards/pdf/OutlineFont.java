package org.regards.pdf;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reduces a TrueType subset to what a press needs: the outlines. The instructions that fit glyphs
 * to the pixels of old screens are more than half of a subset, and readers of PDF do not run them;
 * the measures of glyphs that are not in the subset are cleared so that they compress to nothing.
 *
 * <p>By the OpenType specification 1.9: glyf, loca, hmtx and the table directory.
 */
final class OutlineFont {
  private static final int DIRECTORY_ENTRY = 16;
  private static final int GLYPH_HEADER = 10;
  private static final int ARGUMENTS_ARE_WORDS = 0x0001;
  private static final int HAS_SCALE = 0x0008;
  private static final int MORE_COMPONENTS = 0x0020;
  private static final int HAS_TWO_SCALES = 0x0040;
  private static final int HAS_MATRIX = 0x0080;
  private static final int HAS_INSTRUCTIONS = 0x0100;
  private static final Set<String> NEEDED = Set.of("glyf", "head", "hhea", "hmtx", "loca", "maxp");
  private static final Set<String> HINTS = Set.of("cvt ", "fpgm", "prep");

  private final SortedMap<String, byte[]> tables = new TreeMap<>();

  private OutlineFont(byte[] program) {
    ByteBuffer font = ByteBuffer.wrap(program);
    int count = font.getShort(4);
    for (int i = 0; i < count; i++) {
      int entry = 12 + DIRECTORY_ENTRY * i;
      byte[] tag = new byte[4];
      font.get(entry, tag);
      byte[] table = new byte[font.getInt(entry + 12)];
      font.get(font.getInt(entry + 8), table);
      tables.put(new String(tag, StandardCharsets.ISO_8859_1), table);
    }
  }

  /**
   * The font with the same glyphs under the same numbers.
   *
   * @param used the numbers of the glyphs that are asked for by name, not as part of others
   */
  static byte[] of(byte[] program, Set<Integer> used) {
    OutlineFont font = new OutlineFont(program);
    font.tables.keySet().removeAll(HINTS);
    font.strip(used);
    return font.written();
  }

  /**
   * The same for a whole font: glyphs that are not used, by themselves or as parts of others, are
   * left out too.
   */
  static byte[] reduced(byte[] program, Set<Integer> used) {
    OutlineFont font = new OutlineFont(program);
    font.tables.keySet().retainAll(NEEDED);
    Set<Integer> kept = font.withParts(used);
    ByteBuffer offsets = font.table("loca");
    boolean longOffsets = font.table("head").getShort(50) == 1;
    int count = font.table("maxp").getShort(4) & 0xFFFF;
    ByteBuffer glyphs = font.table("glyf");
    ByteBuffer outlines = ByteBuffer.allocate(glyphs.capacity());
    int start = offset(offsets, 0, longOffsets);
    for (int glyph = 0; glyph < count; glyph++) {
      int end = offset(offsets, glyph + 1, longOffsets);
      put(offsets, glyph, outlines.position(), longOffsets);
      if (kept.contains(glyph)) {
        outlines.put(glyphs.slice(start, end - start));
      }
      start = end;
    }
    put(offsets, count, outlines.position(), longOffsets);
    font.tables.put("glyf", Arrays.copyOf(outlines.array(), outlines.position()));
    font.strip(kept);
    return font.written();
  }

  private Set<Integer> withParts(Set<Integer> used) {
    boolean longOffsets = table("head").getShort(50) == 1;
    ByteBuffer offsets = table("loca");
    ByteBuffer glyphs = table("glyf");
    Set<Integer> kept = new HashSet<>(Set.of(0));
    Deque<Integer> open = new ArrayDeque<>(used);
    while (!open.isEmpty()) {
      int glyph = open.pop();
      int start = offset(offsets, glyph, longOffsets);
      if (kept.add(glyph)
          && offset(offsets, glyph + 1, longOffsets) > start
          && glyphs.getShort(start) < 0) {
        addParts(glyphs, start + GLYPH_HEADER, open);
      }
    }
    return kept;
  }

  private static void addParts(ByteBuffer glyphs, int first, Deque<Integer> parts) {
    int at = first;
    int flags = MORE_COMPONENTS;
    while ((flags & MORE_COMPONENTS) != 0) {
      flags = glyphs.getShort(at) & 0xFFFF;
      parts.push(glyphs.getShort(at + 2) & 0xFFFF);
      at += 4 + ((flags & ARGUMENTS_ARE_WORDS) != 0 ? 4 : 2) + scaleLength(flags);
    }
  }

  private void strip(Set<Integer> used) {
    boolean longOffsets = table("head").getShort(50) == 1;
    ByteBuffer offsets = table("loca");
    ByteBuffer glyphs = table("glyf");
    ByteBuffer metrics = table("hmtx");
    int measured = table("hhea").getShort(34) & 0xFFFF;
    int count = table("maxp").getShort(4) & 0xFFFF;
    ByteBuffer stripped = ByteBuffer.allocate(glyphs.capacity() + 4 * count);
    int start = offset(offsets, 0, longOffsets);
    for (int glyph = 0; glyph < count; glyph++) {
      int end = offset(offsets, glyph + 1, longOffsets);
      put(offsets, glyph, stripped.position(), longOffsets);
      if (end > start) {
        copy(glyphs.slice(start, end - start), stripped);
      } else if (glyph < measured && !used.contains(glyph)) {
        metrics.putInt(4 * glyph, 0);
      }
      start = end;
    }
    put(offsets, count, stripped.position(), longOffsets);
    byte[] outlines = new byte[stripped.position()];
    stripped.get(0, outlines);
    tables.put("glyf", outlines);
  }

  private static void copy(ByteBuffer glyph, ByteBuffer out) {
    int contours = glyph.getShort(0);
    if (contours >= 0) {
      int instructions = GLYPH_HEADER + 2 * contours;
      int after = instructions + 2 + (glyph.getShort(instructions) & 0xFFFF);
      out.put(glyph.slice(0, instructions)).putShort((short) 0);
      out.put(glyph.slice(after, glyph.capacity() - after));
    } else {
      copyComposite(glyph, out);
    }
    while (out.position() % 4 != 0) {
      out.put((byte) 0);
    }
  }

  private static void copyComposite(ByteBuffer glyph, ByteBuffer out) {
    out.put(glyph.slice(0, GLYPH_HEADER));
    int at = GLYPH_HEADER;
    int flags = MORE_COMPONENTS;
    while ((flags & MORE_COMPONENTS) != 0) {
      flags = glyph.getShort(at) & 0xFFFF;
      int length = 4 + ((flags & ARGUMENTS_ARE_WORDS) != 0 ? 4 : 2) + scaleLength(flags);
      out.putShort((short) (flags & ~HAS_INSTRUCTIONS)).put(glyph.slice(at + 2, length - 2));
      at += length;
    }
  }

  private static int scaleLength(int flags) {
    if ((flags & HAS_SCALE) != 0) {
      return 2;
    }
    if ((flags & HAS_TWO_SCALES) != 0) {
      return 4;
    }
    return (flags & HAS_MATRIX) != 0 ? 8 : 0;
  }

  private static int offset(ByteBuffer offsets, int glyph, boolean longOffsets) {
    return longOffsets ? offsets.getInt(4 * glyph) : 2 * (offsets.getShort(2 * glyph) & 0xFFFF);
  }

  private static void put(ByteBuffer offsets, int glyph, int offset, boolean longOffsets) {
    if (longOffsets) {
      offsets.putInt(4 * glyph, offset);
    } else {
      offsets.putShort(2 * glyph, (short) (offset / 2));
    }
  }

  private byte[] written() {
    int size = 12 + DIRECTORY_ENTRY * tables.size();
    for (byte[] table : tables.values()) {
      size += padded(table.length);
    }
    ByteBuffer font = ByteBuffer.allocate(size);
    int power = Integer.highestOneBit(tables.size());
    font.putInt(0x00010000).putShort((short) tables.size()).putShort((short) (16 * power));
    font.putShort((short) Integer.numberOfTrailingZeros(power));
    font.putShort((short) (16 * (tables.size() - power)));
    int at = 12 + DIRECTORY_ENTRY * tables.size();
    for (Map.Entry<String, byte[]> entry : tables.entrySet()) {
      byte[] table = entry.getValue();
      font.put(entry.getKey().getBytes(StandardCharsets.ISO_8859_1));
      font.putInt(checksum(table)).putInt(at).putInt(table.length);
      font.put(at, table);
      at += padded(table.length);
    }
    return font.array();
  }

  private static int checksum(byte[] table) {
    ByteBuffer words = ByteBuffer.allocate(padded(table.length)).put(0, table);
    int sum = 0;
    while (words.hasRemaining()) {
      sum += words.getInt();
    }
    return sum;
  }

  private static int padded(int length) {
    return (length + 3) / 4 * 4;
  }

  private ByteBuffer table(String tag) {
    byte[] table = tables.get(tag);
    if (table == null) {
      throw new IllegalArgumentException("a subset without table " + tag);
    }
    return ByteBuffer.wrap(table);
  }
}
