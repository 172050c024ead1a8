package org.regards.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** The lines of one connection of {@link RudeServer}; a line ends with CRLF and nothing else. */
final class RudeLines {
  private final Socket socket;
  private final InputStream in;
  private final ByteArrayOutputStream answers = new ByteArrayOutputStream();
  private final ByteArrayOutputStream received;

  RudeLines(Socket socket) throws IOException {
    this(socket, new ByteArrayOutputStream());
  }

  private RudeLines(Socket socket, ByteArrayOutputStream received) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
    this.received = received;
  }

  /** The same connection under TLS. */
  RudeLines over(Socket encrypted) throws IOException {
    return new RudeLines(encrypted, received);
  }

  /** Null at the end. Sends what was said when there is nothing to read at this moment. */
  @Nullable String next() throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    int before = -1;
    while (true) {
      if (answers.size() > 0 && in.available() == 0) {
        send();
      }
      int octet = in.read();
      if (octet < 0) {
        return null;
      }
      synchronized (received) {
        received.write(octet);
      }
      if (octet == '\n' && before == '\r') {
        String text = line.toString(ISO_8859_1);
        return text.substring(0, text.length() - 1);
      }
      line.write(octet);
      before = octet;
    }
  }

  boolean say(String line) {
    answers.writeBytes((line + "\r\n").getBytes(ISO_8859_1));
    return true;
  }

  void send() throws IOException {
    if (answers.size() > 0) {
      answers.writeTo(socket.getOutputStream());
      answers.reset();
    }
  }

  int unread() throws IOException {
    return in.available();
  }

  String received() {
    synchronized (received) {
      return received.toString(ISO_8859_1);
    }
  }

  void close() throws IOException {
    socket.close();
  }
}
