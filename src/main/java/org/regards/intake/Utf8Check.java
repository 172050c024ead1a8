package org.regards.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads a file through and looks whether its bytes are UTF-8 (RFC 3629, table of section 4). In
 * Windows-1252 a letter with an accent hardly ever has a neighbour that makes it look like UTF-8,
 * so the two are told apart by what there is more of.
 */
final class Utf8Check {
  private long line = 1;
  private long firstBadLine;
  private long goodSequences;
  private long badSequences;

  private int lead;
  private int missing;

  private Utf8Check() {}

  static Utf8Check of(Path file) throws IOException {
    Utf8Check check = new Utf8Check();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = Files.newInputStream(file)) {
      for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
        for (int i = 0; i < length; i++) {
          check.take(buffer[i]);
        }
      }
    }
    if (check.missing > 0) {
      check.bad();
    }
    return check;
  }

  boolean isValid() {
    return badSequences == 0;
  }

  boolean looksLikeDamagedUtf8() {
    return goodSequences > badSequences;
  }

  /** Counted from 1. */
  long firstBadLine() {
    return firstBadLine;
  }

  private void take(byte signed) {
    if (signed >= 0 && missing == 0) {
      if (signed == '\n') {
        line++;
      }
      return;
    }
    int one = signed & 0xff;
    if (missing > 0) {
      if (continues(one)) {
        lead = 0;
        if (--missing == 0) {
          goodSequences++;
        }
        return;
      }
      bad();
      missing = 0;
    }
    begin(one);
  }

  private void begin(int one) {
    if (one == '\n') {
      line++;
    }
    if (one < 0x80) {
      return;
    }
    lead = one;
    missing =
        one >= 0xc2 && one <= 0xdf
            ? 1
            : one >= 0xe0 && one <= 0xef ? 2 : one >= 0xf0 && one <= 0xf4 ? 3 : 0;
    if (missing == 0) {
      bad();
    }
  }

  private boolean continues(int one) {
    return switch (lead) {
      case 0xe0 -> one >= 0xa0 && one <= 0xbf;
      case 0xed -> one >= 0x80 && one <= 0x9f;
      case 0xf0 -> one >= 0x90 && one <= 0xbf;
      case 0xf4 -> one >= 0x80 && one <= 0x8f;
      default -> one >= 0x80 && one <= 0xbf;
    };
  }

  private void bad() {
    badSequences++;
    if (firstBadLine == 0) {
      firstBadLine = line;
    }
  }
}
