package org.regards.mail;

import java.io.ByteArrayOutputStream;

/**
 * The bytes of an attachment as they are written, in base64: made once for many letters. Immutable.
 */
public final class AttachedContent {
  private final byte[] written;

  private AttachedContent(byte[] written) {
    this.written = written;
  }

  public static AttachedContent of(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + bytes.length / 2);
    TransferEncoding.BASE64.write(bytes, out);
    out.writeBytes(new byte[] {'\r', '\n'});
    return new AttachedContent(out.toByteArray());
  }

  /** Whole lines; nobody changes them. */
  byte[] written() {
    return written;
  }
}
