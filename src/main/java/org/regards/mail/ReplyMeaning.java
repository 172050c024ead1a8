package org.regards.mail;

/**
 * What a refusal of a server asks of us, by its code of RFC 5321 4.2.3 and its enhanced status code
 * of RFC 3463 and RFC 5248.
 */
public enum ReplyMeaning {
  /** Nobody has this address (5.1.1, 5.1.2, 5.1.10): it is never tried again; paper may go. */
  ADDRESS_BAD,
  /** The mailbox is full (x.2.2). */
  MAILBOX_FULL,
  /** The message is too big for the server (5.3.4, 552). */
  TOO_BIG,
  /** The server wants fewer messages or connections from us (421, 432, 4.7.x). */
  SLOW_DOWN,
  /**
   * Our own doing, for every message (5.7.x, and what Gmail and Microsoft 365 say when the day's
   * messages are used up): the whole queue stops until a person mends it.
   */
  OUR_FAULT,
  /** Another refusal for good. */
  REFUSED,
  /** Another refusal for now, or a connection that was lost before the final dot. */
  LATER;

  /** Enhanced codes are at the beginning of the text. */
  static ReplyMeaning of(int code, String text) {
    String enhanced = enhanced(text);
    boolean permanent = code >= 500 && code <= 599;
    if (enhanced.matches("[45]\\.2\\.2")) {
      return MAILBOX_FULL;
    }
    if (permanent) {
      return switch (enhanced) {
        case "5.1.1", "5.1.2", "5.1.3", "5.1.10" -> ADDRESS_BAD;
        case "5.3.4" -> TOO_BIG;
        default -> {
          if (enhanced.startsWith("5.7.")
              || enhanced.equals("5.4.5")
              || text.contains("SubmissionQuotaExceeded")) {
            yield OUR_FAULT;
          }
          yield code == 552 && enhanced.isEmpty() ? TOO_BIG : REFUSED;
        }
      };
    }
    return code == 421 || code == 432 || enhanced.startsWith("4.7.") ? SLOW_DOWN : LATER;
  }

  private static String enhanced(String text) {
    String first = text.strip().split("\\s", 2)[0];
    return first.matches("[245]\\.[0-9]{1,3}\\.[0-9]{1,3}") ? first : "";
  }
}
