package org.regards.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks where a host is, for so long and no longer: the system itself may wait for minutes for a
 * name server that does not answer.
 */
final class HostLookup {
  static final HostLookup SYSTEM = new HostLookup(InetAddress::getAllByName);

  private final Names names;

  HostLookup(Names names) {
    this.names = names;
  }

  /** Whoever knows the addresses of names; may block. */
  @FunctionalInterface
  interface Names {
    InetAddress[] addresses(String host) throws UnknownHostException;
  }

  /** Nobody said in time whether there is such a name. */
  static final class NoAnswerException extends SocketException {
    private static final long serialVersionUID = 1;

    NoAnswerException(String host) {
      super("no name server answered for " + host);
    }
  }

  /**
   * All of them, at least one, in the order in which they should be tried.
   *
   * @throws UnknownHostException when there is no such name
   * @throws NoAnswerException when nobody says so in time
   */
  List<InetAddress> addresses(String host, Duration patience) throws IOException {
    if (!patience.isPositive()) {
      throw new NoAnswerException(host);
    }
    CompletableFuture<List<InetAddress>> answer = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("host-lookup")
        .start(
            () -> {
              try {
                answer.complete(List.of(names.addresses(host)));
              } catch (UnknownHostException | RuntimeException failure) {
                answer.completeExceptionally(failure);
              }
            });
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException silence) {
      throw new NoAnswerException(host);
    } catch (ExecutionException wrapped) {
      throw wrapped.getCause() instanceof IOException failure
          ? failure
          : new UnknownHostException(host);
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
      throw new NoAnswerException(host);
    }
  }
}
