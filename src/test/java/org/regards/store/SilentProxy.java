package org.regards.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to a PostgreSQL on which all falls silent when a test wants it, and nothing is closed. */
public final class SilentProxy implements AutoCloseable {
  private final ServerSocket socket;
  private final int port;
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private volatile boolean silent;

  public SilentProxy(StoreLocation store) {
    String url = ((StoreLocation.PostgresUrl) store).url();
    port = Integer.parseInt(url.replaceFirst(".*://[^/]*:(\\d+)/.*", "$1"));
    try {
      socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Thread.ofVirtual().start(this::accept);
  }

  /** The same store by this way, with a time after which silence counts as lost. */
  public StoreLocation of(StoreLocation store, int seconds) {
    String url = ((StoreLocation.PostgresUrl) store).url();
    String here = url.replaceFirst(":" + port + "/", ":" + socket.getLocalPort() + "/");
    return StoreLocation.of(
        "%s%ssocketTimeout=%d".formatted(here, here.contains("?") ? "&" : "?", seconds));
  }

  /** From now on what comes from either side goes nowhere. */
  public void fallSilent() {
    silent = true;
  }

  /** On new connections. */
  public void speakAgain() {
    connections.forEach(SilentProxy::close);
    silent = false;
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Socket server = new Socket(InetAddress.getLoopbackAddress(), port);
        connections.addAll(List.of(client, server));
        Thread.ofVirtual().start(() -> forward(client, server));
        Thread.ofVirtual().start(() -> forward(server, client));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void forward(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] block = new byte[8192];
      int length;
      while ((length = in.read(block)) >= 0) {
        if (!silent) {
          out.write(block, 0, length);
        }
      }
    } catch (IOException gone) {
      // a side that hung up
    }
  }

  private static void close(Socket connection) {
    try {
      connection.close();
    } catch (IOException alreadyGone) {
      // which is what was wanted
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connections.forEach(SilentProxy::close);
  }
}
