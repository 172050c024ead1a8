package org.regards.pdf;

import java.io.IOException;
import java.util.zip.CRC32;

/**
 * A picture made ready for the press: in sRGB or grey, opaque, 8 bits a sample, compressed once.
 * Two plates are the same if they have the same name. Immutable, safe for all threads.
 */
final class Plate {
  private final String name;
  private final int columns;
  private final int rows;
  private final boolean grey;
  private final String filter;
  private final byte[] bytes;

  private Plate(int columns, int rows, boolean grey, String filter, byte[] bytes) {
    this.name = name(columns, bytes);
    this.columns = columns;
    this.rows = rows;
    this.grey = grey;
    this.filter = filter;
    this.bytes = bytes;
  }

  /** Samples row by row from the top left, compressed as of RFC 1950. */
  static Plate deflated(int columns, int rows, boolean grey, byte[] bytes) {
    return new Plate(columns, rows, grey, "FlateDecode", bytes);
  }

  /** A whole JPEG file. */
  static Plate jpeg(int columns, int rows, boolean grey, byte[] file) {
    return new Plate(columns, rows, grey, "DCTDecode", file);
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  byte[] bytes() {
    return bytes;
  }

  /** What pages call it; follows from the picture alone, so that pages fit any PDF. */
  String name() {
    return name;
  }

  private static String name(int columns, byte[] bytes) {
    CRC32 checksum = new CRC32();
    checksum.update(columns);
    checksum.update(bytes);
    return "P" + Long.toString(checksum.getValue(), Character.MAX_RADIX);
  }

  /** Writes the picture into a PDF, under a number that was reserved for it. */
  void write(PdfBody body, int number) throws IOException {
    String entries =
        "/Type/XObject/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace/%s/Filter/%s"
            .formatted(columns, rows, grey ? "DeviceGray" : "DeviceRGB", filter);
    body.stream(number, entries, bytes);
  }
}
