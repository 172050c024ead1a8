package org.regards.outbox;

import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.regards.mail.MailWords;

/**
 * Letters as they were looked at when they were queued, by their deliveries: whoever claims one
 * soon need not read and weigh it again. For several threads.
 */
final class Stock {
  /** Bounds the heap: a letter that finds no room is read again when it is claimed. */
  private static final int MOST = 2_000;

  /** So many that those who send never wait, and so few that all are still fresh by then. */
  private static final int ENOUGH = 256;

  private final Map<Long, Item> items = new LinkedHashMap<>();

  /**
   * @param kept what is on record of the delivery
   */
  record Item(MailWords words, AsQueued kept, Checked checked) {}

  synchronized void put(long delivery, Item item) {
    if (items.size() < MOST) {
      items.put(delivery, item);
    }
  }

  /** Takes out what was put in for a claim, if it is what was claimed. */
  synchronized Optional<Item> take(Claim claim) {
    return Optional.ofNullable(items.remove(claim.delivery()))
        .filter(item -> item.kept().identity().messageId().equals(claim.messageId()));
  }

  /** Whether more would only grow old; drops what has. */
  synchronized boolean isFull(Instant now) {
    Iterator<Item> oldest = items.values().iterator();
    while (oldest.hasNext() && !oldest.next().checked().look().isFresh(now)) {
      oldest.remove();
    }
    return items.size() >= ENOUGH;
  }
}
