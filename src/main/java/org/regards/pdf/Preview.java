package org.regards.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Area;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;
import org.regards.postal.Rectangle;
import org.regards.postal.WindowFit;

/**
 * Pictures of the pages of a letter or card, the first page of a letter with its envelope drawn
 * over it: as an orange veil what the paper of the envelope covers, with dashes what its window
 * shows at one time or another, in green what it shows however the sheet slips; blue where the
 * sheet is folded. For one thread; whoever opens it closes it.
 */
public final class Preview implements AutoCloseable {
  /** Around the page, in millimetres, so that an envelope shows that is larger than its sheet. */
  private static final float MARGIN = 15;

  private static final float MILLIMETRES_PER_INCH = 25.4f;
  private static final float HAIRLINE = 0.25f;
  private static final float LINE = 0.5f;
  private static final float CORNER = 1.5f;
  private static final float[] DASHES = {2, 1.5f};
  private static final float[] LONG_DASHES = {5, 3};

  private static final Color DESK = new Color(0xE6E4DF);
  private static final Color SHADOW = new Color(0, 0, 0, 40);
  private static final Color VEIL = new Color(214, 160, 88, 56);
  private static final Color EDGE = new Color(0xA8763A);
  private static final Color VISIBLE = new Color(0x1E8E3E);
  private static final Color VISIBLE_TINT = new Color(30, 142, 62, 24);
  private static final Color FOLD = new Color(0x5B8DB8);

  private final PDDocument document;
  private final @Nullable WindowFit fit;

  private Preview(PDDocument document, @Nullable WindowFit fit) {
    this.document = document;
    this.fit = fit;
  }

  /**
   * @param fit the envelope of a letter, or null for a card
   */
  static Preview of(Printed.Pdf pdf, @Nullable WindowFit fit) {
    try {
      return new Preview(Loader.loadPDF(pdf.bytes()), fit);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How many there are. */
  public int pages() {
    return document.getNumberOfPages();
  }

  /**
   * One page as a PNG file.
   *
   * @param page counted from 1
   * @param dotsAnInch of the picture
   */
  public byte[] png(int page, int dotsAnInch) {
    try {
      BufferedImage sheet =
          new PDFRenderer(document).renderImageWithDPI(page - 1, dotsAnInch, ImageType.RGB);
      float scale = dotsAnInch / MILLIMETRES_PER_INCH;
      int margin = Math.round(MARGIN * scale);
      BufferedImage picture =
          new BufferedImage(
              sheet.getWidth() + 2 * margin,
              sheet.getHeight() + 2 * margin,
              BufferedImage.TYPE_INT_RGB);
      Graphics2D pen = picture.createGraphics();
      pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      pen.setColor(DESK);
      pen.fillRect(0, 0, picture.getWidth(), picture.getHeight());
      int shadow = Math.max(1, Math.round(scale * 0.6f));
      pen.setColor(SHADOW);
      pen.fillRect(margin + shadow, margin + shadow, sheet.getWidth(), sheet.getHeight());
      pen.drawImage(sheet, margin, margin, null);
      pen.translate(margin, margin);
      pen.scale(scale, scale);
      if (fit != null && page == 1) {
        folds(pen, fit);
        envelope(pen, fit);
      }
      pen.dispose();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ImageIO.write(picture, "png", bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void folds(Graphics2D pen, WindowFit fit) {
    pen.setColor(FOLD);
    pen.setStroke(dashed(HAIRLINE, LONG_DASHES));
    for (float fold : fit.fold().on(fit.form().sheet().height())) {
      pen.draw(new Line2D.Float(0, fold, fit.form().sheet().width(), fold));
    }
  }

  /** In the middle of what it can slip. */
  private static void envelope(Graphics2D pen, WindowFit fit) {
    if (!fit.goesIn() || !fit.hasWindow()) {
      return;
    }
    float top = -fit.above() - fit.travelDown() / 2;
    RoundRectangle2D outside =
        new RoundRectangle2D.Float(
            -fit.travelAcross() / 2,
            top,
            fit.envelope().width(),
            fit.envelope().height(),
            CORNER,
            CORNER);
    Area veil = new Area(outside);
    veil.subtract(new Area(shape(fit.reach())));
    pen.setColor(VEIL);
    pen.fill(veil);
    pen.setColor(EDGE);
    pen.setStroke(new BasicStroke(HAIRLINE));
    pen.draw(outside);
    pen.setStroke(dashed(HAIRLINE, DASHES));
    pen.draw(shape(fit.reach()));
    pen.setColor(VISIBLE_TINT);
    pen.fill(shape(fit.visible()));
    pen.setColor(VISIBLE);
    pen.setStroke(new BasicStroke(LINE));
    pen.draw(shape(fit.visible()));
  }

  private static Rectangle2D shape(Rectangle rectangle) {
    return new Rectangle2D.Float(
        rectangle.x(), rectangle.y(), rectangle.width(), rectangle.height());
  }

  private static BasicStroke dashed(float width, float[] dashes) {
    return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10, dashes, 0);
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
