package org.regards.mail;

import java.util.List;
import org.regards.letter.Letter;
import org.regards.letter.LetterText;
import org.regards.mail.Mail.Envelope;

/**
 * What the recipient of a letter reads, as it stands in the message before it is encoded: made once
 * for the letter's identity and for its message.
 */
public record MailWords(
    Letter letter,
    Envelope envelope,
    String from,
    String to,
    String subject,
    String text,
    String html) {
  private static final String CRLF = "\r\n";

  public static MailWords of(Letter letter, Envelope envelope) {
    String sender = letter.head().signatory().name();
    String recipient = letter.head().recipient().name();
    return new MailWords(
        letter,
        envelope,
        EncodedWords.mailbox("From", sender, envelope.from().value()),
        EncodedWords.mailbox("To", recipient, envelope.to().value()),
        EncodedWords.unstructured("Subject", letter.subjectText()),
        FlowedText.of(LetterText.of(letter)),
        HtmlFace.of(letter).replace("\n", CRLF));
  }

  /** All that is read. */
  List<String> fields() {
    return List.of(from, to, subject, text, html);
  }
}
