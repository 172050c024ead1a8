package org.regards.pdf;

import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a cross-reference stream (ISO 32000-1, 7.5.8.3). Where they are deflated, each is
 * written as its difference from the one above (PNG's filter "up"): most rows differ by one.
 */
final class XrefRows {
  /** Kind, place, generation or index. */
  private static final int COLUMNS = 1 + 5 + 2;

  private static final int UP = 2;
  private static final int CHUNK = 1 << 13;

  private final @Nullable Deflater deflater;
  private final PdfBytes table = new PdfBytes(1 << 9);
  private final PdfBytes rows;
  private final byte[] above = new byte[COLUMNS];
  private final byte[] row = new byte[COLUMNS];

  /**
   * @param deflater null where the rows are few and go as they are
   */
  XrefRows(@Nullable Deflater deflater) {
    this.deflater = deflater;
    this.rows = deflater == null ? table : new PdfBytes(CHUNK + COLUMNS + 1);
    if (deflater != null) {
      deflater.reset();
    }
  }

  void add(int kind, long place, int index) {
    row[0] = (byte) kind;
    for (int i = 0; i < 5; i++) {
      row[1 + i] = (byte) (place >>> (32 - 8 * i));
    }
    row[6] = (byte) (index >>> 8);
    row[7] = (byte) index;
    if (deflater == null) {
      rows.add(row);
      return;
    }
    rows.add(UP);
    for (int i = 0; i < COLUMNS; i++) {
      rows.add(row[i] - above[i]);
      above[i] = row[i];
    }
    if (rows.length() >= CHUNK) {
      deflate(deflater);
    }
  }

  /** What the dictionary of the stream says of how they are written. */
  String entries() {
    return deflater == null
        ? ""
        : "/Filter/FlateDecode/DecodeParms<</Predictor 12/Columns " + COLUMNS + ">>";
  }

  PdfBytes end() {
    if (deflater != null) {
      deflater.finish();
      deflate(deflater);
    }
    return table;
  }

  private void deflate(Deflater used) {
    byte[] chunk = new byte[CHUNK];
    used.setInput(rows.array(), 0, rows.length());
    for (int count = used.deflate(chunk); count > 0; count = used.deflate(chunk)) {
      table.add(chunk, count);
    }
    rows.clear();
  }
}
