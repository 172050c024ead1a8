package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.regards.mail.MailServer.Encryption;

/**
 * A mail server on this machine that takes every message and keeps none, to measure sending
 * against. One thread a connection; it ends with {@link #close}.
 *
 * <p>It can pretend to be far away: each answer then comes a round trip after its question, and
 * what was written ahead is read meanwhile.
 */
public final class SmtpSink implements AutoCloseable {
  private static final int BLOCK = 64 * 1024;
  private static final byte[] GREETING = bytes("220 sink ESMTP\r\n");
  private static final byte[] HELLO =
      bytes("250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250-DSN\r\n250 ENHANCEDSTATUSCODES\r\n");
  private static final byte[] SENDER = bytes("250 2.1.0 ok\r\n");
  private static final byte[] RECIPIENT = bytes("250 2.1.5 ok\r\n");
  private static final byte[] DATA = bytes("354 go on\r\n");
  private static final byte[] TAKEN = bytes("250 2.0.0 taken\r\n");
  private static final byte[] OK = bytes("250 2.0.0 ok\r\n");
  private static final byte[] GOODBYE = bytes("221 2.0.0 bye\r\n");
  private static final byte[] WHAT = bytes("500 5.5.2 what?\r\n");

  private final ServerSocket socket;
  private final Duration roundTrip;
  private final AtomicLong messages = new AtomicLong();
  private final Queue<Socket> connections = new ConcurrentLinkedQueue<>();

  private SmtpSink(ServerSocket socket, Duration roundTrip) {
    this.socket = socket;
    this.roundTrip = roundTrip;
  }

  /** One that answers at once. */
  public static SmtpSink open() {
    return open(Duration.ZERO);
  }

  /** One whose answers take that long to come back. */
  public static SmtpSink open(Duration roundTrip) {
    try {
      SmtpSink sink =
          new SmtpSink(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), roundTrip);
      Thread.ofPlatform().daemon().name("smtp-sink").start(sink::accept);
      return sink;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public MailServer address() {
    return new MailServer("localhost", socket.getLocalPort(), Encryption.NONE, null);
  }

  /** How many messages have come up to their final dot. */
  public long messages() {
    return messages.get();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket connection = socket.accept();
        connection.setTcpNoDelay(true);
        connections.add(connection);
        Thread.ofPlatform().daemon().name("smtp-sink-connection").start(() -> serve(connection));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket connection) {
    try (connection;
        Answers answers = Answers.over(connection.getOutputStream(), roundTrip)) {
      answers.add(GREETING);
      answers.send();
      new Conversation(connection.getInputStream(), answers).run();
    } catch (IOException gone) {
      // a client that hung up
    } finally {
      connections.remove(connection);
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket connection : connections) {
        connection.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  /** What is said back, gathered until there is nothing more to read. */
  private static sealed class Answers implements AutoCloseable {
    private final OutputStream out;
    private byte[] gathered = new byte[1024];
    private int length;

    Answers(OutputStream out) {
      this.out = out;
    }

    static Answers over(OutputStream out, Duration roundTrip) {
      return roundTrip.isZero() ? new Answers(out) : new LateAnswers(out, roundTrip);
    }

    void add(byte[] answer) {
      if (length + answer.length > gathered.length) {
        gathered = Arrays.copyOf(gathered, 2 * gathered.length + answer.length);
      }
      System.arraycopy(answer, 0, gathered, length, answer.length);
      length += answer.length;
    }

    void send() throws IOException {
      out.write(gathered, 0, length);
      length = 0;
    }

    byte[] taken() {
      byte[] batch = Arrays.copyOf(gathered, length);
      length = 0;
      return batch;
    }

    @Override
    public void close() {}
  }

  private static final class LateAnswers extends Answers {
    // one thread, so that answers of the same delay come in their order
    private final ScheduledExecutorService way =
        Executors.newSingleThreadScheduledExecutor(
            work -> Thread.ofPlatform().daemon().name("smtp-sink-way").unstarted(work));
    private final OutputStream out;
    private final Duration roundTrip;

    LateAnswers(OutputStream out, Duration roundTrip) {
      super(out);
      this.out = out;
      this.roundTrip = roundTrip;
    }

    @Override
    void send() {
      byte[] batch = taken();
      if (batch.length > 0) {
        var unused =
            way.schedule(
                () -> {
                  out.write(batch);
                  return batch.length;
                },
                roundTrip.toNanos(),
                TimeUnit.NANOSECONDS);
      }
    }

    @Override
    public void close() {
      way.shutdown();
    }
  }

  /** Reads in blocks and looks at each byte once; nothing is made for a line. */
  private final class Conversation {
    private static final int NOTHING = 0;
    private static final int LINE_BEGINS = 1;
    private static final int DOT = 2;
    private static final int DOT_AND_RETURN = 3;

    private final InputStream in;
    private final Answers answers;
    private final byte[] block = new byte[BLOCK];
    private int verb;
    private int verbLength;
    private boolean inMessage;
    private int place;
    private boolean over;

    Conversation(InputStream in, Answers answers) {
      this.in = in;
      this.answers = answers;
    }

    void run() throws IOException {
      int length = in.read(block);
      while (length >= 0 && !over) {
        int next = 0;
        while (next < length && !over) {
          next = inMessage ? message(next, length) : command(next, length);
        }
        answers.send();
        length = over ? -1 : in.read(block);
      }
    }

    private int command(int start, int end) {
      for (int i = start; i < end; i++) {
        byte octet = block[i];
        if (octet == '\n') {
          answer();
          verb = 0;
          verbLength = 0;
          return i + 1;
        }
        if (verbLength < 4) {
          verb = verb << 8 | Character.toUpperCase(octet);
          verbLength++;
        }
      }
      return end;
    }

    private void answer() {
      switch (verb) {
        case 'E' << 24 | 'H' << 16 | 'L' << 8 | 'O' -> answers.add(HELLO);
        case 'H' << 24 | 'E' << 16 | 'L' << 8 | 'O' -> answers.add(OK);
        case 'M' << 24 | 'A' << 16 | 'I' << 8 | 'L' -> answers.add(SENDER);
        case 'R' << 24 | 'C' << 16 | 'P' << 8 | 'T' -> answers.add(RECIPIENT);
        case 'R' << 24 | 'S' << 16 | 'E' << 8 | 'T', 'N' << 24 | 'O' << 16 | 'O' << 8 | 'P' ->
            answers.add(OK);
        case 'D' << 24 | 'A' << 16 | 'T' << 8 | 'A' -> {
          answers.add(DATA);
          inMessage = true;
          place = LINE_BEGINS;
        }
        case 'Q' << 24 | 'U' << 16 | 'I' << 8 | 'T' -> {
          answers.add(GOODBYE);
          over = true;
        }
        default -> answers.add(WHAT);
      }
    }

    private int message(int start, int end) {
      int now = place;
      for (int i = start; i < end; i++) {
        byte octet = block[i];
        if (octet == '\n') {
          if (now == DOT_AND_RETURN) {
            inMessage = false;
            messages.incrementAndGet();
            answers.add(TAKEN);
            return i + 1;
          }
          now = LINE_BEGINS;
        } else if (now != NOTHING) {
          now =
              now == LINE_BEGINS && octet == '.'
                  ? DOT
                  : now == DOT && octet == '\r' ? DOT_AND_RETURN : NOTHING;
        }
      }
      place = now;
      return end;
    }
  }
}
