package org.regards.pdf;

import java.util.Locale;

/**
 * A colour of a page, in sRGB or grey.
 *
 * @param fill the operator that sets it for text and areas
 * @param stroke the operator that sets it for lines
 */
record Ink(String fill, String stroke) {
  static final Ink BLACK = new Ink("0 g", "0 G");
  static final Ink GREY = new Ink("0.35 g", "0.35 G");

  /** A deep blue-green for the name of the business. */
  static final Ink DEEP = of(Look.DEEP);

  /** The stems and leaves of a card. */
  static final Ink LEAF = of(0x476051);

  /**
   * @param colour 0xRRGGBB
   */
  static Ink of(int colour) {
    String values =
        String.format(
            Locale.ROOT,
            "%.3f %.3f %.3f",
            (colour >> 16 & 0xFF) / 255f,
            (colour >> 8 & 0xFF) / 255f,
            (colour & 0xFF) / 255f);
    return new Ink(values + " rg", values + " RG");
  }
}
