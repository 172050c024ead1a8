package org.regards.pdf;

/** The few colours of a page, in sRGB. */
enum Ink {
  BLACK("0 g", "0 G"),
  GREY("0.35 g", "0.35 G"),
  /** A deep blue-green for the name of the business. */
  DEEP("0.106 0.255 0.290 rg", "0.106 0.255 0.290 RG"),
  /** The stems and leaves of a card. */
  LEAF("0.278 0.376 0.318 rg", "0.278 0.376 0.318 RG");

  private final String fill;
  private final String stroke;

  Ink(String fill, String stroke) {
    this.fill = fill;
    this.stroke = stroke;
  }

  /** The operator that sets it for text and areas. */
  String fill() {
    return fill;
  }

  /** The operator that sets it for lines. */
  String stroke() {
    return stroke;
  }
}
