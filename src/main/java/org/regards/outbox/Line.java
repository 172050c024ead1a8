package org.regards.outbox;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.regards.mail.Parcel;
import org.regards.mail.Postbox;

/** One connection: takes what is ready and posts it, until the end. */
final class Line implements Runnable {
  /** A connection without work for so long is closed: servers hang up on idle ones. */
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final Belt belt;
  private final Postbox postbox;
  private final boolean closes;
  private final Ledger ledger;

  Line(Belt belt, Postbox postbox, boolean closes, Ledger ledger) {
    this.belt = belt;
    this.postbox = postbox;
    this.closes = closes;
    this.ledger = ledger;
  }

  @Override
  public void run() {
    try {
      while (!belt.isOver() && ledger.failure() == null) {
        Optional<Consignment> first = belt.take(IDLE);
        if (first.isPresent()) {
          AtomicReference<Optional<Consignment>> next = new AtomicReference<>(first);
          postbox.post(
              () -> {
                Optional<Consignment> one = next.getAndSet(Optional.empty());
                return (one.isPresent() ? one : follower()).map(Parcel.class::cast);
              });
        } else if (closes) {
          postbox.close();
        }
      }
    } catch (RuntimeException | Error mistake) {
      ledger.fail(
          mistake instanceof RuntimeException reason ? reason : new IllegalStateException(mistake));
    } finally {
      if (closes) {
        postbox.close();
      }
    }
  }

  private Optional<Consignment> follower() {
    return ledger.failure() == null ? belt.poll() : Optional.empty();
  }
}
