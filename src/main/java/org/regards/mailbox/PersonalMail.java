package org.regards.mailbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A message that a person wrote, as much of it as the history keeps.
 *
 * @param sender the address in its header, which anybody can put there; may be empty
 * @param answers the letter of ours that it answers, or null
 */
record PersonalMail(
    String sender,
    String messageId,
    String subject,
    String text,
    Instant at,
    String fingerprint,
    Token.@Nullable Known answers) {
  private static final int LONGEST_ID = 998;

  static PersonalMail of(Part read, Explained explained, Instant at, String fingerprint) {
    String text = ReplyText.of(Survey.of(read).words());
    int attachments = attachments(read);
    String id = ReplyText.line(explained.messageId());
    return new PersonalMail(
        Addresses.first(explained.from()).orElse(""),
        id.substring(0, Math.min(id.length(), LONGEST_ID)),
        ReplyText.line(read.header().first("subject")),
        attachments == 0 ? text : (text + "\n\n" + words(attachments)).strip(),
        at,
        fingerprint,
        explained.token() instanceof Token.Known known ? known : null);
  }

  /** When the message says it was written: RFC 5322 3.3, as far as it keeps to it. */
  static Optional<Instant> date(Header header) {
    String date = header.first("date").replaceAll("\\(.{0,100}?\\)", "").strip();
    try {
      return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date)));
    } catch (DateTimeException notADate) {
      return Optional.empty();
    }
  }

  private static String words(int attachments) {
    return attachments == 1
        ? "[1 attachment, which stays in the mailbox]"
        : "[%d attachments, which stay in the mailbox]".formatted(attachments);
  }

  private static int attachments(Part part) {
    if (part.type().isMessage()) {
      return 1;
    }
    if (!part.children().isEmpty()) {
      return part.children().stream().mapToInt(PersonalMail::attachments).sum();
    }
    String disposition = part.header().first("content-disposition");
    boolean named = disposition.regionMatches(true, 0, "attachment", 0, 10);
    return named || (!part.isText() && !part.isEmpty()) ? 1 : 0;
  }
}
