package org.regards.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.GeneralPath;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** Pictures of a made-up business, drawn by the test itself. */
public final class Drawn {
  private static final Color PLUM = new Color(0x6B2D5C);
  private static final Color LEAF = new Color(0x4F7A4A);

  private Drawn() {}

  /** An orchard's mark: a plum with its leaf, as wide as it is high, on nothing. */
  public static BufferedImage mark(int size) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = pen(image, size / 100f);
    plum(pen);
    pen.dispose();
    return image;
  }

  /** The same with three bars beside it that stand for a name: a wide logo. */
  public static BufferedImage wordmark(int height) {
    BufferedImage image = new BufferedImage(height * 4, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D pen = pen(image, height / 100f);
    plum(pen);
    pen.setColor(PLUM);
    float x = 120;
    for (int letter = 0; letter < 9; letter++) {
      pen.fill(new Rectangle2D.Float(x, 38, 5, 40));
      pen.fill(new Ellipse2D.Float(x + 3, letter % 3 == 1 ? 38 : 52, 22, 26));
      x += 31;
    }
    pen.dispose();
    return image;
  }

  /** A signature in blue ink, with the white paper that it was scanned with. */
  public static BufferedImage signature() {
    BufferedImage image = new BufferedImage(1200, 500, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = pen(image, 1);
    pen.setColor(Color.WHITE);
    pen.fillRect(0, 0, 1200, 500);
    pen.setColor(new Color(0x1F2F6B));
    pen.setStroke(new BasicStroke(9, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    GeneralPath path = new GeneralPath();
    path.moveTo(180, 340);
    path.curveTo(230, 100, 260, 90, 280, 330);
    path.curveTo(320, 120, 370, 90, 380, 340);
    path.curveTo(420, 250, 480, 250, 450, 330);
    path.curveTo(430, 380, 500, 330, 520, 270);
    path.curveTo(520, 390, 560, 330, 590, 270);
    path.curveTo(580, 340, 600, 350, 640, 280);
    path.curveTo(690, 240, 700, 340, 640, 335);
    path.curveTo(720, 330, 760, 180, 790, 120);
    path.curveTo(730, 350, 760, 340, 860, 200);
    path.curveTo(770, 290, 830, 330, 1010, 300);
    pen.draw(path);
    pen.dispose();
    return image;
  }

  static Path png(BufferedImage image, Path file) throws IOException {
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  static Path jpeg(BufferedImage image, Path file) throws IOException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName("jpeg");
    ImageWriter writer = writers.next();
    ImageWriteParam quality = writer.getDefaultWriteParam();
    quality.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
    quality.setCompressionQuality(0.9f);
    Files.deleteIfExists(file);
    try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
      writer.setOutput(out);
      writer.write(null, new IIOImage(image, null, null), quality);
    } finally {
      writer.dispose();
    }
    return file;
  }

  /** A picture without transparency, full to its edges. */
  static BufferedImage photograph(int width, int height) {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        image.setRGB(x, y, (x * 200 / width) << 16 | (y * 200 / height) << 8 | 90);
      }
    }
    return image;
  }

  /** A PNG file put together by hand, to have any header. */
  static byte[] png(int columns, int rows, int depth, int kind, byte[] profile, byte[] samples) {
    ByteBuffer head = ByteBuffer.allocate(13).putInt(columns).putInt(rows);
    head.put((byte) depth).put((byte) kind);
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    file.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
    chunk("IHDR", head.array(), file);
    if (profile.length > 0) {
      ByteArrayOutputStream named = new ByteArrayOutputStream();
      named.writeBytes(new byte[] {'p', 0, 0});
      named.writeBytes(deflated(profile));
      chunk("iCCP", named.toByteArray(), file);
    }
    chunk("IDAT", deflated(samples), file);
    chunk("IEND", new byte[0], file);
    return file.toByteArray();
  }

  private static void chunk(String type, byte[] content, ByteArrayOutputStream file) {
    byte[] typed =
        ByteBuffer.allocate(content.length + 4)
            .put(type.getBytes(StandardCharsets.US_ASCII))
            .put(content)
            .array();
    CRC32 sum = new CRC32();
    sum.update(typed);
    file.writeBytes(ByteBuffer.allocate(4).putInt(content.length).array());
    file.writeBytes(typed);
    file.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }

  private static byte[] deflated(byte[] plain) {
    Deflater deflater = new Deflater();
    deflater.setInput(plain);
    deflater.finish();
    byte[] room = new byte[plain.length + 100];
    int length = deflater.deflate(room);
    deflater.end();
    return Arrays.copyOf(room, length);
  }

  private static Graphics2D pen(BufferedImage image, float scale) {
    Graphics2D pen = image.createGraphics();
    pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    pen.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    pen.scale(scale, scale);
    return pen;
  }

  private static void plum(Graphics2D pen) {
    pen.setColor(PLUM);
    pen.fill(new Ellipse2D.Float(14, 30, 66, 66));
    pen.setColor(LEAF);
    GeneralPath leaf = new GeneralPath();
    leaf.moveTo(46, 32);
    leaf.curveTo(52, 8, 76, 2, 92, 6);
    leaf.curveTo(90, 24, 72, 36, 46, 32);
    pen.fill(leaf);
    pen.setColor(new Color(255, 255, 255, 70));
    pen.fill(new Ellipse2D.Float(26, 42, 16, 22));
  }
}
