package org.regards.pdf;

/** The drawing on the front of a card. */
final class Branch {
  private Branch() {}

  static String operators() {
    return Ink.LEAF.stroke() + " 0.6 w 100 100 m 150 200 150 250 160 300 c S\n";
  }
}
