package org.regards.mailbox;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Folder;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPStore;
import org.regards.mail.Login;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.Proof;

/**
 * A conversation with the server of a mailbox, logged in. It changes nothing there: folders are
 * opened to be read only, so no message is even marked as seen.
 */
final class ImapSession implements AutoCloseable {
  private final IMAPStore store;

  private ImapSession(IMAPStore store) {
    this.store = store;
  }

  /** What came of opening one. */
  sealed interface Opened {
    record Open(ImapSession session) implements Opened {}

    /** Until a person mends it. */
    record ShutOut(String reason) implements Opened {}

    record Unreachable(String reason) implements Opened {}
  }

  /**
   * Connects and logs in.
   *
   * @param silence how long the server may be silent before it counts as gone
   */
  static Opened open(ImapServer server, Duration silence) {
    return open(server, silence, server.login().secret().proof(), true);
  }

  private static Opened open(ImapServer server, Duration silence, Proof proof, boolean first) {
    return switch (proof) {
      case Proof.Password(String password) ->
          connect(server, properties(server, silence, false), password, proof, first, silence);
      case Proof.Bearer(String token) ->
          connect(server, properties(server, silence, true), token, proof, first, silence);
      case Proof.NotNow(String reason) -> new Opened.Unreachable(reason);
      case Proof.Withheld(String reason) -> new Opened.ShutOut(reason);
    };
  }

  private static Opened connect(
      ImapServer server,
      Properties properties,
      String secret,
      Proof proof,
      boolean first,
      Duration silence) {
    Login login = server.login();
    IMAPStore store =
        new IMAPStore(
            Session.getInstance(properties),
            new URLName("imap", server.host(), server.port(), null, login.user(), null));
    try {
      store.connect(server.host(), server.port(), login.user(), secret);
      return new Opened.Open(new ImapSession(store));
    } catch (AuthenticationFailedException refused) {
      quietly(store);
      Optional<Proof> other = first ? login.secret().insteadOf(proof) : Optional.empty();
      return other
          .map(next -> open(server, silence, next, false))
          .orElseGet(() -> new Opened.ShutOut(ImapTrouble.notLetIn(server)));
    } catch (MessagingException failure) {
      quietly(store);
      return new Opened.Unreachable(ImapTrouble.words(server, failure));
    }
  }

  private static Properties properties(ImapServer server, Duration silence, boolean byToken) {
    Properties properties = new Properties();
    String millis = String.valueOf(silence.toMillis());
    properties.setProperty("mail.imap.connectiontimeout", "60000");
    properties.setProperty("mail.imap.timeout", millis);
    properties.setProperty("mail.imap.writetimeout", "60000");
    properties.setProperty("mail.imap.ssl.checkserveridentity", "true");
    properties.setProperty("mail.imap.peek", "true");
    properties.setProperty("mail.imap.fetchsize", String.valueOf(256 * 1024));
    properties.setProperty("mail.imap.connectionpoolsize", "1");
    if (server.encryption() == Encryption.TLS) {
      properties.setProperty("mail.imap.ssl.enable", "true");
    }
    if (server.encryption() == Encryption.STARTTLS) {
      properties.setProperty("mail.imap.starttls.enable", "true");
      properties.setProperty("mail.imap.starttls.required", "true");
    }
    if (byToken) {
      properties.setProperty("mail.imap.auth.mechanisms", "XOAUTH2");
    }
    return properties;
  }

  /** Opens a folder; whoever asks closes it. */
  IMAPFolder folder(String name) throws MessagingException {
    IMAPFolder folder = (IMAPFolder) store.getFolder(name);
    folder.open(Folder.READ_ONLY);
    return folder;
  }

  /** Whether the server tells of new mail by itself (RFC 2177). */
  boolean tells() throws MessagingException {
    return store.hasCapability("IDLE");
  }

  @Override
  public void close() {
    quietly(store);
  }

  private static void quietly(IMAPStore store) {
    try {
      store.close();
    } catch (MessagingException gone) {
      // it is closed, if not politely
    }
  }
}
