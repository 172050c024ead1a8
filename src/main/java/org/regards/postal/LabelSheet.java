package org.regards.postal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A sheet of self-adhesive labels, in millimetres. Measures are those of gLabels 3.4.1.
 *
 * @param word what it is called in commands: the number that Avery gave it, which others use too
 * @param left the left edge of the first label from that of the sheet
 * @param top the top of the first label from that of the sheet
 * @param columnPitch from the left edge of one label to that of its neighbour
 * @param rowPitch from the top of one label to that of the one below
 * @param radius of its corners
 */
public record LabelSheet(
    String word,
    float sheetWidth,
    float sheetHeight,
    int columns,
    int rows,
    float width,
    float height,
    float left,
    float top,
    float columnPitch,
    float rowPitch,
    float radius) {
  private static final float INCH = 25.4f;

  /** 30 on US Letter. */
  public static final LabelSheet AVERY_5160 =
      american("5160", 3, 10, 2.625f, 1, 0.15625f, 0.5f, 2.78125f, 1);

  /** 10 on US Letter. */
  public static final LabelSheet AVERY_5163 =
      american("5163", 2, 5, 4, 2, 0.1625f, 0.5f, 4.1875f, 2);

  /** 21 on A4. */
  public static final LabelSheet AVERY_L7160 =
      new LabelSheet("l7160", 210, 297, 3, 7, 63.5f, 38.1f, 7.48f, 15.49f, 66.04f, 38.1f, 1.5f);

  /** 14 on A4. */
  public static final LabelSheet AVERY_L7163 =
      new LabelSheet("l7163", 210, 297, 2, 7, 99.1f, 38.1f, 3.35f, 15.17f, 103, 38.1f, 1.5f);

  public static final List<LabelSheet> ALL =
      List.of(AVERY_5160, AVERY_5163, AVERY_L7160, AVERY_L7163);

  private static LabelSheet american(
      String word,
      int columns,
      int rows,
      float width,
      float height,
      float left,
      float top,
      float columnPitch,
      float rowPitch) {
    return new LabelSheet(
        word,
        8.5f * INCH,
        11 * INCH,
        columns,
        rows,
        width * INCH,
        height * INCH,
        left * INCH,
        top * INCH,
        columnPitch * INCH,
        rowPitch * INCH,
        0.0625f * INCH);
  }

  public static Optional<LabelSheet> of(String word) {
    String wanted = word.strip().toLowerCase(Locale.ROOT);
    return ALL.stream().filter(sheet -> sheet.word.equals(wanted)).findFirst();
  }

  /** What {@link #of} takes, with what each holds. */
  public static String choice() {
    return ALL.stream()
        .map(
            sheet ->
                String.format(
                    Locale.ROOT,
                    "%s (%d of %.1f × %.1f mm on %s)",
                    sheet.word,
                    sheet.count(),
                    sheet.width,
                    sheet.height,
                    sheet.sheetWidth == 210 ? "A4" : "US Letter"))
        .collect(Collectors.joining(", "));
  }

  /** How many labels a sheet has. */
  public int count() {
    return columns * rows;
  }

  /**
   * Where a label is.
   *
   * @param number from 1, row by row
   */
  public Rectangle label(int number) {
    if (number < 1 || number > count()) {
      throw new IllegalArgumentException("sheet " + word + " has no label " + number);
    }
    int column = (number - 1) % columns;
    int row = (number - 1) / columns;
    return new Rectangle(left + column * columnPitch, top + row * rowPitch, width, height);
  }
}
