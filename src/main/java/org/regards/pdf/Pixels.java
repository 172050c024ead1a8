package org.regards.pdf;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;

/**
 * The pixels of a picture on white paper: opaque sRGB, three bytes each from the top left, row by
 * row. What is transparent is white: a press knows no transparency, and old ones stumble over it.
 */
final class Pixels {
  private static final int WHITE = 255;
  private static final float HARDLY = 3 / 255f;
  private static final List<List<Float>> PROBES =
      List.of(
          List.of(0.5f, 0.5f, 0.5f),
          List.of(0.8f, 0.2f, 0.2f),
          List.of(0.2f, 0.8f, 0.2f),
          List.of(0.2f, 0.2f, 0.8f));

  /** Paper that was scanned is never quite white. */
  private static final int ALMOST_WHITE = 248;

  private final int columns;
  private final int rows;
  private final byte[] samples;

  private Pixels(int columns, int rows, byte[] samples) {
    this.columns = columns;
    this.rows = rows;
    this.samples = samples;
  }

  /**
   * @param profile of its colours (ICC), or empty for sRGB
   */
  static Pixels of(BufferedImage image, byte[] profile) {
    int columns = image.getWidth();
    int rows = image.getHeight();
    byte[] samples = new byte[columns * rows * 3];
    if (image.getColorModel() instanceof IndexColorModel) {
      for (int y = 0; y < rows; y++) {
        int[] row = image.getRGB(0, y, columns, 1, null, 0, columns);
        for (int x = 0; x < columns; x++) {
          int pixel = row[x];
          put(samples, y * columns + x, pixel >> 16, pixel >> 8, pixel, pixel >>> 24);
        }
      }
    } else {
      copy(converted(image, profile), samples);
    }
    return new Pixels(columns, rows, samples);
  }

