package org.regards.pdf;

import java.awt.color.CMMException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A PNG or JPEG file of the user's. Its size is looked at before it is read, its pixels are counted
 * before it is decoded, and what it is follows from its bytes, not from its name.
 */
final class PictureFile {
  static final int MOST_BYTES = 16_000_000;
  static final int MOST_PIXELS = 25_000_000;

  /** No eye and hardly a press tells more dots an inch apart. */
  private static final float DOTS_PER_POINT = 600 / 72f;

  /** Photographs need fewer: 350 dots an inch are more than a screen of 175 lines shows. */
  private static final float FRONT_DOTS_PER_POINT = 350 / 72f;

  private static final int LONGEST_HEADER = 512;

  private final String what;
  private final Path file;

  /** What a file says of itself before its pixels. */
  sealed interface Header permits JpegHeader, PngHeader {
    int columns();

    int rows();
  }

  private record Opened(Header header, Pixels pixels) {}

  private PictureFile(String what, Path file) {
    this.what = what;
    this.file = file;
  }

  /**
   * Reads a picture for a place on the page; blank edges are cut off.
   *
   * @param what for messages: {@code logo}
   * @param width of the place that it has to fit into, in points
   * @throws UnusablePictureException when it cannot be printed
   */
  static Plate trimmed(String what, Path file, float width, float height) {
    return new PictureFile(what, file).plate(true, width, height);
  }

  /** The same with its edges as they are. */
  static Plate whole(String what, Path file, float width, float height) {
    return new PictureFile(what, file).plate(false, width, height);
  }

  /**
   * The middle of a picture, as much as fills the place.
   *
   * @throws UnusablePictureException also when it has fewer dots an inch than the least
   */
  static Plate filling(String what, Path file, float width, float height, int leastDots) {
    return new PictureFile(what, file).filling(width, height, leastDots);
  }

  private Plate filling(float width, float height, int leastDots) {
    Pixels filling = opened().pixels().filling(width / height);
    float dots = Math.min(filling.columns() * 72 / width, filling.rows() * 72 / height);
    if (dots < leastDots) {
      throw refused(
          String.format(
              Locale.ROOT,
              "it would look soft: %d × %d pixels of it fill %.0f × %.0f mm with %.0f dots an inch,"
                  + " and it takes %d",
              filling.columns(),
              filling.rows(),
              Lengths.millimetres(width),
              Lengths.millimetres(height),
              dots,
              leastDots),
          String.format(
              Locale.ROOT,
              "take one of at least %.0f × %.0f pixels, or a smaller card",
              Math.ceil(width * leastDots / 72),
              Math.ceil(height * leastDots / 72)));
    }
    return filling.within(width * FRONT_DOTS_PER_POINT, height * FRONT_DOTS_PER_POINT).plate();
  }

  private Plate plate(boolean trim, float width, float height) {
    Opened opened = opened();
    Pixels kept = trim ? opened.pixels().trimmed() : opened.pixels();
    if (kept.isEmpty()) {
      throw refused("there is nothing on it but white", "take another picture");
    }
    Plate plate = kept.within(width * DOTS_PER_POINT, height * DOTS_PER_POINT).plate();
    if (opened.header() instanceof JpegHeader jpeg
        && jpeg.printsAsItIs()
        && kept == opened.pixels()
        && jpeg.bare().length <= plate.bytes().length) {
      return Plate.jpeg(jpeg.columns(), jpeg.rows(), jpeg.isGrey(), jpeg.bare());
    }
    return plate;
  }

  private Opened opened() {
    byte[] bytes = bytes();
    try {
      Header header = header(bytes);
      check(header);
      return new Opened(header, decoded(bytes, header));
    } catch (IOException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | BufferUnderflowException
        | CMMException broken) {
      throw new UnusablePictureException(
          what, file, "it is damaged or ends too early", "copy or save it anew", broken);
    }
  }

  private byte[] bytes() {
    try {
      if (Files.isDirectory(file)) {
        throw refused("it is a folder", "name the picture itself");
      }
      long size = Files.size(file);
      if (size > MOST_BYTES) {
        throw refused(
            String.format(
                Locale.ROOT,
                "it has %.1f MB and may have %d MB",
                size / 1e6,
                MOST_BYTES / 1_000_000),
            "save it with fewer pixels: 600 an inch are enough");
      }
      if (size == 0) {
        throw refused("it is empty", "copy or save it anew");
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException missing) {
      throw new UnusablePictureException(
          what, file, "there is no such file", "put it there, or correct the setting", missing);
    } catch (AccessDeniedException denied) {
      throw new UnusablePictureException(
          what, file, "it may not be read", "let the account that runs this read it", denied);
    } catch (IOException unreadable) {
      throw new UnusablePictureException(
          what,
          file,
          "it cannot be read (" + unreadable.getMessage() + ")",
          "see to the disk or copy it anew",
          unreadable);
    }
  }

  private Header header(byte[] bytes) throws IOException {
    if (PngHeader.isPng(bytes)) {
      return PngHeader.of(bytes);
    }
    if (JpegHeader.isJpeg(bytes)) {
      JpegHeader header = JpegHeader.of(bytes);
      if (header.components() == 4) {
        throw refused("it is in the colours of a press (CMYK)", "save it in RGB, best in sRGB");
      }
      if (!header.isCommon()) {
        throw refused("it is a rare kind of JPEG", "save it as a plain JPEG or as PNG");
      }
      return header;
    }
    String start =
        new String(bytes, 0, Math.min(bytes.length, LONGEST_HEADER), StandardCharsets.ISO_8859_1);
    if (start.contains("<svg")) {
      throw refused("it is an SVG drawing", "export it as PNG with 600 dots an inch");
    }
    throw refused("it is neither PNG nor JPEG, whatever its name says", "save it as PNG or JPEG");
  }

  private void check(Header header) {
    long pixels = (long) header.columns() * header.rows();
    if (header.columns() < 1 || header.rows() < 1 || pixels > MOST_PIXELS) {
      throw refused(
          String.format(
              Locale.ROOT,
              "it is %d × %d pixels and may have %d million in all",
              header.columns(),
              header.rows(),
              MOST_PIXELS / 1_000_000),
          "save it with fewer: 600 an inch are enough");
    }
  }

  private static Pixels decoded(byte[] bytes, Header header) throws IOException {
    String format = header instanceof PngHeader ? "png" : "jpeg";
    Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName(format);
    ImageReader reader = readers.next();
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      boolean[] broken = {false};
      // a JPEG that ends early is no error to the reader: it fills it up with grey
      reader.addIIOReadWarningListener(
          (source, warning) -> broken[0] |= header instanceof JpegHeader && isDamage(warning));
      reader.setInput(in, true, header instanceof PngHeader);
      BufferedImage image = reader.read(0);
      if (broken[0]) {
        throw new EOFException("damaged");
      }
      return switch (header) {
        case PngHeader png -> Pixels.of(image, png.profile());
        case JpegHeader jpeg -> Pixels.of(image, jpeg.profile()).turned(jpeg.orientation());
      };
    } finally {
      reader.dispose();
    }
  }

  private static boolean isDamage(String warning) {
    return warning.contains("Premature end") || warning.contains("Corrupt JPEG");
  }

  private UnusablePictureException refused(String reason, String remedy) {
    return new UnusablePictureException(what, file, reason, remedy);
  }
}
