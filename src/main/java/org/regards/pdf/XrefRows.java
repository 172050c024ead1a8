package org.regards.pdf;

import java.util.zip.Deflater;

/**
 * The rows of a cross-reference stream (ISO 32000-1, 7.5.8.3), each as its difference from the one
 * above (PNG's filter "up"), deflated as they come.
 */
final class XrefRows {
  /** Kind, place, generation or index. */
  static final int COLUMNS = 1 + 5 + 2;

  private static final int UP = 2;

  private final Deflater deflater;
  private final PdfBytes deflated = new PdfBytes(1 << 10);
  private final byte[] chunk = new byte[1 << 13];
  private byte[] rows = new byte[(COLUMNS + 1) << 9];
  private int length;
  private final byte[] above = new byte[COLUMNS];

  XrefRows(Deflater deflater) {
    this.deflater = deflater;
    deflater.reset();
  }

  void add(int kind, long place, int index) {
    if (length == rows.length) {
      deflate();
    }
    rows[length++] = UP;
    cell(0, kind);
    for (int i = 0; i < 5; i++) {
      cell(1 + i, (int) (place >>> (32 - 8 * i)));
    }
    cell(6, index >>> 8);
    cell(7, index);
  }

  private void cell(int column, int value) {
    rows[length++] = (byte) (value - above[column]);
    above[column] = (byte) value;
  }

  private void deflate() {
    deflater.setInput(rows, 0, length);
    drain();
    length = 0;
  }

  byte[] end() {
    deflater.setInput(rows, 0, length);
    deflater.finish();
    drain();
    return deflated.copy();
  }

  private void drain() {
    int count;
    do {
      count = deflater.deflate(chunk);
      deflated.add(chunk, count);
    } while (count > 0);
  }
}
