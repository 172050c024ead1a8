package org.regards.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.regards.customer.EmailAddress;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.StampedLetter;
import org.regards.mail.Mail;
import org.regards.mail.Mail.Envelope;
import org.regards.mail.MailExtras;
import org.regards.mail.MailForm;
import org.regards.mail.MailWords;
import org.regards.store.Database;

/** Looks whether claimed letters may go, and forms their messages on several threads. */
final class MailRoom implements AutoCloseable {
  /**
   * Large enough that a statement serves many letters, small enough for all threads to have some.
   */
  private static final int LARGEST_GROUP = 128;

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private static final int FORMERS = Math.max(1, Runtime.getRuntime().availableProcessors());

  private final Database database;
  private final MailForm form;
  private final Enclosures enclosures;
  private final InstantSource clock;
  private final Belt belt;
  private final Ledger ledger;
  private final Stock stock;
  private final ExecutorService formers =
      Executors.newFixedThreadPool(
          FORMERS,
          work -> {
            Thread thread = new Thread(work, "mail-room");
            thread.setDaemon(true);
            return thread;
          });

  MailRoom(
      Database database,
      MailForm form,
      Enclosures enclosures,
      InstantSource clock,
      Belt belt,
      Ledger ledger,
      Stock stock) {
    this.database = database;
    this.form = form;
    this.enclosures = enclosures;
    this.clock = clock;
    this.belt = belt;
    this.ledger = ledger;
    this.stock = stock;
  }

  /**
   * Puts the letters that may go on the belt, soon; the others go back.
   *
   * @param version of the store when they were claimed
   */
  void take(List<Claim> claims, OptionalLong version) {
    int size = Math.clamp(claims.size() / (2 * FORMERS), 1, LARGEST_GROUP);
    for (int from = 0; from < claims.size(); from += size) {
      List<Claim> group = claims.subList(from, Math.min(claims.size(), from + size));
      formers.execute(() -> work(group, version));
    }
  }

  private void work(List<Claim> claims, OptionalLong version) {
    try {
      List<Claim> unknown = new ArrayList<>();
      for (Claim claim : claims) {
        if (isOver()) {
          return;
        }
        Optional<Stock.Item> known = known(claim, version);
        if (known.isPresent()) {
          Stock.Item item = known.get();
          form(claim, item.words(), item.kept(), item.checked());
        } else {
          unknown.add(claim);
        }
      }
      check(unknown, version);
    } catch (RuntimeException | Error mistake) {
      ledger.fail(
          mistake instanceof RuntimeException reason ? reason : new IllegalStateException(mistake));
    }
  }

  private boolean isOver() {
    return ledger.failure() != null || belt.isOver();
  }

  /** What was found when the letter was queued, when nothing can have come between. */
  private Optional<Stock.Item> known(Claim claim, OptionalLong version) {
    return stock.take(claim).filter(item -> item.checked().look().stands(version, clock.instant()));
  }

  /** One snapshot, later than the version: nothing that the version covers is overlooked. */
  private void check(List<Claim> claims, OptionalLong version) {
    if (claims.isEmpty() || isOver()) {
      return;
    }
    Instant at = clock.instant();
    Map<LetterId, StampedLetter> letters = new HashMap<>();
    Map<Long, AsQueued> queued = new HashMap<>();
    Map<LetterId, Stopping> stops =
        database.read(
            handle -> {
              letters.putAll(StampedLetter.of(handle, claims.stream().map(Claim::letter).toList()));
              queued.putAll(
                  new ConversationDao(handle)
                      .queued(claims.stream().map(Claim::delivery).toList()));
              return Stops.of(handle, letters, at);
            });
    for (Claim claim : claims) {
      StampedLetter stamped = letters.get(claim.letter());
      if (stamped == null) {
        throw new IllegalStateException("the letter of a delivery must exist: " + claim.letter());
      }
      Letter letter = stamped.stored().letter();
      Stopping stop = stops.get(claim.letter());
      if (stop == null) {
        form(
            claim,
            letter,
            queued(queued, claim),
            new Checked(stamped.stamp().digest(), new Look(version, at)));
      } else {
        ledger.keepBack(claim, letter, stop);
      }
    }
  }

  private static AsQueued queued(Map<Long, AsQueued> queued, Claim claim) {
    AsQueued kept = queued.get(claim.delivery());
    if (kept == null) {
      throw new IllegalStateException("a claimed delivery must exist: " + claim.delivery());
    }
    return kept;
  }

  private void form(Claim claim, Letter letter, AsQueued queued, Checked checked) {
    Optional<EmailAddress> from = EmailAddress.parse(letter.head().signatory().email());
    Optional<EmailAddress> to = EmailAddress.parse(claim.recipient());
    if (from.isEmpty() || to.isEmpty()) {
      ledger.keepBack(
          claim,
          letter,
          new Stopping(
              "%s is not an address that mail can be delivered to; correct it and compose the letter again."
                  .formatted(
                      from.isEmpty() ? Words.senderField(letter) : Words.addressField(letter)),
              false));
      return;
    }
    form(claim, MailWords.of(letter, new Envelope(from.get(), to.get())), queued, checked);
  }

  private void form(Claim claim, MailWords words, AsQueued queued, Checked checked) {
    switch (enclosures.of(claim, words.letter())) {
      case Enclosing.Unprintable unprintable ->
          ledger.keepBack(claim, words.letter(), new Stopping(unprintable.reason(), false));
      case Enclosing.Enclosed enclosed -> {
        MailExtras extras = queued.conversation().with(enclosed.attachments());
        Mail mail = form.fill(words, queued.identity(), claim.queuedAt(), extras);
        belt.put(new Consignment(claim, words.letter(), mail, checked, ledger));
      }
    }
  }

  /** What has not begun gives up at once, since the belt is over; nothing is interrupted. */
  @Override
  public void close() {
    formers.shutdown();
    try {
      if (!formers.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        formers.shutdownNow();
      }
    } catch (InterruptedException end) {
      formers.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
