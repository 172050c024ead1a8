package org.regards.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPMessage;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.regards.mail.MailServer.Encryption;
import org.regards.mail.MailServer.Login;

/**
 * One connection to a server; tells the moment before the final dot, and what can be known after
 * it.
 */
final class SmtpConnection extends SMTPTransport {
  /**
   * The server wants to know who we are, or did not believe it (RFC 4954 6): no fault of the
   * letter.
   */
  private static final Set<Integer> WHO_ARE_YOU = Set.of(530, 534, 535, 538);

  private static final Duration WRITE =
      Duration.ofMinutes(3); // a block of data, RFC 5321 4.5.3.2.5

  private final MailServer server;
  private final Patience patience;
  private final WireTap wire;
  private Runnable beforeDot = () -> {};
  private boolean dotSent;

  /**
   * @param trust decides which certificates are believed, or null for those that Java believes
   */
  SmtpConnection(MailServer server, Patience patience, @Nullable SSLSocketFactory trust) {
    this(server, patience, trust, new WireTap());
  }

  private SmtpConnection(
      MailServer server, Patience patience, @Nullable SSLSocketFactory trust, WireTap wire) {
    super(
        Session.getInstance(properties(server, patience, wire, trust)),
        new URLName("smtp", server.host(), server.port(), null, null, null),
        "smtp",
        server.encryption() == Encryption.TLS);
    this.server = server;
    this.patience = patience;
    this.wire = wire;
  }

  /** Connects, encrypts and presents us. */
  void open() throws MessagingException {
    Login login = server.login();
    connect(
        server.host(),
        server.port(),
        login == null ? null : login.user(),
        login == null ? null : login.password());
  }

  private static Properties properties(
      MailServer server, Patience patience, WireTap wire, @Nullable SSLSocketFactory trust) {
    boolean startTls = server.encryption() == Encryption.STARTTLS;
    Properties properties = new Properties();
    properties.put("mail.smtp.socketFactory", wire);
    properties.setProperty("mail.smtp.socketFactory.fallback", "false");
    if (trust != null) {
      properties.put("mail.smtp.ssl.socketFactory", trust);
    }
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.setProperty(
        "mail.smtp.ssl.enable", Boolean.toString(server.encryption() == Encryption.TLS));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    properties.setProperty("mail.smtp.auth", Boolean.toString(server.login() != null));
    properties.setProperty("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
    properties.setProperty("mail.smtp.connectiontimeout", millis(patience.connect()));
    properties.setProperty("mail.smtp.timeout", millis(patience.reply()));
    properties.setProperty("mail.smtp.writetimeout", millis(WRITE));
    properties.setProperty("mail.smtp.quitwait", "false");
    return properties;
  }

  private static String millis(Duration duration) {
    return Long.toString(duration.toMillis());
  }

  /** By our address: a machine's name says more than it should, and asking for it may take long. */
  @Override
  public synchronized String getLocalHost() {
    return server.isThisMachine() ? "localhost" : wire.addressLiteral();
  }

  PostResult post(Mail mail, Runnable beforeDot) {
    this.beforeDot = beforeDot;
    dotSent = false;
    boolean usable = false;
    try {
      SMTPMessage message = new SMTPMessage(session, mail.open());
      message.setEnvelopeFrom(mail.envelope().from().value());
      sendMessage(message, new Address[] {new InternetAddress(mail.envelope().to().value())});
      usable = true;
      return new PostResult.Accepted(lastReply(), null);
    } catch (MessagingException failure) {
      PostResult result = failed(failure);
      usable = result instanceof PostResult.Refused;
      return result;
    } finally {
      this.beforeDot = () -> {};
      if (!usable) {
        hangUp();
      }
    }
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    beforeDot.run();
    dotSent = true;
    wire.wait(patience.finalReply());
    super.finishData();
    wire.wait(patience.reply());
  }

  private PostResult failed(MessagingException failure) {
    Reply reply = replyIn(failure).orElseGet(() -> Reply.lost("the connection was lost"));
    if (dotSent) {
      if (reply.isPositive()) { // some servers say 251 or the like for 250
        return new PostResult.Accepted(reply, null);
      }
      if (!reply.isPermanent() && !reply.isTransient()) {
        return new PostResult.InDoubt(
            "the server "
                + server
                + " had the whole message and the connection ended before it said whether it took"
                + " it");
      }
    }
    if (!dotSent && WHO_ARE_YOU.contains(reply.code())) {
      return new PostResult.ShutOut(ConnectionTrouble.notLetIn(server, reply));
    }
    return reply.isPermanent() ? new PostResult.Refused(reply) : new PostResult.Deferred(reply);
  }

  /** The answer that ended the conversation; the recipient's own where there is one. */
  private static Optional<Reply> replyIn(MessagingException failure) {
    Optional<Reply> found = Optional.empty();
    for (Exception next = failure; next != null; next = next(next)) {
      if (next instanceof SMTPAddressFailedException address) {
        return known(address.getReturnCode(), address.getMessage());
      } else if (next instanceof SMTPSenderFailedException sender) {
        found = known(sender.getReturnCode(), sender.getMessage());
      } else if (next instanceof SMTPSendFailedException send && found.isEmpty()) {
        found = known(send.getReturnCode(), send.getMessage());
      }
    }
    return found;
  }

  private static @Nullable Exception next(Exception failure) {
    return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
  }

  private static Optional<Reply> known(int code, @Nullable String answer) {
    return code < 200 ? Optional.empty() : Optional.of(Reply.read(code, answer));
  }

  private Reply lastReply() {
    return Reply.read(getLastReturnCode(), getLastServerResponse());
  }

  /** Ends the connection as one should. */
  void goodbye() {
    try {
      close();
    } catch (MessagingException alreadyGone) {
      // which is what was wanted
    }
  }

  /**
   * Cuts the line first: a QUIT would be taken for a line of the message when we are within one.
   */
  void hangUp() {
    wire.cut();
    goodbye();
  }
}
