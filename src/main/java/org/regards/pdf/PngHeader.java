package org.regards.pdf;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;

/**
 * What a PNG file says of itself (PNG specification, third edition).
 *
 * @param profile the ICC profile of its colours, or empty for sRGB
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record PngHeader(int columns, int rows, byte[] profile) implements PictureFile.Header {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
  private static final int LARGEST_PROFILE = 4_000_000;

  static boolean isPng(byte[] file) {
    return file.length > SIGNATURE.length
        && ByteBuffer.wrap(file, 0, SIGNATURE.length).equals(ByteBuffer.wrap(SIGNATURE));
  }

  /**
   * Walks over all chunks, so that a file that was cut or damaged is found before it is decoded.
   */
  static PngHeader of(byte[] file) throws IOException {
    ByteBuffer in = ByteBuffer.wrap(file);
    int columns = in.getInt(16);
    int rows = in.getInt(20);
    byte[] profile = {};
    int at = SIGNATURE.length;
    String type = "";
    while (!type.equals("IEND")) {
      int length = in.getInt(at);
      if (length < 0 || length > file.length - at - 12) {
        throw new EOFException("the file ends within a chunk");
      }
      type = new String(file, at + 4, 4, StandardCharsets.ISO_8859_1);
      CRC32 sum = new CRC32();
      sum.update(file, at + 4, length + 4);
      if ((int) sum.getValue() != in.getInt(at + 8 + length)) {
        throw new ZipException("a chunk is not what it was");
      }
      if (type.equals("iCCP")) {
        profile = profile(file, at + 8, length);
      }
      at += length + 12;
    }
    return new PngHeader(columns, rows, profile);
  }

  /** Name, 0, method, then the profile itself, deflated. */
  private static byte[] profile(byte[] file, int from, int length) throws IOException {
    int name = from;
    while (file[name] != 0) {
      name++;
    }
    int start = name + 2;
    try (InflaterInputStream in =
        new InflaterInputStream(new ByteArrayInputStream(file, start, from + length - start))) {
      return in.readNBytes(LARGEST_PROFILE);
    }
  }
}
