package org.regards.outbox;

import org.jdbi.v3.core.Handle;
import org.regards.store.Row;

/** Which PDF of itself a letter goes out with, in the store. Lives as long as its handle. */
final class LetterPdfDao {
  private final Handle handle;

  LetterPdfDao(Handle handle) {
    this.handle = handle;
  }

  /** The SHA-256 of the last one, or empty. */
  String find(long delivery) {
    return handle
        .createQuery("SELECT pdf_sha256 FROM delivery WHERE id = :id")
        .bind("id", delivery)
        .map(Row.as(row -> row.text("pdf_sha256")))
        .one();
  }

  /** Nothing when somebody else has taken the attempt over. */
  void note(Claim claim, String sha256) {
    handle
        .createUpdate(
            "UPDATE delivery SET pdf_sha256 = :sha256 WHERE id = :id AND attempt = :attempt")
        .bind("sha256", sha256)
        .bind("id", claim.delivery())
        .bind("attempt", claim.attempt())
        .execute();
  }
}
