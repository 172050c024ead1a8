package org.regards.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regards.customer.EmailAddress;
import org.regards.mail.Mail.Envelope;

/** A message to ourselves that shows whether mail arrives; it is in no outbox and on no record. */
public final class TestLetter {
  private static final String STEP = "test letter";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private static final String TEXT =
      """
      This message was sent by "regards doctor --to". That you read it shows that mail
      arrives. The header Authentication-Results says what your mail server thinks of
      the sender: spf, dkim and dmarc should all say "pass".
      """;

  private TestLetter() {}

  /**
   * Sends it over a connection of its own.
   *
   * @param dkim signs it, or null
   */
  public static Finding send(
      Postbox postbox, @Nullable Dkim dkim, EmailAddress from, EmailAddress to, Instant now) {
    Mail mail = mail(new Envelope(from, to), dkim, now);
    PostResult result = postbox.post(mail, "doctor", () -> {});
    return switch (result) {
      case PostResult.Accepted accepted ->
          Finding.fine(
              STEP,
              "%s took it: %s. Look whether it has arrived, and whether its header Authentication-Results says spf=pass, dkim=pass and dmarc=pass."
                  .formatted(postbox.serverName(), accepted.reply()));
      case PostResult.Refused refused ->
          Finding.wrong(
              STEP,
              "%s refused it: %s. %s"
                  .formatted(postbox.serverName(), refused.reply(), advice(refused.reply())));
      case PostResult.Deferred deferred ->
          Finding.wrong(
              STEP,
              "%s did not take it now: %s. %s"
                  .formatted(postbox.serverName(), deferred.reply(), advice(deferred.reply())));
      case PostResult.InDoubt doubt ->
          Finding.wrong(STEP, "It may have arrived or not: " + doubt.reason() + ". Look for it.");
      case PostResult.Unreachable unreachable -> Finding.wrong(STEP, unreachable.reason());
      case PostResult.ShutOut shutOut -> Finding.wrong(STEP, shutOut.reason());
    };
  }

  private static String advice(Reply reply) {
    return switch (reply.meaning()) {
      case ADDRESS_BAD -> "Nobody has that address: name another with --to.";
      case MAILBOX_FULL -> "That mailbox is full: name another with --to.";
      case OUR_FAULT ->
          "That is about us, not about the letter: see what is wrong above, or ask the server's"
              + " operator.";
      case SLOW_DOWN -> "It wants fewer messages from us: try again later.";
      case TOO_BIG, REFUSED -> "Ask the server's operator.";
      case LATER -> "Try again later.";
    };
  }

  private static Mail mail(Envelope envelope, @Nullable Dkim dkim, Instant now) {
    String id = "<regards-doctor.%d@%s>".formatted(now.toEpochMilli(), domain(envelope.from()));
    List<HeaderField> header =
        new ArrayList<>(
            List.of(
                new HeaderField("From", envelope.from().value()),
                new HeaderField("To", envelope.to().value()),
                new HeaderField("Subject", "Test letter of Regards"),
                new HeaderField("Date", DATE.format(now)),
                new HeaderField("Message-ID", id),
                new HeaderField("MIME-Version", "1.0"),
                new HeaderField("Content-Type", "text/plain; charset=us-ascii")));
    Piece body = Piece.of(TEXT.replace("\n", "\r\n").getBytes(US_ASCII));
    if (dkim != null) {
      header.addAll(0, dkim.sign(header, List.of(body), now));
    }
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    HeaderField.write(header, head);
    return new Mail(
        new MailIdentity(id, ""), envelope, List.of(Piece.of(head.toByteArray()), body));
  }

  private static String domain(EmailAddress address) {
    return address.value().substring(address.value().lastIndexOf('@') + 1);
  }
}
