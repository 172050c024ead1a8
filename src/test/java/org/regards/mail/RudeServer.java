package org.regards.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.regards.mail.MailServer.Encryption;

/** An SMTP server on this machine that misbehaves at the moment it is told to. */
public final class RudeServer implements AutoCloseable {
  public enum Moment {
    GREETING("220 rude.example ESMTP"),
    EHLO("250 rude.example"),
    MAIL("250 2.1.0 sender ok"),
    RCPT("250 2.1.5 recipient ok"),
    DATA("354 go on"),
    /** The first line of the message has come; nothing is answered here by a polite server. */
    FIRST_LINE(""),
    /** The final dot has come and the message is taken. */
    DOT("250 2.0.0 queued as 4XYZ");

    private final String polite;

    Moment(String polite) {
      this.polite = polite;
    }
  }

  private static final String CUT = "cut";
  private static final String SILENCE = "silence";

  private final ServerSocket socket;
  private final Map<Moment, String> answers = new EnumMap<>(Moment.class);
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Optional<SSLSocketFactory> tls;

  public RudeServer() {
    this(Optional.empty());
  }

  /** A server that offers STARTTLS and can do it. */
  RudeServer(SSLSocketFactory tls) {
    this(Optional.of(tls));
    answers(Moment.EHLO, "250-rude.example\r\n250 STARTTLS");
  }

  private RudeServer(Optional<SSLSocketFactory> tls) {
    this.tls = tls;
    for (Moment moment : Moment.values()) {
      answers.put(moment, moment.polite);
    }
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  public synchronized RudeServer answers(Moment moment, String line) {
    answers.put(moment, line);
    return this;
  }

  public RudeServer cutsAt(Moment moment) {
    return answers(moment, CUT);
  }

  public RudeServer fallsSilentAt(Moment moment) {
    return answers(moment, SILENCE);
  }

  public RudeServer isPoliteAgain() {
    for (Moment moment : Moment.values()) {
      answers(moment, moment.polite);
    }
    return this;
  }

  public MailServer address() {
    return new MailServer("localhost", socket.getLocalPort(), Encryption.NONE, null);
  }

  /** Every command line that came, in order. */
  public List<String> commands() {
    return commands;
  }

  /** Every message that came up to its final dot, with CRLF line ends. */
  public List<String> messages() {
    return messages;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connections.add(connection);
        Thread.ofVirtual().start(() -> talk(connection));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void talk(Socket connection) {
    try (connection) {
      if (answer(Moment.GREETING, connection.getOutputStream())) {
        converse(connection);
      }
    } catch (IOException | InterruptedException gone) {
      // a client that hung up is what some tests are about
    }
  }

  private void converse(Socket connection) throws IOException, InterruptedException {
    try (connection) {
      BufferedReader in =
          new BufferedReader(new InputStreamReader(connection.getInputStream(), ISO_8859_1));
      OutputStream out = connection.getOutputStream();
      boolean goesOn = true;
      while (goesOn) {
        String command = in.readLine();
        if (command == null) {
          return;
        }
        commands.add(command);
        if (command.equals("STARTTLS") && tls.isPresent()) {
          say("220 go on", out);
          SSLSocket encrypted = (SSLSocket) tls.get().createSocket(connection, null, false);
          encrypted.startHandshake();
          converse(encrypted);
          return;
        }
        goesOn =
            switch (command.replaceFirst("[ :].*", "")) {
              case "EHLO", "HELO" -> answer(Moment.EHLO, out);
              case "MAIL" -> answer(Moment.MAIL, out);
              case "RCPT" -> answer(Moment.RCPT, out);
              case "DATA" -> answer(Moment.DATA, out) && takeMessage(in, out);
              case "RSET", "NOOP" -> say("250 ok", out);
              case "QUIT" -> false;
              default -> say("500 what?", out);
            };
      }
    }
  }

  private boolean takeMessage(BufferedReader in, OutputStream out)
      throws IOException, InterruptedException {
    if (!answerOf(Moment.DATA).startsWith("354")) {
      return true;
    }
    StringBuilder message = new StringBuilder();
    while (true) {
      String line = in.readLine();
      if (line == null) {
        return false;
      }
      if (line.equals(".")) {
        messages.add(message.toString());
        return answer(Moment.DOT, out);
      }
      message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      if (!answer(Moment.FIRST_LINE, out)) {
        return false;
      }
    }
  }

  private synchronized String answerOf(Moment moment) {
    return answers.get(moment);
  }

  private boolean answer(Moment moment, OutputStream out) throws IOException, InterruptedException {
    String line = answerOf(moment);
    return switch (line) {
      case "" -> true;
      case CUT -> false;
      case SILENCE -> {
        closed.await();
        yield false;
      }
      default -> say(line, out) && !line.startsWith("421");
    };
  }

  private static boolean say(String line, OutputStream out) throws IOException {
    out.write((line + "\r\n").getBytes(ISO_8859_1));
    out.flush();
    return true;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
