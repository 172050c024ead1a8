package org.regards.mail;

import java.lang.ref.SoftReference;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an attachment as they are written, in base64: made once for many letters. For any
 * number of threads.
 */
public final class AttachedContent implements Piece {
  private static final int GROUP = 3;
  private static final int ENCODED = 4;
  private static final int LINE = 76;
  private static final byte[] CRLF = {'\r', '\n'};

  private final Supplier<byte[]> source;
  private final int length;
  private volatile SoftReference<byte @Nullable []> written = new SoftReference<>(null);

  private AttachedContent(Supplier<byte[]> source, int size) {
    this.source = source;
    int encoded = (size + GROUP - 1) / GROUP * ENCODED;
    this.length = encoded + CRLF.length * Math.max(1, (encoded + LINE - 1) / LINE);
  }

  /** Bytes that stay in memory. */
  public static AttachedContent of(byte[] bytes) {
    return new AttachedContent(() -> bytes, bytes.length);
  }

  /**
   * Bytes that are asked for when they are needed, and again when memory was scarce since: many
   * letters may wait with large files.
   *
   * @param source always yields the same
   * @param size of them
   */
  public static AttachedContent of(Supplier<byte[]> source, int size) {
    return new AttachedContent(source, size);
  }

  @Override
  public byte[] bytes() {
    byte[] known = written.get();
    if (known == null) {
      // into its place at once: copies of a large file are what memory is scarce for
      known = new byte[length];
      int end = Base64.getMimeEncoder(LINE, CRLF).encode(source.get(), known);
      System.arraycopy(CRLF, 0, known, end, CRLF.length);
      written = new SoftReference<>(known);
    }
    return known;
  }

  @Override
  public int length() {
    return length;
  }
}
