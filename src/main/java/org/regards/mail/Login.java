package org.regards.mail;

/**
 * Who we are to a mail server, and what proves it: for any protocol, SMTP and IMAP alike.
 *
 * <p>{@code MailSettings.login(...)} reads it. At each connection ask {@code secret().proof()}:
 * show a {@link Proof.Password} by PLAIN or LOGIN, a {@link Proof.Bearer} by XOAUTH2 (Jakarta Mail
 * takes it in the place of the password), and say the reason of the two others. When the server
 * refuses it, ask {@code secret().insteadOf(refused)} and try once more if there is an answer: a
 * token may have ended early, a password may have been changed. Keep the object: it holds the token
 * until it ends.
 */
public record Login(String user, Secret secret) {
  record Fixed(Proof proof) implements Secret {}

  public Login(String user, String password) {
    this(user, new Fixed(new Proof.Password(password)));
  }

  @Override
  public String toString() {
    return "Login[…]";
  }
}
