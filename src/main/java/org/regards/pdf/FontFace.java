package org.regards.pdf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One TrueType font: which characters it has, how wide they are and how pairs of them are kerned.
 * Measures are in thousandths of the font size. Immutable, safe for all threads.
 *
 * <p>The tables are those of the OpenType specification 1.9: head, hhea, hmtx, maxp, cmap (formats
 * 4 and 12), kern (format 0) or else GPOS, OS/2, post, name.
 */
final class FontFace {
  private static final int TRUE_TYPE = 0x00010000;
  private static final int APPLE_TRUE_TYPE = 0x74727565;
  private static final int POSTSCRIPT_NAME = 6;
  private static final int ASCII = 128;

  private final String name;
  private final String resource;
  private final byte[] program;
  private final Metrics metrics;
  private final short[] glyphs;
  private final Map<Integer, Integer> glyphsBeyondBmp;
  private final int[] advances;
  private final IntBinaryOperator kerning;
  private final short[] asciiKerning = new short[ASCII * ASCII];
  private final short[] asciiAdvances = new short[ASCII];
  private volatile @Nullable Shaper shaper;

  /**
   * @param bounds x least, y least, x most, y most
   */
  record Metrics(
      int ascent, int descent, int capHeight, double italicAngle, List<Integer> bounds) {}

  private FontFace(byte[] program, Tables tables) {
    this.program = program;
    this.name = tables.postscriptName();
    this.resource = resource(program);
    this.metrics = tables.metrics();
    this.glyphs = new short[0x10000];
    this.glyphsBeyondBmp = new HashMap<>();
    tables.readCharacterMap(glyphs, glyphsBeyondBmp);
    this.advances = tables.advances();
    this.kerning = tables.kerning();
    for (int i = 0; i < ASCII; i++) {
      asciiAdvances[i] = (short) glyphAdvance(glyph(i));
    }
    for (int pair = 0; pair < asciiKerning.length; pair++) {
      asciiKerning[pair] = (short) kerning.applyAsInt(glyph(pair / ASCII), glyph(pair % ASCII));
    }
  }

  /**
   * Reads a font.
   *
   * @throws UnusableFontException when it is not a TrueType font
   */
  static FontFace read(String file, byte[] program) {
    try {
      return new FontFace(program, new Tables(file, ByteBuffer.wrap(program)));
    } catch (IndexOutOfBoundsException
        | BufferUnderflowException
        | IllegalArgumentException broken) {
      throw new UnusableFontException(file, "it is damaged or not a font", broken);
    }
  }

  /** The PostScript name, without spaces. */
  String name() {
    return name;
  }

  /** What pages call it; follows from the font file alone, so that pages fit any PDF. */
  String resource() {
    return resource;
  }

  private static String resource(byte[] program) {
    CRC32 checksum = new CRC32();
    checksum.update(program);
    return "F" + Long.toString(checksum.getValue(), Character.MAX_RADIX);
  }

  byte[] program() {
    return program;
  }

  Metrics metrics() {
    return metrics;
  }

  boolean has(int codePoint) {
    return glyph(codePoint) != 0;
  }

  /** Whether it has all that is to be drawn of a text. */
  boolean covers(String text) {
    return text.codePoints()
        .allMatch(codePoint -> has(codePoint) || Printable.isSteering(codePoint));
  }

  /** The number of the glyph, or 0 when the font does not have the character. */
  int glyph(int codePoint) {
    return codePoint < 0x10000
        ? glyphs[codePoint] & 0xFFFF
        : glyphsBeyondBmp.getOrDefault(codePoint, 0);
  }

  int advance(int codePoint) {
    return codePoint < ASCII ? asciiAdvances[codePoint] : glyphAdvance(glyph(codePoint));
  }

  int glyphAdvance(int glyph) {
    return advances[Math.min(glyph, advances.length - 1)];
  }

  /** The text as the font's own tables want it drawn. */
  Shaped shape(String text, boolean rightToLeft) {
    return shaper().shape(text, rightToLeft);
  }

