package org.regards.pdf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a galley, not yet on a page.
 *
 * @param before room above it, in points; none at the top of a page
 * @param height from its top to the top of the next
 * @param mayOpenPage whether a page may begin with it
 * @param signed the picture of a signature, or null
 * @param drawn what is drawn where it stands, or null
 */
record Line(
    float before,
    float height,
    boolean mayOpenPage,
    List<Piece> pieces,
    List<Stroke> strokes,
    @Nullable Signed signed,
    @Nullable Drawn drawn) {
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

  /**
   * A picture of a signature, at the left, its foot on the foot of the line.
   *
   * @param alt what it is, in the language of the letter
   * @param parent of its figure
   */
  record Signed(Plate plate, float width, float height, String alt, Tag parent) {}

  /** Draws beside or in place of words. */
  @FunctionalInterface
  interface Drawn {
    /**
     * Adds its marks.
     *
     * @param x the left edge of the galley, in points on the page
     * @param y the top of the line
     */
    void at(float x, float y, List<Mark> marks);
  }

  Line(float before, float height, boolean mayOpenPage, List<Piece> pieces, List<Stroke> strokes) {
    this(before, height, mayOpenPage, pieces, strokes, null, null);
  }

  static Line of(float height, List<Piece> pieces) {
    return new Line(0, height, true, pieces, List.of());
  }

  /** A line that begins no page. */
  static Line of(float height, Signed signed) {
    return new Line(0, height, false, List.of(), List.of(), signed, null);
  }

  Line after(float room) {
    return new Line(before + room, height, mayOpenPage, pieces, strokes, signed, drawn);
  }

  Line keptWithLast() {
    return new Line(before, height, false, pieces, strokes, signed, drawn);
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
            strokes,
            signed,
            drawn);
  }

  Line with(Drawn drawing) {
    return new Line(before, height, mayOpenPage, pieces, strokes, signed, drawing);
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
