package org.regards.mail;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/**
 * The hash of a body in the relaxed form of RFC 6376, 3.4.4: white space between words is one
 * space, none is at the end of a line, and empty lines at the end do not count.
 */
final class RelaxedBody {
  private final MessageDigest digest = Dkim.sha256();
  private final byte[] buffer = new byte[8_192];
  private int filled;
  private long emptyLines;
  private boolean space;
  private boolean lineBegun;

  private RelaxedBody() {}

  /**
   * The SHA-256, in base64.
   *
   * @param pieces of lines that end in CRLF
   */
  static String hash(List<Piece> pieces) {
    RelaxedBody body = new RelaxedBody();
    pieces.forEach(piece -> body.add(piece.bytes()));
    return body.end();
  }

  private void add(byte[] piece) {
    for (byte character : piece) {
      switch (character) {
        case ' ', '\t' -> space = true;
        case '\r' -> {}
        case '\n' -> endLine();
        default -> {
          beginLine();
          if (space) {
            put((byte) ' ');
            space = false;
          }
          put(character);
        }
      }
    }
  }

  private void beginLine() {
    if (!lineBegun) {
      for (; emptyLines > 0; emptyLines--) {
        put((byte) '\r');
        put((byte) '\n');
      }
      lineBegun = true;
    }
  }

  private void endLine() {
    space = false;
    if (lineBegun) {
      put((byte) '\r');
      put((byte) '\n');
    } else {
      emptyLines++;
    }
    lineBegun = false;
  }

  private void put(byte character) {
    if (filled == buffer.length) {
      digest.update(buffer);
      filled = 0;
    }
    buffer[filled++] = character;
  }

  private String end() {
    if (lineBegun) {
      endLine();
    }
    digest.update(buffer, 0, filled);
    return Base64.getEncoder().encodeToString(digest.digest());
  }
}
