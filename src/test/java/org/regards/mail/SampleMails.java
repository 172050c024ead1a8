package org.regards.mail;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Instant;
import java.util.List;
import org.regards.customer.EmailAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.SampleLetters;
import org.regards.mail.Mail.Envelope;

/** Messages for the tests of the conversation. */
final class SampleMails {
  static final Envelope ENVELOPE =
      new Envelope(
          new EmailAddress("mara@orchard.example"), new EmailAddress("tomoko.arai@mail.example"));

  private SampleMails() {}

  static Mail thankYou() {
    return of(SampleLetters.thankYou());
  }

  static Mail of(Letter letter) {
    return MailForm.of(letter, new LetterId(12), ENVELOPE, Instant.parse("2026-11-02T09:30:00Z"));
  }

  /** A message of exactly these bytes, to somebody of that name. */
  static Mail saying(String bytes, String name) {
    Envelope envelope = new Envelope(ENVELOPE.from(), new EmailAddress(name + "@mail.example"));
    return saying(bytes, name, envelope);
  }

  static Mail saying(String bytes, String name, Envelope envelope) {
    return new Mail(
        new MailIdentity("<" + name + "@orchard.example>", "digest"),
        envelope,
        List.of(Piece.of(bytes.getBytes(ISO_8859_1))));
  }
}
