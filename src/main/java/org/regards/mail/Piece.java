package org.regards.mail;

/** Whole lines of a message. */
interface Piece {
  /** Nobody changes them. */
  byte[] bytes();

  int length();

  static Piece of(byte[] bytes) {
    return new Fixed(bytes);
  }

  /** Lines that stay in memory. */
  @SuppressWarnings("ArrayRecordComponent") // nobody compares them
  record Fixed(byte[] bytes) implements Piece {
    @Override
    public int length() {
      return bytes.length;
    }
  }
}
