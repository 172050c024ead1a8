package org.regards.mail;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Collection;
import java.util.Optional;
import java.util.TreeSet;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.regards.mail.MailServer.Encryption;

/**
 * Why no conversation with the mail server came about, in the words of the person who can mend it.
 */
final class ConnectionTrouble {
  private static final String HOST = "smtp.host";
  private static final String PORT = "smtp.port";
  private static final String ENCRYPTION = "smtp.encryption";
  private static final String USER = "smtp.user";
  private static final String PASSWORD = MailSettings.PASSWORD;

  private ConnectionTrouble() {}

  static String words(MailServer server, IOException failure) {
    if (cause(failure, HostLookup.NoAnswerException.class).isPresent()) {
      return "The name servers of this machine did not say in time where %s is: check the network, then try again."
          .formatted(server.host());
    }
    if (cause(failure, UnknownHostException.class).isPresent()) {
      return "There is no mail server by the name of %s: check %s.".formatted(server.host(), HOST);
    }
    if (cause(failure, SocketTimeoutException.class).isPresent()) {
      return "The mail server %s did not answer in time: check %s and %s, and whether a firewall lets mail out."
          .formatted(server, HOST, PORT);
    }
    if (cause(failure, SSLException.class).isPresent()) {
      return certificate(server, failure);
    }
    if (cause(failure, ConnectException.class).isPresent()
        || cause(failure, NoRouteToHostException.class).isPresent()) {
      return "No mail server answers at %s: check %s and %s, and whether the server runs."
          .formatted(server, HOST, PORT);
    }
    if (cause(failure, ProtocolException.class).isPresent()) {
      return "What answers at %s does not speak SMTP, so nothing was sent: check %s and %s."
          .formatted(server, HOST, PORT);
    }
    return ended(server);
  }

  private static String ended(MailServer server) {
    return "The mail server %s ended the conversation before it began: try again later, or check %s."
        .formatted(server, PORT);
  }

  static String noStartTls(MailServer server) {
    return "The mail server %s does not offer to encrypt (STARTTLS), so nothing was sent: check %s, or set %s=tls if the server speaks TLS from the start (port 465)."
        .formatted(server, PORT, ENCRYPTION);
  }

  static String startTlsFailed(MailServer server, Reply said) {
    return "The mail server %s offers to encrypt (STARTTLS) and then does not, so nothing was sent: try again later, or set %s=tls if the server speaks TLS from the start (port 465). It said: %s"
        .formatted(server, ENCRYPTION, sentence(said.toString()));
  }

  /** A refusal that is meant for everybody or for us, not for a letter. */
  static PostResult turnedAway(MailServer server, Reply said) {
    if (said.meaning() == ReplyMeaning.OUR_FAULT) {
      return new PostResult.ShutOut(
          "The mail server %s takes no mail from us: ask its operator. It said: %s"
              .formatted(server, sentence(said.toString())));
    }
    return new PostResult.Unreachable(
        said.text().isEmpty()
            ? ended(server)
            : "The mail server %s does not take mail now. It said: %s"
                .formatted(server, sentence(said.text())));
  }

  static String noWayToSignIn(MailServer server, Collection<String> offered) {
    return "The mail server %s lets us sign in by %s only, which does not go with what is set: check %s, or ask its operator for another way."
        .formatted(server, String.join(", ", new TreeSet<>(offered)), PASSWORD);
  }

  /** The answer to a proof of who we are. */
  static String notBelieved(MailServer server, Proof proof, String answer) {
    Reply said = Reply.read(0, answer);
    String words =
        proof instanceof Proof.Bearer
            ? "The mail server %s did not accept the token: check that %s is the person who signed in, or sign in again."
                .formatted(server, USER)
            : notLetIn(server);
    return withAnswer(words, said) + advice(said);
  }

  /** The answer to a letter from somebody who did not prove who they are. */
  static String notLetIn(MailServer server, Reply said) {
    return withAnswer(notLetIn(server), said);
  }

  private static String notLetIn(MailServer server) {
    String it =
        server.login() == null
            ? "The mail server %s wants a user name and a password: set %s and %s."
            : "The mail server %s did not accept the user name and password: check %s and %s.";
    return it.formatted(server, USER, PASSWORD);
  }

  /** What a server says often ends in the middle of ours. */
  private static String sentence(String words) {
    return words.matches(".*[.!?…]") ? words : words + ".";
  }

  private static String withAnswer(String words, Reply said) {
    return said.text().isEmpty() ? words : words + " It said: " + sentence(said.toString());
  }

  /** What Microsoft's two refusals mean, which do not say it to whom they concern. */
  private static String advice(Reply said) {
    if (said.text().contains("SmtpClientAuthentication is disabled")) {
      return " Ask the administrator of Microsoft 365 to allow authenticated SMTP for this"
          + " mailbox.";
    }
    if (said.text().startsWith("5.7.30")) {
      return " Microsoft takes no passwords from programs any more: set up tokens, as the manual"
          + " says.";
    }
    return "";
  }

  private static String certificate(MailServer server, IOException failure) {
    if (cause(failure, CertificateExpiredException.class).isPresent()
        || cause(failure, CertificateNotYetValidException.class).isPresent()) {
      return "The certificate of the mail server %s is out of date, so nothing was sent: its operator must renew it (or this machine's clock is wrong)."
          .formatted(server);
    }
    if (cause(failure, CertPathBuilderException.class).isPresent()) {
      return "The certificate of the mail server %s is not signed by anyone this machine trusts, so nothing was sent: check %s, or ask the server's operator."
          .formatted(server, HOST);
    }
    if (cause(failure, CertificateException.class).isPresent()) {
      return "The certificate of the mail server %s is made out to another name, so nothing was sent: set %s to the name its operator gives."
          .formatted(server, HOST);
    }
    String other =
        server.encryption() == Encryption.TLS ? Encryption.STARTTLS.word() : Encryption.TLS.word();
    return "The mail server %s could not agree with us on TLS, so nothing was sent: check %s, or set %s=%s."
        .formatted(server, PORT, ENCRYPTION, other);
  }

  private static <T extends Throwable> Optional<T> cause(Throwable failure, Class<T> type) {
    for (@Nullable Throwable next = failure; next != null; next = next.getCause()) {
      if (type.isInstance(next)) {
        return Optional.of(type.cast(next));
      }
    }
    return Optional.empty();
  }
}
