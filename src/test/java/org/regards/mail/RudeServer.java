package org.regards.mail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.regards.mail.MailServer.Encryption;

/** An SMTP server on this machine that misbehaves at the moment it is told to. */
public final class RudeServer implements AutoCloseable {
  public enum Moment {
    GREETING("220 rude.example ESMTP"),
    EHLO("250 rude.example"),
    HELO("250 rude.example"),
    STARTTLS("220 go on"),
    AUTH("235 2.7.0 welcome"),
    MAIL("250 2.1.0 sender ok"),
    RCPT("250 2.1.5 recipient ok"),
    DATA("354 go on"),
    /** The first line of the message has come; nothing is answered here by a polite server. */
    FIRST_LINE(""),
    /** The final dot has come and the message is taken. */
    DOT("250 2.0.0 queued as 4XYZ"),
    RSET("250 2.0.0 forgotten");

    private final String polite;

    Moment(String polite) {
      this.polite = polite;
    }
  }

  /** What it does at a moment. */
  private sealed interface Manner {
    record Answers(String line) implements Manner {}

    record Cuts() implements Manner {}

    record AnswersAndCuts(String line) implements Manner {}

    record FallsSilent() implements Manner {}

    record Waits(Pause pause, String line) implements Manner {}
  }

  /** A server that has come to a moment and says nothing until it is told to. */
  public static final class Pause {
    private final CountDownLatch reached = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /** Returns when the server is there. */
    public void await() throws InterruptedException {
      reached.await();
    }

    public void end() {
      over.countDown();
    }
  }

  private final ServerSocket socket;
  private final Map<Moment, Manner> manners = new EnumMap<>(Moment.class);
  private final List<String> commands = new CopyOnWriteArrayList<>();
  private final List<String> messages = new CopyOnWriteArrayList<>();
  private final List<RudeLines> connections = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Optional<SSLSocketFactory> tls;
  private final Map<String, String> recipients = new HashMap<>();
  private String offered = Moment.EHLO.polite;
  private @Nullable String believed;
  private boolean inOnePacket;

  public RudeServer() {
    this(Optional.empty());
  }

  /** A server that offers STARTTLS and can do it. */
  RudeServer(SSLSocketFactory tls) {
    this(Optional.of(tls));
    offers("STARTTLS");
  }

