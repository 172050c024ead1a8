package org.regards.mailbox;

import java.util.Arrays;
import java.util.Optional;

/** Why a message did not arrive, and what follows from it for us. */
public enum Reason {
  NO_SUCH_USER("no-such-user", 1, 1, "nobody there has this address"),
  NO_SUCH_DOMAIN("no-such-domain", 1, 2, "there is no such mail domain"),
  MOVED("moved", 1, 6, "the person has another address now"),
  DISABLED("disabled", 2, 1, "the mailbox is closed or not in use"),
  MAILBOX_FULL("mailbox-full", 2, 2, "the mailbox is full"),
  TOO_BIG("too-big", 3, 4, "the message is too big"),
  SPAM("spam", 7, 1, "refused as spam: our doing, look before you send more"),
  REPUTATION("reputation", 7, 1, "our mail server is not trusted there: look before you send more"),
  AUTHENTICATION(
      "authentication", 7, 26, "our mail is not authenticated (SPF, DKIM, DMARC): mend it first"),
  POLICY("policy", 7, 1, "refused by a rule of the receiver: look before you send more"),
  RATE_LIMITED("rate-limited", 4, 5, "too much mail at once: send slower"),
  GREYLISTED("greylisted", 7, 0, "asked to come again later"),
  RESTRICTED("restricted", 7, 1, "the recipient does not take mail from us"),
  RELAY("relay", 7, 1, "the server does not take mail for this domain"),
  LOOP("loop", 4, 6, "the message went round in circles"),
  TIMEOUT("timeout", 4, 7, "the other server did not take it in time"),
  UNREACHABLE("unreachable", 4, 1, "the other server could not be reached"),
  SERVER_TROUBLE("server-trouble", 3, 0, "the other server is in trouble"),
  VIRUS("virus", 7, 1, "refused as harmful"),
  CONTENT("content", 6, 0, "refused for its content or form"),
  MALFORMED("malformed", 5, 2, "the servers did not understand each other"),
  UNKNOWN("unknown", 0, 0, "the server does not say why");

  private final String word;
  private final int subject;
  private final int detail;
  private final String words;

  Reason(String word, int subject, int detail, String words) {
    this.word = word;
    this.subject = subject;
    this.detail = detail;
    this.words = words;
  }

  static Optional<Reason> of(String word) {
    return Arrays.stream(values()).filter(reason -> reason.word.equals(word)).findFirst();
  }

  /** For scripts and in the table of phrases. */
  public String word() {
    return word;
  }

  /** For people. */
  public String words() {
    return words;
  }

  /**
   * Whether the next letter to anybody there would be refused as well, so that a person must look.
   */
  public boolean isOurs() {
    return switch (this) {
      case SPAM, REPUTATION, AUTHENTICATION, POLICY -> true;
      case NO_SUCH_USER,
          NO_SUCH_DOMAIN,
          MOVED,
          DISABLED,
          MAILBOX_FULL,
          TOO_BIG,
          RATE_LIMITED,
          GREYLISTED,
          RESTRICTED,
          RELAY,
          LOOP,
          TIMEOUT,
          UNREACHABLE,
          SERVER_TROUBLE,
          VIRUS,
          CONTENT,
          MALFORMED,
          UNKNOWN ->
          false;
    };
  }

  /** Whether it usually passes when the server does not say so. */
  boolean isPassing() {
    return switch (this) {
      case RATE_LIMITED, GREYLISTED, TIMEOUT, UNREACHABLE, SERVER_TROUBLE -> true;
      case NO_SUCH_USER,
          NO_SUCH_DOMAIN,
          MOVED,
          DISABLED,
          MAILBOX_FULL,
          TOO_BIG,
          SPAM,
          REPUTATION,
          AUTHENTICATION,
          POLICY,
          RESTRICTED,
          RELAY,
          LOOP,
          VIRUS,
          CONTENT,
          MALFORMED,
          UNKNOWN ->
          false;
    };
  }

  /** The code of RFC 3463 for this reason. */
  StatusCode status(int severity) {
    return new StatusCode(severity, subject, detail);
  }
}
