package org.regards.pdf;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which fonts a letter or a file uses, and which of their characters. A character up to U+FFFF
 * stands for itself in the text of a page; one beyond gets a code when it is first used, so pages
 * with such characters belong to one file. Used by one thread.
 */
final class FontUse {
  private static final int FIRST_PRIVATE = 0xE000;

  private final Map<String, Characters> faces = new LinkedHashMap<>();

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

    /** By character, ascending; in the order of their first use. */
    Map<Integer, Integer> codesBeyondBmp() {
      return codesBeyondBmp;
    }

    /** What stands for a character in the text of a page, two bytes. */
    int code(int codePoint) {
      if (codePoint < 0x80) {
        return codePoint;
      }
      int block = FontSubsets.block(codePoint);
      if (block != lastBlock) {
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

  Iterable<Characters> faces() {
    return faces.values();
  }

  /** Whether the pages with these characters can go into any file as they are. */
  boolean fitsAnyFile() {
    return faces.values().stream().allMatch(characters -> characters.codesBeyondBmp.isEmpty());
  }

  void addAll(FontUse other) {
    for (Characters characters : other.faces()) {
      of(characters.face()).blocks.addAll(characters.blocks());
    }
  }
}
