package org.regards.mail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.regards.customer.EmailAddress;

/**
 * One message to one recipient, formed to the last byte: sending it again sends the same bytes.
 * Immutable.
 */
public final class Mail {
  private final String messageId;
  private final String digest;
  private final Envelope envelope;
  private final byte[] bytes;

  Mail(String messageId, String digest, Envelope envelope, byte[] bytes) {
    this.messageId = messageId;
    this.digest = digest;
    this.envelope = envelope;
    this.bytes = bytes;
  }

  /**
   * Who sends and who receives, as the servers see it; the headers name the first two.
   *
   * @param archive gets a copy that no header tells of, or null; the letter goes whether or not the
   *     server takes this address
   */
  public record Envelope(EmailAddress from, EmailAddress to, @Nullable EmailAddress archive) {
    public Envelope(EmailAddress from, EmailAddress to) {
      this(from, to, null);
    }
  }

  /** With its angle brackets; the same for the same letter, recipient and content. */
  public String messageId() {
    return messageId;
  }

  /**
   * SHA-256, in hex, over everything the recipient reads: names, addresses, subject, both faces.
   */
  public String digest() {
    return digest;
  }

  public Envelope envelope() {
    return envelope;
  }

  /** The message of RFC 5322, with CRLF line ends. */
  public InputStream open() {
    return new ByteArrayInputStream(bytes);
  }

  /** The same, not to be changed: a copy for each sending would cost more than the sending. */
  byte[] bytes() {
    return bytes;
  }

  @Override
  public String toString() {
    return messageId;
  }
}
