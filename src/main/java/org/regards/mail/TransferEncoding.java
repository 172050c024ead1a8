package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.util.Base64;

/**
 * How the content of a part is written so that it passes every server: lines of ASCII, none longer
 * than 76 characters, or 78 where the content has such lines of its own (RFC 2045, 6).
 */
enum TransferEncoding {
  SEVEN_BIT("7bit"),
  QUOTED_PRINTABLE("quoted-printable"),
  BASE64("base64");

  private static final int LINE = 76;
  private static final int LONGEST_PLAIN_LINE = 78;
  private static final byte[] CRLF = {'\r', '\n'};
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(US_ASCII);

  /** A byte as {@code =XX}. */
  private static final int ESCAPED = 3;

  private final String word;

  TransferEncoding(String word) {
    this.word = word;
  }

  /** The value of {@code Content-Transfer-Encoding}. */
  String word() {
    return word;
  }

  /**
   * The one that keeps most of a text readable as it stands.
   *
   * @param text with CRLF between its lines
   */
  static TransferEncoding ofText(byte[] text) {
    int foreign = 0;
    int column = 0;
    int longest = 0;
    for (int i = 0; i < text.length; i++) {
      if (isLineEnd(text, i)) {
        longest = Math.max(longest, column);
        column = 0;
        i++;
      } else {
        column++;
        foreign += isPrintable(text[i]) || text[i] == '\t' ? 0 : 1;
      }
    }
    if (foreign == 0 && Math.max(longest, column) <= LONGEST_PLAIN_LINE) {
      return SEVEN_BIT;
    }
    return foreign > text.length / 2 ? BASE64 : QUOTED_PRINTABLE;
  }

  /**
   * Writes the content, and no line end after it that it does not have itself.
   *
   * @param content with CRLF between its lines where it is not written in base64
   */
  void write(byte[] content, ByteArrayOutputStream out) {
    switch (this) {
      case SEVEN_BIT -> out.writeBytes(content);
      case QUOTED_PRINTABLE -> quote(content, out);
      case BASE64 -> out.writeBytes(Base64.getMimeEncoder(LINE, CRLF).encode(content));
    }
  }

  private static void quote(byte[] text, ByteArrayOutputStream out) {
    byte[] line = new byte[LINE];
    int column = 0;
    for (int i = 0; i < text.length; i++) {
      byte character = text[i];
      if (isLineEnd(text, i)) {
        out.write(line, 0, column);
        out.writeBytes(CRLF);
        column = 0;
        i++;
        continue;
      }
      boolean plain = isPrintable(character) && character != '=' && !endsLine(text, i, character);
      // the last place is for the = that joins two lines
      if (column + (plain ? 1 : ESCAPED) > LINE - 1) {
        line[column++] = '=';
        out.write(line, 0, column);
        out.writeBytes(CRLF);
        column = 0;
      }
      if (plain) {
        line[column++] = character;
      } else {
        line[column++] = '=';
        line[column++] = HEX[(character >> 4) & 0xF];
        line[column++] = HEX[character & 0xF];
      }
    }
    out.write(line, 0, column);
  }

  private static boolean isLineEnd(byte[] text, int at) {
    return text[at] == '\r' && at + 1 < text.length && text[at + 1] == '\n';
  }

  /** White space at the end of a line is lost on the way. */
  private static boolean endsLine(byte[] text, int at, byte character) {
    return character == ' ' && (at + 1 == text.length || text[at + 1] == '\r');
  }

  private static boolean isPrintable(byte character) {
    return character >= ' ' && character < 0x7F;
  }
}
