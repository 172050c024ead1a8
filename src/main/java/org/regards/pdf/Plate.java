package org.regards.pdf;

import java.io.IOException;
import org.openpdf.text.pdf.PdfIndirectReference;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfNumber;
import org.openpdf.text.pdf.PdfStream;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A picture made ready for the press: in sRGB or grey, opaque, 8 bits a sample, compressed once.
 * Two plates are the same only if they are one object. Immutable, safe for all threads.
 */
final class Plate {
  private final int columns;
  private final int rows;
  private final boolean grey;
  private final PdfName filter;
  private final byte[] bytes;

  private Plate(int columns, int rows, boolean grey, PdfName filter, byte[] bytes) {
    this.columns = columns;
    this.rows = rows;
    this.grey = grey;
    this.filter = filter;
    this.bytes = bytes;
  }

  /** Samples row by row from the top left, compressed as of RFC 1950. */
  static Plate deflated(int columns, int rows, boolean grey, byte[] bytes) {
    return new Plate(columns, rows, grey, PdfName.FLATEDECODE, bytes);
  }

  /** A whole JPEG file. */
  static Plate jpeg(int columns, int rows, boolean grey, byte[] file) {
    return new Plate(columns, rows, grey, PdfName.DCTDECODE, file);
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

  PdfIndirectReference addTo(PdfWriter writer) throws IOException {
    PdfStream stream = new PdfStream(bytes);
    stream.put(PdfName.TYPE, PdfName.XOBJECT);
    stream.put(PdfName.SUBTYPE, PdfName.IMAGE);
    stream.put(PdfName.WIDTH, new PdfNumber(columns));
    stream.put(PdfName.HEIGHT, new PdfNumber(rows));
    stream.put(PdfName.BITSPERCOMPONENT, new PdfNumber(8));
    stream.put(PdfName.COLORSPACE, grey ? PdfName.DEVICEGRAY : PdfName.DEVICERGB);
    stream.put(PdfName.FILTER, filter);
    return writer.addToBody(stream).getIndirectReference();
  }
}
