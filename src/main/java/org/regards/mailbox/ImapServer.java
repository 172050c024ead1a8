package org.regards.mailbox;

import org.regards.mail.Login;
import org.regards.mail.MailServer.Encryption;

/**
 * The server that keeps the mailbox which answers and bounces come to.
 *
 * @param folder that new mail comes to, mostly {@code INBOX}
 * @param archive the folder with copies of what we send, or empty where there is none
 * @param sinceDays how many days back the first reading goes
 */
public record ImapServer(
    String host,
    int port,
    Encryption encryption,
    Login login,
    String folder,
    String archive,
    int sinceDays) {

  /** Under which the store notes how far a folder is read. */
  String key(String name) {
    String key = "%s@%s:%d/%s".formatted(login.user(), host, port, name);
    return key.substring(0, Math.min(key.length(), 600));
  }

  /** For messages: {@code imap.example.org:993}. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
