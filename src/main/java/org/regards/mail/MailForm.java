package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.LetterText;
import org.regards.mail.Mail.Envelope;

/**
 * A letter as a message of RFC 5322: plain text, complete, and the same in HTML, from the named
 * person who signs it. A person stands behind each, so nothing marks it as automatic.
 */
public final class MailForm {
  /** RFC 5322 3.3, in UTC; readers show it in their own zone. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final int MESSAGE_ID_BYTES = 20;

  private MailForm() {}

  /**
   * What a message is known by, whenever it is sent.
   *
   * @see Mail#messageId
   * @see Mail#digest
   */
  public record Identity(String messageId, String digest) {}

  /** Of the message that {@link #of} makes, without making it. */
  public static Identity identify(Letter letter, LetterId id, Envelope envelope) {
    Content content = Content.of(letter, id, envelope);
    return new Identity(content.messageId(), content.digest());
  }

  private record Content(
      String subject,
      String from,
      String to,
      String text,
      String html,
      String digest,
      String key,
      String messageId) {
    static Content of(Letter letter, LetterId id, Envelope envelope) {
      String subject = EncodedWords.unstructured("Subject", letter.subjectText());
      String from = sender(letter, envelope);
      String to =
          EncodedWords.mailbox("To", letter.head().recipient().name(), envelope.to().value());
      String text = FlowedText.of(LetterText.of(letter));
      String html = HtmlFace.of(letter).replace("\n", "\r\n");
      String digest = sha256(List.of(from, to, subject, text, html));
      String key = sha256(List.of(id.toString(), envelope.to().value(), digest));
      String messageId =
          "<" + key.substring(0, 2 * MESSAGE_ID_BYTES) + "@" + domain(envelope) + ">";
      return new Content(subject, from, to, text, html, digest, key, messageId);
    }
  }

  /** The message; the same letter, envelope and date make the same bytes. */
  public static Mail of(Letter letter, LetterId id, Envelope envelope, Instant date) {
    Content content = Content.of(letter, id, envelope);
    try {
      MimeMultipart faces = new Alternative("=_" + content.key().substring(2 * MESSAGE_ID_BYTES));
      faces.addBodyPart(face(content.text(), "text/plain; charset=UTF-8; format=flowed"));
      faces.addBodyPart(face(content.html(), "text/html; charset=UTF-8"));
      MimeMessage message = new Message(content.messageId());
      message.setHeader("Date", DATE.format(date));
      message.setHeader("From", content.from());
      message.setHeader("To", content.to());
      if (!content.subject().isEmpty()) {
        message.setHeader("Subject", content.subject());
      }
      message.setHeader("Content-Language", letter.head().language().tag());
      message.setContent(faces);
      message.saveChanges();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      message.writeTo(bytes);
      return new Mail(content.messageId(), content.digest(), envelope, bytes.toByteArray());
    } catch (MessagingException impossible) {
      throw new IllegalStateException("a message in memory cannot be put together", impossible);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static String sender(Letter letter, Envelope envelope) {
    return EncodedWords.mailbox("From", letter.head().signatory().name(), envelope.from().value());
  }

  private static String domain(Envelope envelope) {
    String from = envelope.from().value();
    return from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
  }

  private static MimeBodyPart face(String content, String type) throws MessagingException {
    MimeBodyPart face = new MimeBodyPart();
    face.setContent(content, type);
    face.setHeader("Content-Type", type);
    return face;
  }

  /** Over the fields, each led by its length, so that no two lists of fields look alike. */
  private static String sha256(List<String> fields) {
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      for (String field : fields) {
        byte[] bytes = field.getBytes(UTF_8);
        sha256.update((bytes.length + ":").getBytes(UTF_8));
        sha256.update(bytes);
      }
      return HexFormat.of().formatHex(sha256.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Parts with a boundary of our own choice: Jakarta Mail's holds the time. */
  private static final class Alternative extends MimeMultipart {
    Alternative(String boundary) {
      super("alternative");
      contentType = "multipart/alternative; \r\n\tboundary=\"" + boundary + "\"";
    }
  }

  /** A message that keeps the id we give it: Jakarta Mail would make a new one. */
  private static final class Message extends MimeMessage {
    private final String messageId;

    Message(String messageId) {
      super((@Nullable Session) null);
      this.messageId = messageId;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", messageId);
    }
  }
}
