package org.regards.mailbox;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;

/**
 * The bytes behind a transfer encoding of RFC 2045; what does not belong into it is passed over.
 */
final class Transfer {
  private Transfer() {}

  static byte[] decoded(byte[] body, String encoding) {
    return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
      case "base64" -> base64(body);
      case "quoted-printable" -> quotedPrintable(body);
      default -> body;
    };
  }

  static byte[] base64(byte[] body) {
    ByteArrayOutputStream clean = new ByteArrayOutputStream(body.length);
    for (byte next : body) {
      if (next == '=') {
        break;
      }
      if ((Character.isLetterOrDigit(next) && next > 0) || next == '+' || next == '/') {
        clean.write(next);
      }
    }
    byte[] groups = clean.toByteArray();
    int whole = groups.length % 4 == 1 ? groups.length - 1 : groups.length;
    return Base64.getDecoder().decode(Arrays.copyOf(groups, whole));
  }

  static byte[] quotedPrintable(byte[] body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(body.length);
    for (int i = 0; i < body.length; i++) {
      if (body[i] != '=') {
        bytes.write(body[i]);
        continue;
      }
      int high = i + 1 < body.length ? Character.digit(body[i + 1], 16) : -1;
      int low = i + 2 < body.length ? Character.digit(body[i + 2], 16) : -1;
      if (high >= 0 && low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        int lineEnd = softBreak(body, i + 1);
        if (lineEnd > 0) {
          i = lineEnd;
        } else {
          bytes.write('=');
        }
      }
    }
    return bytes.toByteArray();
  }

  /** The place of the line feed when nothing but white space stands before it, else -1. */
  private static int softBreak(byte[] body, int from) {
    for (int i = from; i < body.length; i++) {
      if (body[i] == '\n') {
        return i;
      }
      if (body[i] != ' ' && body[i] != '\t' && body[i] != '\r') {
        return -1;
      }
    }
    return body.length;
  }
}
