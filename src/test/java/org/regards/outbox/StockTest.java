package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.regards.audit.Actor;
import org.regards.customer.EmailAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.SampleLetters;
import org.regards.mail.Mail.Envelope;
import org.regards.mail.MailForm;
import org.regards.mail.MailWords;

class StockTest {
  private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");
  private static final LetterId LETTER = new LetterId(12);
  private static final MailWords WORDS = words();
  private static final AsQueued KEPT =
      new AsQueued(MailForm.identity(LETTER, WORDS), Conversation.NONE);

  private final Stock stock = new Stock();

  @Test
  void givesOutWhatWasPutInForAClaimOnce() {
    Stock.Item item = item(NOW);
    stock.put(7, item);

    assertThat(stock.take(claim(8, KEPT.identity().messageId()))).isEmpty();
    assertThat(stock.take(claim(7, KEPT.identity().messageId()))).containsSame(item);
    assertThat(stock.take(claim(7, KEPT.identity().messageId()))).isEmpty();
  }

  @Test
  void forgetsWhatIsAnotherMessageByNow() {
    stock.put(7, item(NOW));

    assertThat(stock.take(claim(7, "<another@teahouse.example>"))).isEmpty();
    assertThat(stock.take(claim(7, KEPT.identity().messageId()))).isEmpty();
  }

  @Test
  void isFullUntilWhatItHasHasGrownOld() {
    for (int delivery = 1; delivery <= 256; delivery++) {
      assertThat(stock.isFull(NOW)).isFalse();
      stock.put(delivery, item(NOW));
    }
    assertThat(stock.isFull(NOW.plus(Duration.ofMillis(4_999)))).isTrue();

    assertThat(stock.isFull(NOW.plus(Duration.ofSeconds(5)))).isFalse();
    assertThat(stock.take(claim(1, KEPT.identity().messageId()))).isEmpty();
  }

  @Test
  void takesNoMoreThanTheHeapHasRoomFor() {
    for (int delivery = 1; delivery <= 2_001; delivery++) {
      stock.put(delivery, item(NOW));
    }

    assertThat(stock.take(claim(2_000, KEPT.identity().messageId()))).isPresent();
    assertThat(stock.take(claim(2_001, KEPT.identity().messageId()))).isEmpty();
  }

  private static Stock.Item item(Instant at) {
    return new Stock.Item(WORDS, KEPT, new Checked("a digest", new Look(OptionalLong.of(1), at)));
  }

  private static Claim claim(long delivery, String messageId) {
    return new Claim(
        delivery, LETTER, "anna@example.org", Actor.PROGRAM, 1, 0, null, false, messageId, NOW);
  }

  private static MailWords words() {
    Letter letter = SampleLetters.thankYou();
    Optional<EmailAddress> from = EmailAddress.parse(letter.head().signatory().email());
    Optional<EmailAddress> to = EmailAddress.parse(letter.head().recipient().email());
    return MailWords.of(letter, new Envelope(from.orElseThrow(), to.orElseThrow()));
  }
}
