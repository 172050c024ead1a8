package org.regards.pdf;

import org.jspecify.annotations.Nullable;
import org.regards.postal.IntelligentMail;

/**
 * Which codes a sender wants beside the words.
 *
 * @param qr whether letters and envelopes carry their code as a QR code, for mail that comes back
 * @param intelligentMail the sender's numbers for the barcode of the United States Postal Service
 *     on domestic mail, or null for none
 * @param kix whether domestic Dutch mail carries the code of PostNL
 */
public record CodesWanted(boolean qr, @Nullable IntelligentMail intelligentMail, boolean kix) {
  public static CodesWanted none() {
    return new CodesWanted(false, null, false);
  }
}
