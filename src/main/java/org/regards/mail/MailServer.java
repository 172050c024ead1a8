package org.regards.mail;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The SMTP server that takes our mail.
 *
 * @param login how we present ourselves, or null where the server asks for nothing
 */
public record MailServer(String host, int port, Encryption encryption, @Nullable Login login) {
  /** What protects the conversation; with both kinds of TLS the certificate must be the host's. */
  public enum Encryption {
    /** Begins in the clear and must turn to TLS before anything is said (RFC 3207). */
    STARTTLS(587),
    /** TLS from the first byte (RFC 8314). */
    TLS(465),
    /** For a server on this machine only. */
    NONE(25);

    private final int usualPort;

    Encryption(int usualPort) {
      this.usualPort = usualPort;
    }

    int usualPort() {
      return usualPort;
    }

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  public MailServer {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("the port must lie between 1 and 65535, was: " + port);
    }
    if (encryption == Encryption.NONE && !isThisMachine(host)) {
      throw new IllegalArgumentException("without TLS only a server on this machine is spoken to");
    }
  }

  /** Whether a host's name means this machine by itself, without asking a name server. */
  static boolean isThisMachine(String host) {
    return THIS_MACHINE.contains(host.toLowerCase(Locale.ROOT));
  }

  boolean isThisMachine() {
    return isThisMachine(host);
  }

  /** For messages: {@code smtp.example.org:587}. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
