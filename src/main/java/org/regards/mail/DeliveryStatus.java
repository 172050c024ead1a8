package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

/** What is asked of the servers on the way about bounces (RFC 3461). */
final class DeliveryStatus {
  /** RFC 3461 5.4. */
  private static final int LONGEST_ENVELOPE_ID = 100;

  private DeliveryStatus() {}

  /**
   * What a bounce says the message was: its Message-ID without the angle brackets, or, where that
   * is too long, the part before the {@code @}, which alone is ours and cannot be guessed.
   */
  static String envelopeId(Mail mail) {
    String id = mail.messageId().replaceAll("[<>]", "");
    return xtext(id.length() <= LONGEST_ENVELOPE_ID ? id : id.substring(0, id.indexOf('@')));
  }

  /** RFC 3461 4. */
  static String xtext(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte octet : text.getBytes(UTF_8)) {
      if (octet >= '!' && octet <= '~' && octet != '+' && octet != '=') {
        out.append((char) octet);
      } else {
        out.append("+%02X".formatted(octet & 0xff));
      }
    }
    return out.toString();
  }
}
