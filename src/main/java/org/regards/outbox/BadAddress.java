package org.regards.outbox;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regards.customer.CustomerId;
import org.regards.customer.EmailAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.Recipient;
import org.regards.mail.Reply;
import org.regards.mail.ReplyMeaning;

/**
 * An address to which a letter did not arrive, and to which none will.
 *
 * @param address in lower case: two that differ by capitals only are taken for the same mailbox
 * @param status the code of RFC 3463, for example {@code 5.1.1}, or of RFC 5321
 * @param letter that did not arrive
 * @param source the Message-ID of the report, or empty when the server said so at once
 */
public record BadAddress(
    CustomerId customer,
    String address,
    AddressFault fault,
    String status,
    LetterId letter,
    String source,
    Instant at) {
  private static final Pattern REFUSAL = Pattern.compile("(5\\d\\d) (.*)", Pattern.DOTALL);

  public BadAddress {
    address = key(address);
  }

  /** Of a letter that the server refused with {@link org.regards.mail.ReplyMeaning#ADDRESS_BAD}. */
  public static BadAddress refused(LetterId id, Letter letter, Reply reply, Instant now) {
    Recipient recipient = letter.head().recipient();
    return new BadAddress(
        recipient.customer(),
        recipient.email(),
        AddressFault.of(reply),
        AddressFault.status(reply),
        id,
        "",
        now);
  }

  /** As above, of what is on record of a refusal; empty when it says nothing bad of the address. */
  static Optional<BadAddress> refused(LetterId id, Letter letter, String reply, Instant now) {
    Matcher said = REFUSAL.matcher(reply);
    if (!said.matches()) {
      return Optional.empty();
    }
    Reply refusal = new Reply(Integer.parseInt(said.group(1)), said.group(2));
    return refusal.meaning() == ReplyMeaning.ADDRESS_BAD
        ? Optional.of(refused(id, letter, refusal, now))
        : Optional.empty();
  }

  /** The same for all ways to write it: its domain in ASCII, and in lower case. */
  static String key(String address) {
    String stripped = address.strip();
    return EmailAddress.parse(stripped)
        .map(EmailAddress::value)
        .orElse(stripped)
        .toLowerCase(Locale.ROOT);
  }

  /** Why no other letter goes there, with the next step. */
  String message(CustomerId of) {
    return "%s did not arrive at this address of %s on %s: %s (%s). Correct it (customer/%s.email) and compose the letter again, or compose it with --channel print. If mail arrives there after all: regards mailbox clear %s"
        .formatted(letter, of, Words.day(Words.dayOf(at)), fault.words(), status, of, customer);
  }
}
