package org.regards.pdf;

/**
 * What the codes on one letter say.
 *
 * @param letter its opaque code, in digits and capitals; empty for none
 * @param serial the number of the piece of mail; 0 when it has none, and then no routing barcode
 */
public record MailCodes(String letter, long serial) {
  /** For what is no letter of the store. */
  public static MailCodes none() {
    return new MailCodes("", 0);
  }
}
