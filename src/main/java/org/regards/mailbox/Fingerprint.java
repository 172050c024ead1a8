package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * Reads a message through, and knows it again wherever it turns up: by what its sender wrote, and
 * not by what servers put above it, nor by how lines end. What comes after a limit is not read.
 */
final class Fingerprint extends InputStream {
  private static final List<String> FIELDS = List.of("message-id", "from", "date", "subject");

  private final InputStream in;
  private final MessageDigest sha256 = sha256();
  private long left;
  private boolean inBody;
  private boolean lineIsEmpty = true;
  private int pendingEnds;

  Fingerprint(InputStream in, long mostBytes) {
    this.in = in;
    this.left = mostBytes;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    if (left <= 0) {
      return -1;
    }
    int count = in.read(bytes, from, (int) Math.min(length, left));
    for (int i = from; i < from + count; i++) {
      take(bytes[i]);
    }
    left -= Math.max(count, 0);
    return count;
  }

  private void take(byte next) {
    if (next == '\r') {
      return;
    }
    if (inBody) {
      if (next == '\n') {
        pendingEnds++;
      } else {
        for (; pendingEnds > 0; pendingEnds--) {
          sha256.update((byte) '\n');
        }
        sha256.update(next);
      }
    } else if (next == '\n') {
      inBody = lineIsEmpty;
      lineIsEmpty = true;
    } else {
      lineIsEmpty = false;
    }
  }

  /** Of all that was read of the message, in hex; reads what is left of it. Once. */
  String of(Header header) throws IOException {
    byte[] rest = new byte[8192];
    while (read(rest, 0, rest.length) >= 0) {
      // the digest is taken on the way
    }
    for (String field : FIELDS) {
      sha256.update(("\n" + field + ":" + header.first(field)).getBytes(UTF_8));
    }
    return HexFormat.of().formatHex(sha256.digest());
  }
}
