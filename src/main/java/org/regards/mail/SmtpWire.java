package org.regards.mail;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * A connection to a mail server as it is spoken over: command lines and messages there, replies
 * back. What is written waits until a reply is read, so that commands that may go together do. For
 * one thread.
 */
final class SmtpWire {
  private static final int BLOCK = 64 * 1024;

  /** What any connection takes without waiting for the other end to read. */
  private static final int TAKEN_AT_ONCE = 16 * 1024;

  /** A block of data, RFC 5321 4.5.3.2.5. */
  private static final Duration WRITE = Duration.ofMinutes(3);

  private final Socket plain;
  private final SmtpReplies replies;
  private Socket socket;
  private OutputStream out;
  private final byte[] output = new byte[BLOCK];
  private int filled;
  private int patience = -1;

  private SmtpWire(Socket connected) throws IOException {
    plain = connected;
    socket = connected;
    replies = new SmtpReplies(connected.getInputStream());
    out = connected.getOutputStream();
  }

  /** Connects with the first of the host's addresses that answers. */
  static SmtpWire connect(String host, int port, Patience patience) throws IOException {
    List<InetAddress> addresses = HostLookup.SYSTEM.addresses(host, patience.connect());
    for (InetAddress address : addresses.subList(0, addresses.size() - 1)) {
      try {
        return connect(address, port, patience);
      } catch (IOException tryTheNext) {
        // as RFC 5321 5.1 wants it
      }
    }
    return connect(addresses.getLast(), port, patience);
  }

  private static SmtpWire connect(InetAddress address, int port, Patience patience)
      throws IOException {
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(address, port), millis(patience.connect()));
      // a group of commands is one write; waiting for more would only cost a round trip
      socket.setTcpNoDelay(true);
      SmtpWire wire = new SmtpWire(socket);
      wire.wait(patience.reply());
      return wire;
    } catch (IOException | RuntimeException failure) {
      socket.close();
      throw failure;
    }
  }

  /**
   * Goes on under TLS with a host that proves its name. Whatever came before, in the clear, is
   * forgotten: anybody on the way may have said it.
   */
  SSLSession encrypt(SSLSocketFactory trust, String host) throws IOException {
    SSLSocket encrypted = (SSLSocket) trust.createSocket(plain, host, plain.getPort(), true);
    SSLParameters parameters = encrypted.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    encrypted.setSSLParameters(parameters);
    encrypted.startHandshake();
    socket = encrypted;
    replies.goOnWith(encrypted.getInputStream());
    out = encrypted.getOutputStream();
    return encrypted.getSession();
  }

  /** Our own address on the connection, as RFC 5321 4.1.3 writes it where there is no name. */
  String addressLiteral() {
    String address = plain.getLocalAddress().getHostAddress().replaceFirst("%.*", "");
    return address.contains(":") ? "[IPv6:" + address + "]" : "[" + address + "]";
  }

  /** How long the server may be silent from here on. */
  void wait(Duration silence) throws IOException {
    int wanted = millis(silence);
    if (wanted != patience) {
      socket.setSoTimeout(wanted);
      patience = wanted;
    }
  }

  /** Writes parts of a command. */
  SmtpWire say(String part) throws IOException {
    for (int i = 0; i < part.length(); i++) {
      char character = part.charAt(i);
      if (character < ' ' || character > '~') {
        // cut to a byte, U+760D would be a line end (CVE-2025-7962)
        throw new IllegalArgumentException(
            "a command must be of visible ASCII, was U+%04X".formatted((int) character));
      }
      put((byte) character);
    }
    return this;
  }

  void endLine() throws IOException {
    put((byte) '\r');
    put((byte) '\n');
  }

  /**
   * Writes a message, or whole lines of one, but its final dot. Lines end in CRLF and nothing else,
   * a NUL is left out, a dot that begins a line is doubled: so no server can take a part of the
   * message for its end (RFC 5321 4.5.2; SMTP smuggling, CVE-2023-51764).
   */
  void message(byte[] message) throws IOException {
    int kept = 0; // the bytes from here to i go out as they are
    boolean lineBegins = true;
    for (int i = 0; i < message.length; i++) {
      byte octet = message[i];
      if (octet > '\r' && (octet != '.' || !lineBegins)) {
        lineBegins = false;
        continue;
      }
      switch (octet) {
        case '\r' -> {
          if (i + 1 < message.length && message[i + 1] == '\n') {
            i++;
          } else {
            put(message, kept, i);
            endLine();
            kept = i + 1;
          }
          lineBegins = true;
        }
        case '\n' -> {
          put(message, kept, i);
          endLine();
          kept = i + 1;
          lineBegins = true;
        }
        case '.' -> {
          put(message, kept, i);
          put((byte) '.');
          kept = i;
          lineBegins = false;
        }
        case 0 -> {
          put(message, kept, i);
          kept = i + 1;
        }
        default -> lineBegins = false;
      }
    }
    put(message, kept, message.length);
    if (!lineBegins) {
      endLine();
    }
  }

  void dot() throws IOException {
    put((byte) '.');
    endLine();
  }

  private void put(byte octet) throws IOException {
    if (filled == BLOCK) {
      flush();
    }
    output[filled++] = octet;
  }

  private void put(byte[] from, int start, int end) throws IOException {
    int next = start;
    while (next < end) {
      if (filled == BLOCK) {
        flush();
      }
      int length = Math.min(end - next, BLOCK - filled);
      System.arraycopy(from, next, output, filled, length);
      filled += length;
      next += length;
    }
  }

  void flush() throws IOException {
    int length = filled;
    filled = 0;
    if (length <= TAKEN_AT_ONCE) {
      out.write(output, 0, length);
      return;
    }
    CountDownLatch written = new CountDownLatch(1);
    Thread.ofVirtual().start(() -> cutUnless(written));
    try {
      out.write(output, 0, length);
    } finally {
      written.countDown();
    }
  }

  /** A socket has no time limit for writing. */
  private void cutUnless(CountDownLatch written) {
    try {
      if (!written.await(WRITE.toMillis(), TimeUnit.MILLISECONDS)) {
        cut();
      }
    } catch (InterruptedException impossible) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * Sends what was written and reads one reply.
   *
   * @return its code
   * @throws ProtocolException when it is none; the conversation cannot go on
   */
  int read() throws IOException {
    if (filled > 0) {
      flush();
    }
    return replies.read();
  }

  /** The last reply, fit to be stored and shown. */
  Reply reply() {
    return replies.last();
  }

  /** The lines of the last reply without their codes. */
  String text() {
    return replies.text();
  }

  /** Ends the connection without a word, and drops what was written and not sent. */
  void cut() {
    try {
      plain.close();
    } catch (IOException alreadyGone) {
      // which is what was wanted
    }
  }

  /** Ends the connection as one should, without waiting for the answer. */
  void goodbye() {
    try {
      say("QUIT").endLine();
      flush();
      socket.close();
    } catch (IOException alreadyGone) {
      cut();
    }
  }

  private static int millis(Duration duration) {
    return Math.toIntExact(duration.toMillis());
  }
}
