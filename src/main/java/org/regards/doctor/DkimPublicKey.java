package org.regards.doctor;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;

/** Keys as the DNS has them: RFC 6376 3.6.1, and RFC 8463 for Ed25519. */
final class DkimPublicKey {
  private static final int ED25519 = 32;

  private DkimPublicKey() {}

  /** The tag {@code p=}: all of an RSA key, of one of Ed25519 its 32 bytes alone. */
  static String text(PublicKey key) {
    byte[] encoded = key.getEncoded();
    byte[] published =
        key.getAlgorithm().startsWith("Ed")
            ? Arrays.copyOfRange(encoded, encoded.length - ED25519, encoded.length)
            : encoded;
    return Base64.getEncoder().encodeToString(published);
  }

  /** Whether a record has that key. */
  static boolean is(PublicKey key, String record) {
    return Arrays.stream(record.split(";"))
        .map(tag -> tag.replaceAll("\\s+", ""))
        .anyMatch(tag -> tag.equals("p=" + text(key)));
  }
}
