package org.regards.pdf;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What a JPEG file says of itself (ITU-T T.81, annex B).
 *
 * @param process of coding: 0 baseline, 1 extended, 2 progressive, the others are rare
 * @param precision bits a sample
 * @param plainColours whether its three components are those of JFIF
 * @param orientation as of Exif 2.3, 1 to 8
 * @param profile the ICC profile of its colours, or empty for sRGB
 * @param bare the file without what does not matter for its pixels, such as where it was taken
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record JpegHeader(
    int columns,
    int rows,
    int process,
    int precision,
    int components,
    boolean plainColours,
    int orientation,
    byte[] profile,
    byte[] bare)
    implements PictureFile.Header {
  private static final int START_OF_SCAN = 0xDA;
  private static final int EXIF_ORIENTATION = 0x112;

  static boolean isJpeg(byte[] file) {
    return file.length > 3 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xD8;
  }

  boolean isGrey() {
    return components == 1;
  }

  /** One that every reader of PDF decodes. */
  boolean isCommon() {
    return process <= 2 && precision == 8 && (components == 1 || components == 3);
  }

  boolean printsAsItIs() {
    return orientation == 1 && (isGrey() || plainColours) && Pixels.isSrgb(profile);
  }

  static JpegHeader of(byte[] file) throws IOException {
    return new Walk(file).header();
  }

  /** Goes from segment to segment up to the pixels. */
  private static final class Walk {
    private final byte[] file;
    private final ByteBuffer in;
    private final ByteArrayOutputStream bare = new ByteArrayOutputStream();
    private final ByteArrayOutputStream profile = new ByteArrayOutputStream();
    private int frame = -1;
    private int process;
    private int orientation = 1;
    private boolean adobeWithoutTransform;

    Walk(byte[] file) {
      this.file = file;
      this.in = ByteBuffer.wrap(file);
    }

    JpegHeader header() throws IOException {
      bare.write(file, 0, 2);
      int at = 2;
      int marker = 0;
      while (marker != START_OF_SCAN) {
        if ((file[at] & 0xFF) != 0xFF) {
          throw new EOFException("no marker where one must be");
        }
        marker = file[at + 1] & 0xFF;
        if (marker == 0xFF) {
          at++;
          continue;
        }
        int length = in.getShort(at + 2) & 0xFFFF;
        segment(marker, at + 4, length - 2);
        if (marker == START_OF_SCAN) {
          bare.write(file, at, file.length - at);
        } else if (isNeeded(marker)) {
          bare.write(file, at, length + 2);
        }
        at += length + 2;
      }
      if (frame < 0) {
        throw new EOFException("no frame before the pixels");
      }
      return new JpegHeader(
          in.getShort(frame + 3) & 0xFFFF,
          in.getShort(frame + 1) & 0xFFFF,
          process,
          file[frame],
          file[frame + 5],
          hasPlainColours(),
          orientation,
          profile.toByteArray(),
          bare.toByteArray());
    }

    private void segment(int marker, int at, int length) {
      // SOF0 to SOF15 but for DHT, JPG and DAC, which lie among them
      if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
        frame = at;
        process = marker - 0xC0;
      } else if (marker == 0xE1 && starts(at, length, "Exif\0\0")) {
        orientation = orientation(ByteBuffer.wrap(file, at + 6, length - 6).slice());
      } else if (marker == 0xE2 && starts(at, length, "ICC_PROFILE\0")) {
        profile.write(file, at + 14, length - 14);
      } else if (marker == 0xEE && starts(at, length, "Adobe")) {
        adobeWithoutTransform = file[at + 11] == 0;
      }
    }

    private boolean starts(int at, int length, String text) {
      byte[] wanted = text.getBytes(StandardCharsets.ISO_8859_1);
      return length > wanted.length
          && ByteBuffer.wrap(file, at, wanted.length).equals(ByteBuffer.wrap(wanted));
    }

    /** JFIF numbers its components; a few programs name them R, G and B and mean it. */
    private boolean hasPlainColours() {
      return !adobeWithoutTransform
          && file[frame + 5] == 3
          && file[frame + 6] == 1
          && file[frame + 9] == 2
          && file[frame + 12] == 3;
    }

    /** Tables, frames and Adobe's word on the colours; not comments, Exif or profiles. */
    private static boolean isNeeded(int marker) {
      return marker < 0xE0 || marker == 0xE0 || marker == 0xEE;
    }

    private static int orientation(ByteBuffer exif) {
      if (exif.remaining() < 8) {
        return 1;
      }
      exif.order(exif.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
      int directory = exif.getInt(4);
      if (directory < 8 || directory > exif.remaining() - 2) {
        return 1;
      }
      int entries = exif.getShort(directory) & 0xFFFF;
      for (int i = 0; i < entries; i++) {
        int entry = directory + 2 + 12 * i;
        if (entry + 12 <= exif.remaining() && (exif.getShort(entry) & 0xFFFF) == EXIF_ORIENTATION) {
          int value = exif.getShort(entry + 8);
          return value >= 1 && value <= 8 ? value : 1;
        }
      }
      return 1;
    }
  }
}