  /** Java takes grey for linear light, so samples are read as they are, not through its models. */
  private static void copy(Raster raster, byte[] samples) {
    int bands = raster.getNumBands();
    int shift = raster.getSampleModel().getSampleSize(0) - 8;
    boolean grey = bands < 3;
    boolean alpha = bands == 2 || bands == 4;
    int[] row = new int[raster.getWidth() * bands];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(raster.getMinX(), y, raster.getWidth(), 1, row);
      for (int x = 0; x < raster.getWidth(); x++) {
        int at = x * bands;
        int red = row[at] >> shift;
        int green = grey ? red : row[at + 1] >> shift;
        int blue = grey ? red : row[at + 2] >> shift;
        int opacity = alpha ? row[at + bands - 1] >> shift : WHITE;
        put(samples, y * raster.getWidth() + x, red, green, blue, opacity);
      }
    }
  }

  private static Raster converted(BufferedImage image, byte[] profile) {
    Raster raster = image.getRaster();
    int bands = raster.getNumBands();
    if (bands < 3 || isSrgb(profile)) {
      return raster;
    }
    ICC_Profile[] profiles = {
      ICC_Profile.getInstance(profile), ICC_Profile.getInstance(ColorSpace.CS_sRGB)
    };
    int[] colours = {0, 1, 2};
    int width = raster.getWidth();
    int height = raster.getHeight();
    WritableRaster result = raster.createCompatibleWritableRaster();
    result.setRect(raster);
    new ColorConvertOp(profiles, null)
        .filter(
            raster.createChild(0, 0, width, height, 0, 0, colours),
            result.createWritableChild(0, 0, width, height, 0, 0, colours));
    return result;
  }

  /** Asked by what it does to a few colours: the names of profiles say many things. */
  static boolean isSrgb(byte[] profile) {
    if (profile.length == 0) {
      return true;
    }
    ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile));
    return space.getNumComponents() == 3 && PROBES.stream().allMatch(probe -> keeps(space, probe));
  }

  private static boolean keeps(ICC_ColorSpace space, List<Float> probe) {
    float[] colour = {probe.get(0), probe.get(1), probe.get(2)};
    float[] converted = space.toRGB(colour);
    return Math.abs(converted[0] - colour[0]) < HARDLY
        && Math.abs(converted[1] - colour[1]) < HARDLY
        && Math.abs(converted[2] - colour[2]) < HARDLY;
  }

  private static void put(byte[] samples, int pixel, int red, int green, int blue, int opacity) {
    int alpha = opacity & 0xFF;
    samples[pixel * 3] = onWhite(red & 0xFF, alpha);
    samples[pixel * 3 + 1] = onWhite(green & 0xFF, alpha);
    samples[pixel * 3 + 2] = onWhite(blue & 0xFF, alpha);
  }

  private static byte onWhite(int value, int alpha) {
    return (byte) ((value * alpha + WHITE * (WHITE - alpha) + WHITE / 2) / WHITE);
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  boolean isEmpty() {
    return columns == 0;
  }

  /** Upright, when it was taken with the camera turned (Exif 2.3, 4.6.4 A, Orientation). */
  Pixels turned(int orientation) {
    if (orientation == 1) {
      return this;
    }
    boolean swapped = orientation > 4;
    int width = swapped ? rows : columns;
    int height = swapped ? columns : rows;
    byte[] turned = new byte[samples.length];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int fromX =
            switch (orientation) {
              case 2, 3 -> columns - 1 - x;
              case 5, 6 -> y;
              case 7, 8 -> columns - 1 - y;
              default -> x;
            };
        int fromY =
            switch (orientation) {
              case 3, 4 -> rows - 1 - y;
              case 5, 8 -> x;
              case 6, 7 -> rows - 1 - x;
              default -> y;
            };
        System.arraycopy(samples, (fromY * columns + fromX) * 3, turned, (y * width + x) * 3, 3);
      }
    }
    return new Pixels(width, height, turned);
  }

  /** Without white edges; empty when there is nothing else. */
  Pixels trimmed() {
    int left = columns;
    int right = -1;
    int top = rows;
    int bottom = -1;
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < columns; x++) {
        if (!isWhite(y * columns + x)) {
          left = Math.min(left, x);
          right = Math.max(right, x);
          top = Math.min(top, y);
          bottom = y;
        }
      }
    }
    if (right < 0) {
      return new Pixels(0, 0, new byte[0]);
    }
    return cut(left, top, right - left + 1, bottom - top + 1);
  }

  private boolean isWhite(int pixel) {
    return (samples[pixel * 3] & 0xFF) >= ALMOST_WHITE
        && (samples[pixel * 3 + 1] & 0xFF) >= ALMOST_WHITE
        && (samples[pixel * 3 + 2] & 0xFF) >= ALMOST_WHITE;
  }

  /** The middle, as wide for its height as asked for. */
  Pixels filling(float widthToHeight) {
    int width = Math.min(columns, Math.max(1, Math.round(rows * widthToHeight)));
    int height = Math.min(rows, Math.max(1, Math.round(columns / widthToHeight)));
    return cut((columns - width) / 2, (rows - height) / 2, width, height);
  }

  private Pixels cut(int left, int top, int width, int height) {
    if (width == columns && height == rows) {
      return this;
    }
    byte[] cut = new byte[width * height * 3];
    for (int y = 0; y < height; y++) {
      System.arraycopy(samples, ((top + y) * columns + left) * 3, cut, y * width * 3, width * 3);
    }
    return new Pixels(width, height, cut);
  }

  /** Made smaller where it has more pixels than the place can show. */
  Pixels within(float mostColumns, float mostRows) {
    float factor = Math.min(mostColumns / columns, mostRows / rows);
    if (factor >= 1) {
      return this;
    }
    int width = Math.max(1, Math.round(columns * factor));
    int height = Math.max(1, Math.round(rows * factor));
    // each new pixel is the mean of the old ones under it, first along the rows
    float[] narrow = new float[width * rows * 3];
    for (int y = 0; y < rows; y++) {
      for (int x = 0; x < width; x++) {
        float from = (float) x * columns / width;
        float to = (float) (x + 1) * columns / width;
        for (int column = (int) from; column < Math.min(columns, to); column++) {
          float share = (Math.min(column + 1, to) - Math.max(column, from)) / (to - from);
          for (int colour = 0; colour < 3; colour++) {
            narrow[(y * width + x) * 3 + colour] +=
                (samples[(y * columns + column) * 3 + colour] & 0xFF) * share;
          }
        }
      }
    }
    int stride = width * 3;
    byte[] small = new byte[stride * height];
    for (int y = 0; y < height; y++) {
      float from = (float) y * rows / height;
      float to = (float) (y + 1) * rows / height;
      for (int x = 0; x < stride; x++) {
        float mean = 0;
        for (int row = (int) from; row < Math.min(rows, to); row++) {
          float share = (Math.min(row + 1, to) - Math.max(row, from)) / (to - from);
          mean += narrow[row * stride + x] * share;
        }
        small[y * stride + x] = (byte) Math.round(mean);
      }
    }
    return new Pixels(width, height, small);
  }

  Plate plate() {
    boolean grey = isGrey();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
    try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, deflater)) {
      out.write(grey ? everyThird() : samples);
    } catch (IOException impossible) {
      throw new IllegalStateException("memory does not fail to be written", impossible);
    } finally {
      deflater.end();
    }
    return Plate.deflated(columns, rows, grey, bytes.toByteArray());
  }

  private boolean isGrey() {
    for (int i = 0; i < samples.length; i += 3) {
      if (samples[i] != samples[i + 1] || samples[i] != samples[i + 2]) {
        return false;
      }
    }
    return true;
  }

  private byte[] everyThird() {
    byte[] grey = new byte[columns * rows];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = samples[i * 3];
    }
    return grey;
  }
}
