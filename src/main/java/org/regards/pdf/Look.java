package org.regards.pdf;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the sender's paper looks. Its pictures are read by the printer, once.
 *
 * @param logo a PNG or JPEG file, or null
 * @param colour 0xRRGGBB, of the name of the business
 * @param signatures the folder with a picture {@code STAFFID.png} of each signature, or null
 * @param foot what stands at the foot of the first page: columns from left to right, each of lines
 */
public record Look(
    @Nullable Path logo, int colour, @Nullable Path signatures, List<List<String>> foot) {
  /** The least contrast of small words on white paper (WCAG 2.2, 1.4.3). */
  public static final double LEAST_CONTRAST = 4.5;

  static final int DEEP = 0x1B414A;

  private static final Look PLAIN = new Look(null, DEEP, null, List.of());

  public Look {
    foot = foot.stream().map(List::copyOf).toList();
  }

  /** No pictures, no foot, and the program's own colour. */
  public static Look plain() {
    return PLAIN;
  }

  /** The contrast of a colour with white paper, from 1 to 21 (WCAG 2.2, contrast ratio). */
  public static double contrast(int colour) {
    double luminance =
        0.2126 * linear(colour >> 16 & 0xFF)
            + 0.7152 * linear(colour >> 8 & 0xFF)
            + 0.0722 * linear(colour & 0xFF);
    return 1.05 / (luminance + 0.05);
  }

  private static double linear(int value) {
    double share = value / 255.0;
    return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
  }
}
