package org.regards.outbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.regards.mail.MailServer;
import org.regards.mail.MailServer.Encryption;

/**
 * An SMTP server that counts what arrives, by recipient: a message has arrived when its final dot
 * has been read. What it does is in the domain of the address: {@code refused.example} is never
 * taken, {@code later.example} not the first time, {@code cut.example} gets no answer to its first
 * dot.
 */
final class CountingServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Map<String, List<String>> arrivals = new ConcurrentHashMap<>();
  private final Set<String> putOff = ConcurrentHashMap.newKeySet();
  private final Set<String> cut = ConcurrentHashMap.newKeySet();
  private final AtomicInteger arrived = new AtomicInteger();

  CountingServer() {
    try {
      socket = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  MailServer address() {
    return new MailServer("localhost", socket.getLocalPort(), Encryption.NONE, null);
  }

  /** How many messages have arrived. */
  int arrived() {
    return arrived.get();
  }

  /** How many got no answer to their dot. */
  int cuts() {
    return cut.size();
  }

  /** The Message-IDs that came to an address, as often as they came. */
  List<String> at(String address) {
    return arrivals.getOrDefault(address, List.of());
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        Thread.ofVirtual().start(() -> talk(connection));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void talk(Socket connection) {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      OutputStream out = connection.getOutputStream();
      say("220 counting.example ESMTP", out);
      String to = "";
      String command;
      while ((command = in.readLine()) != null) {
        switch (command.replaceFirst("[ :].*", "")) {
          case "EHLO" -> say("250-counting.example\r\n250-8BITMIME\r\n250 PIPELINING", out);
          case "MAIL", "RSET" -> {
            to = "";
            say("250 2.0.0 ok", out);
          }
          case "RCPT" -> to = recipient(command.replaceFirst(".*<(.*)>.*", "$1"), out);
          case "DATA" -> {
            if (to.isEmpty()) {
              say("503 5.5.1 nobody to send it to", out);
            } else if (!take(in, out, to)) {
              return;
            }
          }
          case "QUIT" -> {
            say("221 2.0.0 bye", out);
            return;
          }
          default -> say("500 5.5.1 what?", out);
        }
      }
    } catch (IOException killed) {
      // that is what this server is for
    }
  }

  private String recipient(String address, OutputStream out) throws IOException {
    if (address.endsWith("@refused.example")) {
      say("550 5.1.1 nobody of that name", out);
      return "";
    }
    if (address.endsWith("@later.example") && putOff.add(address)) {
      say("451 4.3.0 not now", out);
      return "";
    }
    say("250 2.1.5 ok", out);
    return address;
  }

  private boolean take(BufferedReader in, OutputStream out, String to) throws IOException {
    say("354 go on", out);
    String messageId = "";
    String line;
    while ((line = in.readLine()) != null) {
      if (line.equals(".")) {
        arrivals
            .computeIfAbsent(to, address -> Collections.synchronizedList(new ArrayList<>()))
            .add(messageId);
        arrived.incrementAndGet();
        if (to.endsWith("@cut.example") && cut.add(to)) {
          return false;
        }
        say("250 2.0.0 taken", out);
        return true;
      }
      if (messageId.isEmpty() && line.startsWith("Message-ID: ")) {
        messageId = line.substring("Message-ID: ".length());
      }
    }
    return false;
  }

  private static void say(String line, OutputStream out) throws IOException {
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
