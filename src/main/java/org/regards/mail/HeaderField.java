package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.List;

/**
 * One field of a header.
 *
 * @param value ASCII, folded
 */
record HeaderField(String name, String value) {
  private static final String CRLF = "\r\n";
  private static final int USUAL_LENGTH = 512;

  /** Writes the fields and the empty line that ends a header. */
  static void write(List<HeaderField> fields, ByteArrayOutputStream out) {
    StringBuilder text = new StringBuilder(USUAL_LENGTH);
    for (HeaderField field : fields) {
      text.append(field.name).append(": ").append(field.value).append(CRLF);
    }
    out.writeBytes(text.append(CRLF).toString().getBytes(US_ASCII));
  }
}
