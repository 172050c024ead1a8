package org.regards.pdf;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the pages of a letter or of a file draw with: fonts, of them the characters that are used,
 * and pictures. A character up to U+FFFF stands for itself in the text of a page; one beyond gets a
 * code when it is first used, and so does a glyph of shaped text: pages with these belong to one
 * file. Used by one thread.
 */
final class Supplies {
  private static final int FIRST_PRIVATE = 0xE000;

  /** By their names in pages. */
  private final Map<String, Characters> faces = new LinkedHashMap<>();

  private final Map<String, GlyphFont> glyphs = new LinkedHashMap<>();
  private final Map<String, Plate> plates = new LinkedHashMap<>();

  /** The characters of one font. */
  static final class Characters {
    private final FontFace face;
    private final SortedSet<Integer> blocks = new TreeSet<>();
    private final Map<Integer, Integer> codesBeyondBmp = new LinkedHashMap<>();
    private int lastBlock;

    private Characters(FontFace face) {
      this.face = face;
    }

    FontFace face() {
      return face;
    }

    /** As {@link FontSubsets#block} names them. */
    SortedSet<Integer> blocks() {
      return blocks;
    }

    /** By character, in the order of their first use. */
    Map<Integer, Integer> codesBeyondBmp() {
      return codesBeyondBmp;
    }

    /** What stands for a character in the text of a page, two bytes. */
    int code(int codePoint) {
      if (codePoint < 0x80) {
        return codePoint;
      }
      int block = FontSubsets.block(codePoint);
      if (block != 0 && block != lastBlock) {
        blocks.add(block);
        lastBlock = block;
      }
      return codePoint < 0x10000
          ? codePoint
          : codesBeyondBmp.computeIfAbsent(
              codePoint, ignored -> FIRST_PRIVATE + codesBeyondBmp.size());
    }
  }

  Characters of(FontFace face) {
    return faces.computeIfAbsent(face.resource(), ignored -> new Characters(face));
  }

  /** The glyphs of a font for text that it shapes. */
  GlyphFont glyphs(FontFace face) {
    return glyphs.computeIfAbsent(face.resource(), ignored -> new GlyphFont(face));
  }

  Collection<GlyphFont> glyphs() {
    return glyphs.values();
  }

  void add(Plate plate) {
    plates.put(plate.name(), plate);
  }

  Collection<Plate> plates() {
    return plates.values();
  }

  Collection<Characters> faces() {
    return faces.values();
  }

  /** Whether the pages with these characters can go into any file as they are. */
  boolean fitsAnyFile() {
    return glyphs.isEmpty()
        && faces.values().stream().allMatch(characters -> characters.codesBeyondBmp.isEmpty());
  }

  void addAll(Supplies other) {
    for (Characters characters : other.faces()) {
      of(characters.face()).blocks.addAll(characters.blocks());
    }
    plates.putAll(other.plates);
  }
}
