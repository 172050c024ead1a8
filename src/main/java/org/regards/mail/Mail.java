package org.regards.mail;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Collections;
import java.util.List;
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
  private final List<Piece> pieces;

  /**
   * @param pieces of the message after one another: many messages may share a large one
   */
  Mail(MailIdentity identity, Envelope envelope, List<Piece> pieces) {
    this.messageId = identity.messageId();
    this.digest = identity.digest();
    this.envelope = envelope;
    this.pieces = List.copyOf(pieces);
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
   * SHA-256, in hex, over everything the recipient reads: names, addresses, subject, both faces,
   * attachments.
   */
  public String digest() {
    return digest;
  }

  public Envelope envelope() {
    return envelope;
  }

  /** The message of RFC 5322, with CRLF line ends. */
  public InputStream open() {
    return new SequenceInputStream(
        Collections.enumeration(pieces().stream().map(ByteArrayInputStream::new).toList()));
  }

  /** Its length in bytes, as RFC 1870 counts it. */
  public long size() {
    return pieces.stream().mapToLong(Piece::length).sum();
  }

  /**
   * The same in pieces, each of whole lines and not to be changed: a copy for each sending would
   * cost more than the sending.
   */
  List<byte[]> pieces() {
    return pieces.stream().map(Piece::bytes).toList();
  }

  @Override
  public String toString() {
    return messageId;
  }
}
