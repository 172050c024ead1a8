package org.regards.pdf;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.regards.postal.Rectangle;

/** A page as a scanner sees it, measured in millimetres from its top left corner. */
final class PagePicture {
  private static final int DOTS_AN_INCH = 600;
  private static final float DOT = 25.4f / DOTS_AN_INCH;

  private final BufferedImage picture;

  PagePicture(byte[] pdf, int page) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      this.picture =
          new PDFRenderer(document).renderImageWithDPI(page, DOTS_AN_INCH, ImageType.GRAY);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What a reader of QR codes finds in a part of the page. */
  String qr(Rectangle part) {
    BufferedImage cut = cut(part);
    int[] pixels = cut.getRGB(0, 0, cut.getWidth(), cut.getHeight(), null, 0, cut.getWidth());
    try {
      return new QRCodeReader()
          .decode(
              new BinaryBitmap(
                  new HybridBinarizer(
                      new RGBLuminanceSource(cut.getWidth(), cut.getHeight(), pixels))))
          .getText();
    } catch (ReaderException none) {
      throw new AssertionError("no QR code there", none);
    }
  }

  /** The smallest rectangle around all that is black in a part of the page. */
  Rectangle ink(Rectangle part) {
    BufferedImage cut = cut(part);
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = -1;
    int bottom = -1;
    for (int y = 0; y < cut.getHeight(); y++) {
      for (int x = 0; x < cut.getWidth(); x++) {
        if (isInk(cut, x, y)) {
          left = Math.min(left, x);
          right = Math.max(right, x + 1);
          top = Math.min(top, y);
          bottom = Math.max(bottom, y + 1);
        }
      }
    }
    return right < 0
        ? new Rectangle(part.x(), part.y(), 0, 0)
        : Rectangle.between(
            part.x() + left * DOT,
            part.y() + top * DOT,
            part.x() + right * DOT,
            part.y() + bottom * DOT);
  }

  /** The bars of a barcode that fills a part of the page: F, A, D or T each. */
  String bars(Rectangle part) {
    BufferedImage cut = cut(part);
    StringBuilder bars = new StringBuilder();
    for (int x = 0; x < cut.getWidth(); x++) {
      if (isColumnOfInk(cut, x) && (x == 0 || !isColumnOfInk(cut, x - 1))) {
        int middle = x + 4;
        boolean rises = isInk(cut, middle, cut.getHeight() / 6);
        boolean hangs = isInk(cut, middle, cut.getHeight() * 5 / 6);
        bars.append(rises ? hangs ? 'F' : 'A' : hangs ? 'D' : 'T');
      }
    }
    return bars.toString();
  }

  private BufferedImage cut(Rectangle part) {
    return picture.getSubimage(
        Math.round(part.x() / DOT),
        Math.round(part.y() / DOT),
        Math.round(part.width() / DOT),
        Math.round(part.height() / DOT));
  }

  private static boolean isColumnOfInk(BufferedImage cut, int x) {
    return isInk(cut, x, cut.getHeight() / 2);
  }

  private static boolean isInk(BufferedImage cut, int x, int y) {
    return (cut.getRGB(x, y) & 0xFF) < 0x80;
  }
}