  private RudeServer(Optional<SSLSocketFactory> tls) {
    this.tls = tls;
    isPoliteAgain();
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  private synchronized RudeServer behaves(Moment moment, Manner manner) {
    manners.put(moment, manner);
    return this;
  }

  /** Says that, of one or more lines; 421 ends the conversation. */
  public RudeServer answers(Moment moment, String line) {
    return behaves(moment, new Manner.Answers(line));
  }

  /** Hangs up instead of an answer. */
  public RudeServer cutsAt(Moment moment) {
    return behaves(moment, new Manner.Cuts());
  }

  /** Hangs up once it has answered. */
  public RudeServer cutsAfter(Moment moment) {
    return behaves(moment, new Manner.AnswersAndCuts(moment.polite));
  }

  public RudeServer fallsSilentAt(Moment moment) {
    return behaves(moment, new Manner.FallsSilent());
  }

  /** Answers politely, but not before the pause ends. */
  public Pause pausesAt(Moment moment) {
    Pause pause = new Pause();
    behaves(moment, new Manner.Waits(pause, moment.polite));
    return pause;
  }

  /** Offers these extensions in its answer to EHLO. */
  public RudeServer offers(String... extensions) {
    String last = extensions[extensions.length - 1];
    StringBuilder answer = new StringBuilder("250-rude.example\r\n");
    for (int i = 0; i < extensions.length - 1; i++) {
      answer.append("250-").append(extensions[i]).append("\r\n");
    }
    offered = answer + "250 " + last;
    return answers(Moment.EHLO, offered);
  }

  /** Holds its answers back while there are commands to read, and sends them together. */
  synchronized RudeServer answersInOnePacket() {
    inOnePacket = true;
    return this;
  }

  /** Lets in only who shows that, in base64, at the end of AUTH. */
  synchronized RudeServer believesOnly(String shown) {
    believed = shown;
    return this;
  }

  /** Says that of this recipient, whatever it says of others. */
  public synchronized RudeServer answersRecipient(String address, String line) {
    recipients.put("RCPT TO:<" + address + ">", line);
    return this;
  }

  private synchronized Optional<String> answerOfRecipient(String command) {
    return Optional.ofNullable(recipients.get(command.replaceFirst(">.*", ">")));
  }

  /** Goes on offering what it offered. */
  public RudeServer isPoliteAgain() {
    for (Moment moment : Moment.values()) {
      answers(moment, moment.polite);
    }
    return answers(Moment.EHLO, offered);
  }

  public MailServer address() {
    return address(null);
  }

  MailServer address(@Nullable Login login) {
    return new MailServer("localhost", socket.getLocalPort(), Encryption.NONE, login);
  }

  /** Every command line that came, in order. */
  public List<String> commands() {
    return commands;
  }

  /** Every message that came up to its final dot, with CRLF line ends. */
  public List<String> messages() {
    return messages;
  }

  /** Every byte of each connection, in the order they began. */
  List<String> received() {
    return connections.stream().map(RudeLines::received).toList();
  }

  /** How many bytes have come on the last connection and were not read. */
  int unread() throws IOException {
    return connections.getLast().unread();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        RudeLines lines = new RudeLines(connection);
        connections.add(lines);
        Thread.ofVirtual().start(() -> talk(connection, lines));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void talk(Socket connection, RudeLines lines) {
    try (connection) {
      if (answer(Moment.GREETING, lines)) {
        converse(connection, lines);
      }
    } catch (IOException | InterruptedException gone) {
      // a client that hung up is what some tests are about
    }
  }

  private void converse(Socket connection, RudeLines lines)
      throws IOException, InterruptedException {
    boolean goesOn = true;
    while (goesOn) {
      String command = next(lines);
      if (command == null) {
        return;
      }
      commands.add(command);
      if (command.equals("STARTTLS") && tls.isPresent()) {
        if (answer(Moment.STARTTLS, lines)) {
          lines.send();
          SSLSocket encrypted = (SSLSocket) tls.get().createSocket(connection, null, false);
          encrypted.startHandshake();
          converse(encrypted, lines.over(encrypted));
        }
        return;
      }
      goesOn =
          switch (command.replaceFirst("[ :].*", "")) {
            case "EHLO" -> answer(Moment.EHLO, lines);
            case "HELO" -> answer(Moment.HELO, lines);
            case "AUTH" -> authenticate(command, lines);
            case "MAIL" -> answer(Moment.MAIL, lines);
            case "RCPT" -> {
              Optional<String> own = answerOfRecipient(command);
              yield own.isPresent() ? said(own.get(), lines) : answer(Moment.RCPT, lines);
            }
            case "DATA" -> answer(Moment.DATA, lines) && (!asked() || takeMessage(lines));
            case "RSET" -> answer(Moment.RSET, lines);
            case "QUIT" -> false;
            default -> lines.say("500 what?");
          };
    }
    lines.send();
  }

  private boolean authenticate(String command, RudeLines lines)
      throws IOException, InterruptedException {
    String shown = command.replaceFirst(".* ", "");
    if (command.equals("AUTH LOGIN")) {
      lines.say("334 VXNlcm5hbWU6");
      String user = String.valueOf(next(lines));
      lines.say("334 UGFzc3dvcmQ6");
      shown = user + " " + next(lines);
    }
    if (believed == null || believed.equals(shown)) {
      return answer(Moment.AUTH, lines);
    }
    if (command.startsWith("AUTH XOAUTH2")) {
      lines.say("334 eyJzdGF0dXMiOiI0MDAifQ==");
      commands.add(String.valueOf(next(lines)));
    }
    return lines.say("535 5.7.8 who are you?");
  }

  private boolean takeMessage(RudeLines lines) throws IOException, InterruptedException {
    StringBuilder message = new StringBuilder();
    while (true) {
      String line = next(lines);
      if (line == null) {
        return false;
      }
      if (line.equals(".")) {
        messages.add(message.toString());
        return answer(Moment.DOT, lines);
      }
      message.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
      if (!answer(Moment.FIRST_LINE, lines)) {
        return false;
      }
    }
  }

  private @Nullable String next(RudeLines lines) throws IOException {
    synchronized (this) {
      if (!inOnePacket) {
        lines.send();
      }
    }
    return lines.next();
  }

  private boolean asked() {
    return manner(Moment.DATA) instanceof Manner.Answers(String line) && line.startsWith("354");
  }

  private synchronized Manner manner(Moment moment) {
    return manners.get(moment);
  }

  /** Returns whether the conversation goes on. */
  private boolean answer(Moment moment, RudeLines lines) throws IOException, InterruptedException {
    return switch (manner(moment)) {
      case Manner.Cuts() -> false;
      case Manner.FallsSilent() -> {
        lines.send();
        closed.await();
        yield false;
      }
      case Manner.Answers(String line) -> line.isEmpty() || said(line, lines);
      case Manner.AnswersAndCuts(String line) -> {
        said(line, lines);
        yield false;
      }
      case Manner.Waits(Pause pause, String line) -> {
        lines.send();
        pause.reached.countDown();
        pause.over.await();
        yield said(line, lines);
      }
    };
  }

  private static boolean said(String line, RudeLines lines) throws IOException {
    lines.say(line);
    if (!line.startsWith("421")) {
      return true;
    }
    lines.send();
    return false;
  }

  @Override
  public void close() {
    closed.countDown();
    try {
      socket.close();
      for (RudeLines connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
