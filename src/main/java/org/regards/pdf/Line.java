package org.regards.pdf;

import java.util.List;

/**
 * One line of a galley, not yet on a page.
 *
 * @param before room above it, in points; none at the top of a page
 * @param height from its top to the top of the next
 * @param mayOpenPage whether a page may begin with it
 */
record Line(
    float before, float height, boolean mayOpenPage, List<Piece> pieces, List<Stroke> strokes) {
  Line {
    pieces = List.copyOf(pieces);
    strokes = List.copyOf(strokes);
  }

  /**
   * @param x from the left edge of the galley
   */
  record Piece(float x, TextRun run, Tag tag) {}

  /**
   * A thin rule across the galley.
   *
   * @param y from the top of the line
   */
  record Stroke(float x, float toX, float y) {}

  static Line of(float height, List<Piece> pieces) {
    return new Line(0, height, true, pieces, List.of());
  }

  Line after(float room) {
    return new Line(before + room, height, mayOpenPage, pieces, strokes);
  }

  Line keptWithLast() {
    return new Line(before, height, false, pieces, strokes);
  }

  Line shifted(float distance) {
    return distance == 0
        ? this
        : new Line(
            before,
            height,
            mayOpenPage,
            pieces.stream()
                .map(piece -> new Piece(piece.x() + distance, piece.run(), piece.tag()))
                .toList(),
            strokes);
  }

  /** Where its words end. */
  float right() {
    return pieces.isEmpty() ? 0 : pieces.getLast().x() + pieces.getLast().run().inked().width();
  }

  /** The baseline from the top of the line: letters sit a little below its middle. */
  float baseline() {
    float size = 0;
    for (Piece piece : pieces) {
      size = Math.max(size, piece.run().style().size());
    }
    return height / 2 + size * 0.34f;
  }
}
