package org.regards.mailbox;

import java.time.Instant;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.history.InteractionId;
import org.regards.letter.LetterId;
import org.regards.store.Counter;
import org.regards.store.IsoText;

/** Messages that were filed, in the store. Lives as long as its handle. */
final class FiledMailDao {
  private static final Counter NUMBERS = new Counter("mail");

  private final Handle handle;

  FiledMailDao(Handle handle) {
    this.handle = handle;
  }

  /**
   * Notes a message as filed for a customer; false when it was. Of two programs that do so at once
   * the second waits for the end of the first one's transaction.
   */
  boolean add(
      String fingerprint,
      CustomerId customer,
      String kind,
      @Nullable LetterId letter,
      Instant now) {
    return handle
            .createUpdate(
                """
                INSERT INTO mail_filed (fingerprint, customer, kind, letter, filed_at)
                VALUES (:fingerprint, :customer, :kind, :letter, :now)
                ON CONFLICT (fingerprint, customer) DO NOTHING
                """)
            .bind("fingerprint", fingerprint)
            .bind("customer", customer.value())
            .bind("kind", kind)
            .bind("letter", letter == null ? null : letter.number())
            .bind("now", IsoText.of(now))
            .execute()
        == 1;
  }

  /** Notes as which contact it stands in the history. */
  void link(String fingerprint, CustomerId customer, InteractionId interaction) {
    handle
        .createUpdate(
            """
            UPDATE mail_filed SET interaction = :interaction
            WHERE fingerprint = :fingerprint AND customer = :customer
            """)
        .bind("interaction", interaction.value())
        .bind("fingerprint", fingerprint)
        .bind("customer", customer.value())
        .execute();
  }

  /** A key that no contact has: an import may bring one that looks like ours. */
  InteractionId freeKey() {
    while (true) {
      String key = "mail-" + NUMBERS.allocate(handle, 1);
      boolean taken =
          handle
                  .createQuery("SELECT COUNT(*) FROM interaction WHERE id = :key")
                  .bind("key", key)
                  .mapTo(Long.class)
                  .one()
              > 0;
      if (!taken) {
        return new InteractionId(key);
      }
    }
  }
}
