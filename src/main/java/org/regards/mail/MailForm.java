package org.regards.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.regards.customer.EmailAddress;
import org.regards.letter.AttachedFile;
import org.regards.letter.Attachments;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.mail.Mail.Envelope;

/**
 * A letter as a message of RFC 5322: plain text, complete, and the same in HTML, from the named
 * person who signs it. A person stands behind each, so nothing marks it as automatic. For any
 * number of threads.
 */
public final class MailForm {
  /** RFC 5322 3.3, in UTC; readers show it in their own zone. */
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final int MESSAGE_ID_BYTES = 20;
  private static final int BOUNDARY_LENGTH = 24;
  private static final String CRLF = "\r\n";

  private final FormRules rules;

  private MailForm(FormRules rules) {
    this.rules = rules;
  }

  /** A form that adds nothing of its own. */
  public static MailForm plain() {
    return new MailForm(FormRules.NONE);
  }

  /** A form that adds what the business wants added. */
  public static MailForm of(FormRules rules) {
    return new MailForm(rules);
  }

  /** What is added to each message. */
  public FormRules rules() {
    return rules;
  }

  /** The message of a letter without extras, as a plain form makes it. */
  public static Mail of(Letter letter, LetterId id, Envelope envelope, Instant date) {
    MailWords words = MailWords.of(letter, envelope);
    return plain().fill(words, identity(id, words), date, MailExtras.NONE);
  }

  /**
   * The id and digest of the message, whatever its date and its thread. To be kept with the first
   * attempt: a later edition of the program may set the same words differently.
   */
  public static MailIdentity identity(LetterId id, MailWords words) {
    List<String> read = new ArrayList<>(words.fields());
    Envelope envelope = words.envelope();
    Attachments attachments = words.letter().head().attachments();
    if (attachments.asPdf()) {
      read.add("pdf");
    }
    for (AttachedFile file : attachments.files()) {
      read.addAll(List.of(file.name(), file.mediaType(), file.sha256()));
    }
    String digest = sha256(read);
    String key = sha256(List.of(id.toString(), envelope.to().value(), digest));
    String unique = key.substring(0, 2 * MESSAGE_ID_BYTES);
    return new MailIdentity("<" + unique + "@" + domain(envelope) + ">", digest);
  }

  /**
   * The message; the same words, identity, date and extras make the same bytes.
   *
   * @param extras must hold all that the head of the letter says goes with it
   */
  public Mail fill(MailWords words, MailIdentity identity, Instant date, MailExtras extras) {
    Letter letter = words.letter();
    Attachments wanted = letter.head().attachments();
    if (extras.attachments().size() != wanted.files().size() + (wanted.asPdf() ? 1 : 0)) {
      throw new IllegalArgumentException("a letter goes with all of its attachments or not at all");
    }
    Entity content = content(words, identity, extras);
    List<HeaderField> header = new ArrayList<>();
    header.add(new HeaderField("Date", DATE.format(date)));
    header.add(new HeaderField("From", words.from()));
    header.add(new HeaderField("To", words.to()));
    if (rules.replyTo() != null) {
      header.add(new HeaderField("Reply-To", rules.replyTo().value()));
    }
    header.add(new HeaderField("Message-ID", identity.messageId()));
    if (extras.inReplyTo() != null) {
      header.add(new HeaderField("In-Reply-To", extras.inReplyTo().value()));
    }
    if (!extras.references().isEmpty()) {
      List<String> ids = extras.references().stream().map(MessageId::value).toList();
      header.add(new HeaderField("References", String.join(CRLF + " ", ids)));
    }
    if (!words.subject().isEmpty()) {
      header.add(new HeaderField("Subject", words.subject()));
    }
    header.add(new HeaderField("MIME-Version", "1.0"));
    header.addAll(content.header());
    header.add(new HeaderField("Content-Language", letter.head().language().tag()));

    addMarks(letter.head().type(), identity, header);
    if (rules.dkim() != null) {
      header.addAll(0, rules.dkim().sign(header, content.body(), date));
    }
    return new Mail(identity, archived(words.envelope()), pieces(header, content.body()));
  }

  /** What is for programs only. */
  private void addMarks(LetterType type, MailIdentity identity, List<HeaderField> header) {
    if (type.isCard()) {
      // nobody waits for an answer to it, least of all from a machine
      header.add(new HeaderField("X-Auto-Response-Suppress", "OOF, AutoReply"));
    }
    if (type == LetterType.INVITE && rules.unsubscribe() != null) {
      header.add(new HeaderField("List-Unsubscribe", "<" + rules.unsubscribe().of(identity) + ">"));
      header.add(new HeaderField("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"));
    }
  }

  private Envelope archived(Envelope envelope) {
    EmailAddress archive = rules.archive();
    return archive == null || archive.equals(envelope.to())
        ? envelope
        : new Envelope(envelope.from(), envelope.to(), archive);
  }

  private static List<Piece> pieces(List<HeaderField> header, List<Piece> body) {
    byte[] first = body.getFirst().bytes();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(first.length + 1_024);
    HeaderField.write(header, bytes);
    bytes.writeBytes(first);
    List<Piece> pieces = new ArrayList<>(body);
    pieces.set(0, Piece.of(bytes.toByteArray()));
    return pieces;
  }

  private static Entity content(MailWords words, MailIdentity identity, MailExtras extras) {
    String boundary = identity.messageId().substring(1, 1 + BOUNDARY_LENGTH);
    Entity faces =
        Entity.multipart(
            "alternative",
            "=_" + boundary,
            List.of(
                Entity.text(words.text(), "text/plain; charset=UTF-8; format=flowed"),
                Entity.text(words.html(), "text/html; charset=UTF-8")));
    if (extras.attachments().isEmpty()) {
      return faces;
    }
    List<Entity> parts = new ArrayList<>();
    parts.add(faces);
    extras.attachments().forEach(attachment -> parts.add(Entity.attached(attachment)));
    // neither may begin with the other
    return Entity.multipart("mixed", "_=" + boundary, parts);
  }

  private static String domain(Envelope envelope) {
    String from = envelope.from().value();
    return from.substring(from.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
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
}
