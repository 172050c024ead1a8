package org.regards.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Sends by an SMTP server over one connection, opened at the first message and used again. */
public final class SmtpPostbox implements Postbox {
  private final MailServer server;
  private final Patience patience;
  private final @Nullable SSLSocketFactory trust;
  private @Nullable SmtpConnection open;

  public SmtpPostbox(MailServer server) {
    this(server, Patience.OF_RFC_5321, null);
  }

  /**
   * @param trust decides which certificates are believed, or null for those that Java believes
   */
  SmtpPostbox(MailServer server, Patience patience, @Nullable SSLSocketFactory trust) {
    this.server = server;
    this.patience = patience;
    this.trust = trust;
  }

  @Override
  public PostResult post(Mail mail, String keptName, Runnable beforeDot) {
    SmtpConnection connection = open;
    if (connection == null || !connection.isConnected()) {
      connection = new SmtpConnection(server, patience, trust);
      try {
        connection.open();
      } catch (MessagingException failure) {
        String reason =
            ConnectionTrouble.words(server, failure, connection.getLastServerResponse());
        return failure instanceof AuthenticationFailedException
            ? new PostResult.ShutOut(reason)
            : new PostResult.Unreachable(reason);
      }
      open = connection;
    }
    return connection.post(mail, beforeDot);
  }

  @Override
  public String serverName() {
    return server.toString();
  }

  @Override
  public void close() {
    if (open != null) {
      open.goodbye();
      open = null;
    }
  }
}
