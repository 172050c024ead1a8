package org.regards.mailbox;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** How far folders of mailboxes are read, in the store. Lives as long as its handle. */
final class MailboxProgressDao {
  private final Handle handle;

  MailboxProgressDao(Handle handle) {
    this.handle = handle;
  }

  /** The last number that was read; empty when none was since the folder got these numbers. */
  Optional<Long> lastUid(String mailbox, long uidValidity) {
    return handle
        .createQuery(
            """
            SELECT last_uid FROM mailbox_progress
            WHERE mailbox = :mailbox AND uid_validity = :validity
            """)
        .bind("mailbox", mailbox)
        .bind("validity", uidValidity)
        .map(Row.as(row -> row.bigNumber("last_uid")))
        .findOne();
  }

  /**
   * All up to a number is read. Of two programs that read at once the one that is further counts:
   * each reads in order and begins where the other had come.
   */
  void advance(String mailbox, long uidValidity, long uid, Instant now) {
    handle
        .createUpdate(
            """
            INSERT INTO mailbox_progress (mailbox, uid_validity, last_uid, failed_uid, failures, read_at)
            VALUES (:mailbox, :validity, :uid, 0, 0, :now)
            ON CONFLICT (mailbox) DO UPDATE
            SET uid_validity = excluded.uid_validity, last_uid = excluded.last_uid, failed_uid = 0,
                failures = 0, read_at = excluded.read_at
            WHERE mailbox_progress.uid_validity <> excluded.uid_validity
               OR mailbox_progress.last_uid < excluded.last_uid
            """)
        .bind("mailbox", mailbox)
        .bind("validity", uidValidity)
        .bind("uid", uid)
        .bind("now", IsoText.of(now))
        .execute();
  }

  /** Notes that a message could not be read, and says how often that was. */
  int fail(String mailbox, long uidValidity, long before, long uid, Instant now) {
    advance(mailbox, uidValidity, before, now);
    handle
        .createUpdate(
            """
            UPDATE mailbox_progress
            SET failures = CASE WHEN failed_uid = :uid THEN failures + 1 ELSE 1 END, failed_uid = :uid
            WHERE mailbox = :mailbox
            """)
        .bind("mailbox", mailbox)
        .bind("uid", uid)
        .execute();
    return handle
        .createQuery("SELECT failures FROM mailbox_progress WHERE mailbox = :mailbox")
        .bind("mailbox", mailbox)
        .mapTo(Integer.class)
        .one();
  }
}
