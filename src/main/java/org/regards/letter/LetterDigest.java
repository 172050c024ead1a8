package org.regards.letter;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.regards.customer.PostalAddress;

/**
 * SHA-256 over all that a letter says, to whom and by whom, and what goes with it; the same words,
 * the same digest.
 */
public final class LetterDigest {
  private LetterDigest() {}

  /** In hex. */
  public static String of(Letter letter) {
    return of(letter.head(), LetterMarkup.write(letter));
  }

  /**
   * @param body the letter's markup as it is stored
   */
  static String of(LetterHead head, String body) {
    Recipient recipient = head.recipient();
    PostalAddress address = recipient.address();
    Signatory signatory = head.signatory();
    MessageDigest digest = sha256();
    for (String text :
        List.of(
            head.type().word(),
            head.language().tag(),
            head.channel().word(),
            head.caseId() == null ? "" : head.caseId().value(),
            head.date().toString(),
            recipient.customer().value(),
            recipient.name(),
            recipient.organisation(),
            address.street(),
            address.locality(),
            address.region(),
            address.postalCode(),
            address.country(),
            recipient.email(),
            signatory.staff().value(),
            signatory.name(),
            signatory.title(),
            signatory.email(),
            signatory.phone(),
            body)) {
      add(text, digest);
    }
    Attachments attachments = head.attachments();
    if (attachments.asPdf()) {
      add("pdf", digest);
    }
    for (AttachedFile file : attachments.files()) {
      add(file.name(), digest);
      add(file.mediaType(), digest);
      add(file.sha256(), digest);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Led by its length, so that no two lists of texts look alike. */
  private static void add(String text, MessageDigest digest) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
