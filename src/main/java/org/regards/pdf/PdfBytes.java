package org.regards.pdf;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Bytes of a PDF in the making, and how it writes numbers and strings. Used by one thread. */
final class PdfBytes extends OutputStream {
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes;
  private int length;

  PdfBytes(int likelySize) {
    this.bytes = new byte[likelySize];
  }

  int length() {
    return length;
  }

  /** The bytes themselves, not a copy; only {@link #length} of them count. */
  byte[] array() {
    return bytes;
  }

  byte[] copy() {
    return Arrays.copyOf(bytes, length);
  }

  void clear() {
    length = 0;
  }

  @Override
  public void write(int octet) {
    add(octet);
  }

  @Override
  public void write(byte[] more, int start, int count) {
    room(count);
    System.arraycopy(more, start, bytes, length, count);
    length += count;
  }

  PdfBytes add(int octet) {
    room(1);
    bytes[length++] = (byte) octet;
    return this;
  }

  PdfBytes add(byte[] more) {
    return add(more, more.length);
  }

  PdfBytes add(byte[] more, int count) {
    write(more, 0, count);
    return this;
  }

  PdfBytes add(PdfBytes more) {
    return add(more.bytes, more.length);
  }

  /** Text of characters up to U+00FF, a byte each. */
  PdfBytes add(String text) {
    int count = text.length();
    room(count);
    for (int i = 0; i < count; i++) {
      bytes[length + i] = (byte) text.charAt(i);
    }
    length += count;
    return this;
  }

  PdfBytes number(int value) {
    room(11);
    int rest = value;
    if (rest < 0) {
      bytes[length++] = '-';
      rest = -rest;
    }
    int digits = 1;
    for (int bound = 10; digits < 10 && rest >= bound; bound *= 10) {
      digits++;
    }
    for (int i = length + digits - 1; i >= length; i--) {
      bytes[i] = (byte) ('0' + rest % 10);
      rest /= 10;
    }
    length += digits;
    return this;
  }

  /** To a thousandth, which of a point is finer than any press. */
  PdfBytes number(float value) {
    int thousandths = Math.round(value * 1000);
    if (thousandths < 0) {
      add('-');
      thousandths = -thousandths;
    }
    number(thousandths / 1000);
    int rest = thousandths % 1000;
    if (rest != 0) {
      add('.').add('0' + rest / 100);
      if (rest % 100 != 0) {
        add('0' + rest / 10 % 10);
        if (rest % 10 != 0) {
          add('0' + rest % 10);
        }
      }
    }
    return this;
  }

  /** A reference to an object. */
  PdfBytes reference(int object) {
    return number(object).add(" 0 R");
  }

  /** A text string (ISO 32000-1, 7.9.2.2): plain ASCII, else UTF-16. */
  PdfBytes text(String text) {
    if (isPlain(text)) {
      add('(');
      for (int i = 0; i < text.length(); i++) {
        octet(text.charAt(i));
      }
      return add(')');
    }
    add("<FEFF");
    for (int i = 0; i < text.length(); i++) {
      int unit = text.charAt(i);
      add(HEX[unit >> 12]).add(HEX[unit >> 8 & 15]).add(HEX[unit >> 4 & 15]).add(HEX[unit & 15]);
    }
    return add('>');
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < 0x20 || text.charAt(i) >= 0x7F) {
        return false;
      }
    }
    return true;
  }

  PdfBytes hex(byte[] value) {
    add('<');
    for (byte octet : value) {
      add(HEX[octet >> 4 & 15]).add(HEX[octet & 15]);
    }
    return add('>');
  }

  /** Two bytes of a literal string. */
  PdfBytes code(int code) {
    if (code < 0x80 && !isSpecial(code)) {
      room(2);
      bytes[length] = 0;
      bytes[length + 1] = (byte) code;
      length += 2;
      return this;
    }
    return octet(code >> 8).octet(code & 0xFF);
  }

  private static boolean isSpecial(int value) {
    return value == '(' || value == ')' || value == '\\' || value == '\r';
  }

  /** A byte of a literal string (ISO 32000-1, 7.3.4.2). */
  PdfBytes octet(int value) {
    if (!isSpecial(value)) {
      return add(value);
    }
    return add('\\').add(value == '\r' ? 'r' : value);
  }

  private void room(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }
}
