package org.regards.pdf;

/** What a font is used for. */
enum Typeface {
  /** The words of a letter. */
  SERIF("LiberationSerif-Regular"),
  /** The heads of tables. */
  SERIF_BOLD("LiberationSerif-Bold"),
  SERIF_ITALIC("LiberationSerif-Italic"),
  /** The name of the business. */
  HEADING("LiberationSerif-Regular"),
  /** The subject of a letter. */
  HEADING_BOLD("LiberationSerif-Bold"),
  /** What stands around the letter: head, info block, page numbers. */
  SANS("LiberationSans-Regular");

  private final String builtIn;

  Typeface(String builtIn) {
    this.builtIn = builtIn;
  }

  /** The resource that holds the font which comes with the program. */
  String resource() {
    return "/liberation/" + builtIn + ".ttf";
  }
}