  private Shaper shaper() {
    Shaper known = shaper;
    if (known == null) {
      synchronized (this) {
        known = shaper;
        if (known == null) {
          known = Shaper.of(name, program);
          shaper = known;
        }
      }
    }
    return known;
  }

  /** What is added between two characters; mostly 0, else mostly negative. */
  int kerning(int left, int right) {
    return left < ASCII && right < ASCII
        ? asciiKerning[left * ASCII + right]
        : kerning.applyAsInt(glyph(left), glyph(right));
  }

  /** Kerning pairs in an open hash table; it is asked at every character beyond ASCII. */
  private static final class Kerning {
    private final int[] pairs;
    private final short[] values;
    private final int mask;

    Kerning(int count) {
      int size = Integer.highestOneBit(Math.max(4, count * 4 - 1)) * 2;
      this.pairs = new int[size];
      this.values = new short[size];
      this.mask = size - 1;
    }

    void add(int left, int right, int value) {
      int pair = left << 16 | right;
      int slot = slot(pair);
      while (pairs[slot] != 0) {
        slot = (slot + 1) & mask;
      }
      pairs[slot] = pair;
      values[slot] = (short) value;
    }

    int between(int left, int right) {
      int pair = left << 16 | right;
      int slot = slot(pair);
      while (pairs[slot] != 0) {
        if (pairs[slot] == pair) {
          return values[slot];
        }
        slot = (slot + 1) & mask;
      }
      return 0;
    }

    private int slot(int pair) {
      return ((pair * 0x9E3779B9) >>> 16) & mask;
    }
  }

  private record Table(int offset, int length) {}

  /** The tables of the font file, read once. */
  private static final class Tables {
    private final String file;
    private final ByteBuffer bytes;
    private final Map<String, Table> tables = new HashMap<>();
    private final int unitsPerEm;

    Tables(String file, ByteBuffer bytes) {
      this.file = file;
      this.bytes = bytes;
      int kind = bytes.getInt(0);
      if (kind != TRUE_TYPE && kind != APPLE_TRUE_TYPE) {
        throw new UnusableFontException(file, "it is not a TrueType font");
      }
      int count = unsigned(4);
      for (int i = 0; i < count; i++) {
        int entry = 12 + 16 * i;
        byte[] tag = new byte[4];
        bytes.get(entry, tag);
        tables.put(
            new String(tag, StandardCharsets.ISO_8859_1),
            new Table(bytes.getInt(entry + 8), bytes.getInt(entry + 12)));
      }
      this.unitsPerEm = unsigned(at("head") + 18);
      if (!tables.containsKey("glyf")) {
        throw new UnusableFontException(file, "it has no TrueType outlines");
      }
    }

    Metrics metrics() {
      int head = at("head");
      List<Integer> bounds =
          IntStream.range(0, 4)
              .mapToObj(i -> thousandths(bytes.getShort(head + 36 + 2 * i)))
              .toList();
      int ascent = thousandths(bytes.getShort(at("hhea") + 4));
      int os2 = at("OS/2");
      int capHeight = unsigned(os2) >= 2 ? thousandths(bytes.getShort(os2 + 88)) : ascent;
      double italicAngle = bytes.getInt(at("post") + 4) / 65536.0;
      int descent = thousandths(bytes.getShort(at("hhea") + 6));
      return new Metrics(ascent, descent, capHeight, italicAngle, bounds);
    }

    int[] advances() {
      int[] advances = new int[unsigned(at("hhea") + 34)];
      int hmtx = at("hmtx");
      Arrays.setAll(advances, i -> thousandths(unsigned(hmtx + 4 * i)));
      return advances;
    }

