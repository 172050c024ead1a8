package org.regards.mailbox;

import jakarta.mail.FolderNotFoundException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import org.regards.mail.MailServer.Encryption;

/** Why a mailbox could not be read, in the words of the person who can mend it. */
final class ImapTrouble {
  private ImapTrouble() {}

  static String words(ImapServer server, MessagingException failure) {
    if (is(failure, UnknownHostException.class)) {
      return "There is no mail server by the name of %s: check imap.host.".formatted(server.host());
    }
    if (is(failure, SocketTimeoutException.class)) {
      return "The mailbox's server %s did not answer in time: check imap.host and imap.port, and whether a firewall lets it through."
          .formatted(server);
    }
    if (is(failure, SSLException.class)) {
      return certificate(server, failure);
    }
    if (is(failure, ConnectException.class) || is(failure, NoRouteToHostException.class)) {
      return "No mailbox answers at %s: check imap.host and imap.port, and whether the server runs."
          .formatted(server);
    }
    if (String.valueOf(failure.getMessage()).contains("STARTTLS")) {
      return "The mailbox's server %s does not offer to encrypt (STARTTLS), so nothing was read: set imap.encryption to tls if it speaks TLS from the start (port 993)."
          .formatted(server);
    }
    return lost(server);
  }

  static String lost(ImapServer server) {
    return "The mailbox's server %s ended the conversation: what was read so far is filed; read on later with regards mailbox."
        .formatted(server);
  }

  static String notLetIn(ImapServer server) {
    return "The mailbox's server %s did not accept the user name and what proves it: check imap.user and REGARDS_IMAP_PASSWORD (or those of SMTP, where there are none)."
        .formatted(server);
  }

  static String noFolder(ImapServer server, String folder, String setting) {
    return "There is no folder %s in the mailbox at %s: check %s."
        .formatted(folder, server, setting);
  }

  static boolean isFolderMissing(MessagingException failure) {
    return is(failure, FolderNotFoundException.class);
  }

  /** The name of the folder that is missing. */
  static String folder(MessagingException failure) {
    return failure instanceof FolderNotFoundException missing && missing.getFolder() != null
        ? missing.getFolder().getFullName()
        : "";
  }

  private static String certificate(ImapServer server, MessagingException failure) {
    if (is(failure, CertificateExpiredException.class)
        || is(failure, CertificateNotYetValidException.class)) {
      return "The certificate of the mailbox's server %s is out of date, so nothing was read: its operator must renew it (or this machine's clock is wrong)."
          .formatted(server);
    }
    if (is(failure, CertPathBuilderException.class)) {
      return "The certificate of the mailbox's server %s is not signed by anyone this machine trusts, so nothing was read: check imap.host, or ask the server's operator."
          .formatted(server);
    }
    if (is(failure, CertificateException.class)
        || String.valueOf(failure.getMessage()).contains("verify identity")) {
      return "The certificate of the mailbox's server %s is made out to another name, so nothing was read: set imap.host to the name its operator gives."
          .formatted(server);
    }
    String other = server.encryption() == Encryption.TLS ? "starttls" : "tls";
    return "The mailbox's server %s could not agree with us on TLS, so nothing was read: check imap.port, or set imap.encryption to %s."
        .formatted(server, other);
  }

  private static boolean is(Throwable failure, Class<? extends Throwable> type) {
    for (@Nullable Throwable next = failure; next != null; next = next.getCause()) {
      if (type.isInstance(next)) {
        return true;
      }
    }
    return false;
  }
}
