package org.regards.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.regards.store.IsoText;

/** The tokens and links of the chain. */
final class Seal {
  /** The link before the first row. */
  static final String BEGINNING = "0".repeat(64);

  private static final String MAC = "HmacSHA256";
  private static final int KEY_BYTES = 32;
  private static final HexFormat HEX = HexFormat.of();
  private static final SecureRandom RANDOM = new SecureRandom();

  private Seal() {}

  /** A new key, in hex. */
  static String newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return HEX.formatHex(key);
  }

  /** HMAC-SHA-256 (RFC 2104) of all that a row says, in hex. */
  static String token(String key, long number, Instant at, Deed deed) {
    try {
      Mac mac = Mac.getInstance(MAC);
      mac.init(new SecretKeySpec(HEX.parseHex(key), MAC));
      String customer = deed.customer() == null ? "" : deed.customer().value();
      for (String field :
          new String[] {
            Long.toString(number),
            IsoText.of(at),
            deed.actor().name(),
            deed.act().word(),
            deed.record(),
            customer,
            deed.because()
          }) {
        byte[] bytes = field.getBytes(UTF_8);
        mac.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        mac.update(bytes);
      }
      return HEX.formatHex(mac.doFinal());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + MAC, impossible);
    }
  }

  /** SHA-256 over the link before, the number, the moment and the token, in hex. */
  static String link(String before, long number, Instant at, String token) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(
          (before + "\n" + number + "\n" + IsoText.of(at) + "\n" + token).getBytes(UTF_8));
      return HEX.formatHex(digest.digest());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
