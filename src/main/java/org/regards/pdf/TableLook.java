package org.regards.pdf;

/**
 * How a table is set, in points.
 *
 * @param leading from one line of a cell to the next
 * @param gap between two rows
 * @param padding between two columns
 * @param ruled whether a thin line stands under each row
 * @param filling whether long columns get more of the width than short ones, and it is as wide as
 *     the text if it nearly is
 */
record TableLook(
    Style head,
    Style cell,
    float leading,
    float gap,
    float padding,
    boolean ruled,
    boolean filling) {
  static final TableLook OF_LETTER =
      new TableLook(
          Style.TABLE_HEAD, Style.TABLE_CELL, Style.TABLE_CELL.size() * 1.25f, 5, 12, true, false);
  static final TableLook OF_DOCUMENT =
      new TableLook(Style.COLUMN, Style.FIGURE, 12, 6, 12, true, true);

  /** Names with their values. */
  static final TableLook OF_FACTS =
      new TableLook(Style.REMARK, Style.PROSE, 13.5f, 3, 12, false, false);
}
