package org.regards.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.store.IsoText;

/**
 * What was seen of somebody on the web, kept before it can be taken down.
 *
 * @param number counted from 1
 * @param seenAt when it was seen, to the millisecond
 * @param text what it said, or empty
 * @param fileName of the picture among the evidence
 * @param fileDigest the SHA-256 of the picture, in hex
 */
public record PostEvidence(
    long number,
    CustomerId customer,
    URI url,
    Instant seenAt,
    String text,
    String fileName,
    String fileDigest,
    StaffId by,
    Instant recordedAt) {

  /** The name it goes by, for example {@code E-3}. */
  public String id() {
    return "E-" + number;
  }

  /** As records are named everywhere: {@code evidence/E-3}. */
  public String record() {
    return "evidence/" + id();
  }

  /** The SHA-256 of all that it says, in hex. */
  String digest() {
    MessageDigest digest = sha256();
    for (String field :
        new String[] {
          Long.toString(number),
          customer.value(),
          url.toString(),
          IsoText.of(seenAt),
          text,
          fileName,
          fileDigest,
          by.value(),
          IsoText.of(recordedAt)
        }) {
      byte[] bytes = field.getBytes(UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  static String digest(byte[] file) {
    return HexFormat.of().formatHex(sha256().digest(file));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
