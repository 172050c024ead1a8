package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;

/**
 * What a server says, reply by reply (RFC 5321 4.2). However much it says, no more than a few
 * kilobytes of it are kept.
 */
final class SmtpReplies {
  /** RFC 5321 4.5.3.1.5 says 512; a server that says more than this does not speak SMTP. */
  private static final int LONGEST_LINE = 4096;

  private static final int MOST_LINES = 128;

  private final byte[] input = new byte[LONGEST_LINE];
  private final byte[] line = new byte[LONGEST_LINE];
  private final byte[] said = new byte[2 * LONGEST_LINE];
  private InputStream in;
  private int position;
  private int limit;
  private int lineLength;
  private int saidLength;
  private int code;

  SmtpReplies(InputStream in) {
    this.in = in;
  }

  /** Goes on with another stream and forgets what came from the first and was not read. */
  void goOnWith(InputStream other) {
    in = other;
    position = 0;
    limit = 0;
  }

  /**
   * Reads one reply.
   *
   * @return its code
   * @throws ProtocolException when it is none; the conversation cannot go on
   */
  int read() throws IOException {
    saidLength = 0;
    code = 0;
    for (int lines = 0; lines < MOST_LINES; lines++) {
      readLine();
      int found = codeOfLine();
      if (lines > 0 && found != code) {
        throw garbled();
      }
      code = found;
      keepLine();
      if (lineLength == 3 || line[3] == ' ') {
        return code;
      }
    }
    throw garbled();
  }

  /** The last reply, fit to be stored and shown. */
  Reply last() {
    return Reply.read(code, text());
  }

  /** Its lines without their codes. */
  String text() {
    return new String(said, 0, saidLength, UTF_8);
  }

  private void readLine() throws IOException {
    lineLength = 0;
    while (true) {
      if (position == limit) {
        fill();
      }
      byte octet = input[position++];
      if (octet == '\n') {
        break;
      }
      if (lineLength == LONGEST_LINE) {
        throw garbled();
      }
      line[lineLength++] = octet;
    }
    if (lineLength > 0 && line[lineLength - 1] == '\r') {
      lineLength--;
    }
  }

  private void fill() throws IOException {
    int length = in.read(input, 0, input.length);
    if (length < 0) {
      throw new EOFException("the server hung up");
    }
    position = 0;
    limit = length;
  }

  private int codeOfLine() throws ProtocolException {
    if (lineLength < 3 || (lineLength > 3 && line[3] != ' ' && line[3] != '-')) {
      throw garbled();
    }
    int value = 0;
    for (int i = 0; i < 3; i++) {
      int digit = line[i] - '0';
      if (digit < 0 || digit > 9) {
        throw garbled();
      }
      value = 10 * value + digit;
    }
    if (value < 200 || value > 599) {
      throw garbled();
    }
    return value;
  }

  private void keepLine() {
    if (saidLength > 0 && saidLength < said.length) {
      said[saidLength++] = '\n';
    }
    int length = Math.min(Math.max(lineLength - 4, 0), said.length - saidLength);
    System.arraycopy(line, Math.min(4, lineLength), said, saidLength, length);
    saidLength += length;
  }

  private static ProtocolException garbled() {
    return new ProtocolException("the server's answer is not one of SMTP");
  }
}