    void readCharacterMap(short[] glyphs, Map<Integer, Integer> beyond) {
      int cmap = at("cmap");
      int count = unsigned(cmap + 2);
      int plain = 0;
      int full = 0;
      for (int i = 0; i < count; i++) {
        int entry = cmap + 4 + 8 * i;
        int platform = unsigned(entry);
        int subtable = cmap + bytes.getInt(entry + 4);
        int format = unsigned(subtable);
        if (platform != 1 && format == 4) {
          plain = subtable;
        } else if (platform != 1 && format == 12) {
          full = subtable;
        }
      }
      if (plain != 0) {
        readSegments(plain, glyphs);
      }
      if (full != 0) {
        readGroups(full, glyphs, beyond);
      }
      if (plain == 0 && full == 0) {
        throw new UnusableFontException(file, "it has no Unicode character map");
      }
    }

    private void readSegments(int subtable, short[] glyphs) {
      int segments = unsigned(subtable + 6) / 2;
      int ends = subtable + 14;
      int starts = ends + 2 * segments + 2;
      int deltas = starts + 2 * segments;
      int ranges = deltas + 2 * segments;
      for (int i = 0; i < segments; i++) {
        int start = unsigned(starts + 2 * i);
        int end = unsigned(ends + 2 * i);
        int delta = unsigned(deltas + 2 * i);
        int range = unsigned(ranges + 2 * i);
        for (int code = start; code <= end && code != 0xFFFF; code++) {
          int glyph = code;
          if (range != 0) {
            glyph = unsigned(ranges + 2 * i + range + 2 * (code - start));
          }
          if (range == 0 || glyph != 0) {
            glyphs[code] = (short) (glyph + delta);
          }
        }
      }
    }

    private void readGroups(int subtable, short[] glyphs, Map<Integer, Integer> beyond) {
      int groups = bytes.getInt(subtable + 12);
      for (int i = 0; i < groups; i++) {
        int group = subtable + 16 + 12 * i;
        int start = bytes.getInt(group);
        int end = Math.min(bytes.getInt(group + 4), Character.MAX_CODE_POINT);
        int glyph = bytes.getInt(group + 8);
        for (int code = Math.max(0, start); code <= end; code++) {
          if (code < 0x10000) {
            glyphs[code] = (short) (glyph + code - start);
          } else {
            beyond.put(code, glyph + code - start);
          }
        }
      }
    }

    IntBinaryOperator kerning() {
      Table kern = tables.get("kern");
      if (kern == null || unsigned(kern.offset()) != 0 || unsigned(kern.offset() + 8) >>> 8 != 0) {
        return newerKerning();
      }
      int count = unsigned(kern.offset() + 10);
      Kerning kerning = new Kerning(count);
      for (int i = 0; i < count; i++) {
        int entry = kern.offset() + 18 + 6 * i;
        int value = thousandths(bytes.getShort(entry + 4));
        if (value != 0) {
          kerning.add(unsigned(entry), unsigned(entry + 2), value);
        }
      }
      return kerning::between;
    }

    private IntBinaryOperator newerKerning() {
      Table positions = tables.get("GPOS");
      if (positions == null) {
        return (left, right) -> 0;
      }
      PairPositions pairs = new PairPositions(bytes, positions.offset());
      return (left, right) -> thousandths(pairs.between(left, right));
    }

    String postscriptName() {
      int table = at("name");
      int count = unsigned(table + 2);
      int strings = table + unsigned(table + 4);
      for (int i = 0; i < count; i++) {
        int entry = table + 6 + 12 * i;
        int platform = unsigned(entry);
        if (platform == 3 && unsigned(entry + 6) == POSTSCRIPT_NAME) {
          byte[] text = new byte[unsigned(entry + 8)];
          bytes.get(strings + unsigned(entry + 10), text);
          return new String(text, StandardCharsets.UTF_16BE).replaceAll("[^A-Za-z0-9-]", "");
        }
      }
      return file.replaceAll("[^A-Za-z0-9-]", "");
    }

    private int at(String tag) {
      Table table = tables.get(tag);
      if (table == null) {
        throw new UnusableFontException(file, "it has no table " + tag);
      }
      return table.offset();
    }

    private int thousandths(int units) {
      return Math.round(units * 1000f / unitsPerEm);
    }

    private int unsigned(int position) {
      return bytes.getShort(position) & 0xFFFF;
    }
  }
}
