package org.regards.pdf;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * How a font is called and which one of its family it is (OpenType 1.9, tables name and OS/2).
 *
 * @param families the name for programs that know four fonts a family, and the one for all others
 * @param weight 400 is regular, 700 bold
 * @param embeddable whether its licence lets it be put into a file
 */
record FontNames(Set<String> families, int weight, boolean italic, boolean embeddable) {
  private static final int FAMILY = 1;
  private static final int TYPOGRAPHIC_FAMILY = 16;
  private static final int WINDOWS = 3;
  private static final int RESTRICTED = 2;

  FontNames {
    families = Set.copyOf(families);
  }

  /**
   * @throws UnusableFontException when it is no font
   */
  static FontNames of(String file, byte[] program) {
    try {
      ByteBuffer in = ByteBuffer.wrap(program);
      int os2 = table(in, "OS/2");
      return new FontNames(
          families(in, table(in, "name")),
          unsigned(in, os2 + 4),
          (unsigned(in, os2 + 62) & 1) != 0,
          (unsigned(in, os2 + 8) & 0xF) != RESTRICTED);
    } catch (IndexOutOfBoundsException
        | BufferUnderflowException
        | IllegalArgumentException broken) {
      throw new UnusableFontException(file, "it is damaged or not a font", broken);
    }
  }

  private static Set<String> families(ByteBuffer in, int table) {
    Set<String> families = new LinkedHashSet<>();
    int count = unsigned(in, table + 2);
    int strings = table + unsigned(in, table + 4);
    for (int i = 0; i < count; i++) {
      int entry = table + 6 + 12 * i;
      int name = unsigned(in, entry + 6);
      if (unsigned(in, entry) == WINDOWS && (name == FAMILY || name == TYPOGRAPHIC_FAMILY)) {
        byte[] text = new byte[unsigned(in, entry + 8)];
        in.get(strings + unsigned(in, entry + 10), text);
        families.add(new String(text, StandardCharsets.UTF_16BE));
      }
    }
    return families;
  }

  private static int table(ByteBuffer in, String tag) {
    int count = unsigned(in, 4);
    for (int i = 0; i < count; i++) {
      byte[] found = new byte[4];
      in.get(12 + 16 * i, found);
      if (tag.equals(new String(found, StandardCharsets.ISO_8859_1))) {
        return in.getInt(12 + 16 * i + 8);
      }
    }
    throw new IllegalArgumentException("no table " + tag);
  }

  private static int unsigned(ByteBuffer in, int position) {
    return in.getShort(position) & 0xFFFF;
  }
}
