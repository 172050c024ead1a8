package org.regards.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import javax.net.SocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Makes the socket of one connection and stays holding it under whatever TLS is laid over it:
 * Jakarta Mail knows one time limit for a whole conversation, and no way to hang up without a QUIT.
 */
final class WireTap extends SocketFactory {
  private @Nullable Socket socket;

  @Override
  public Socket createSocket() {
    Socket made = new Socket();
    socket = made;
    return made;
  }

  /** Our own address on the connection, as RFC 5321 4.1.3 writes it where there is no name. */
  String addressLiteral() {
    if (socket == null) {
      return "localhost";
    }
    String address = socket.getLocalAddress().getHostAddress().replaceFirst("%.*", "");
    return address.contains(":") ? "[IPv6:" + address + "]" : "[" + address + "]";
  }

  void wait(Duration patience) throws IOException {
    if (socket != null) {
      socket.setSoTimeout(Math.toIntExact(patience.toMillis()));
    }
  }

  /** Ends the connection without a word. */
  void cut() {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException alreadyGone) {
        // which is what was wanted
      }
    }
  }

  @Override
  public Socket createSocket(String host, int port) {
    throw notAsked();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort) {
    throw notAsked();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) {
    throw notAsked();
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
    throw notAsked();
  }

  private static UnsupportedOperationException notAsked() {
    return new UnsupportedOperationException("Jakarta Mail connects the socket itself");
  }
}
