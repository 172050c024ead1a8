package org.regards.template;

import java.io.IOException;
import java.io.Writer;

/** Takes a letter's worth of text and no more. */
final class LimitedWriter extends Writer {
  /** About twenty printed pages; the longest letter type has one or two. */
  static final int MOST_CHARACTERS = 64_000;

  private final StringBuilder text = new StringBuilder(4_096);

  /** The template wrote more than a letter holds. */
  static final class Overflow extends IOException {
    Overflow() {
      super("it writes more than a letter holds (%,d characters)".formatted(MOST_CHARACTERS));
    }
  }

  @Override
  public void write(char[] characters, int offset, int length) throws IOException {
    checkRoom(length);
    text.append(characters, offset, length);
  }

  @Override
  public void write(String characters, int offset, int length) throws IOException {
    checkRoom(length);
    text.append(characters, offset, offset + length);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  @Override
  public String toString() {
    return text.toString();
  }

  private void checkRoom(int length) throws IOException {
    if (text.length() + length > MOST_CHARACTERS) {
      throw new Overflow();
    }
  }
}
