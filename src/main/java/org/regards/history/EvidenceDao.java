package org.regards.history;

import java.net.URI;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.store.Counter;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** What was seen on the web, in the store. Lives as long as its handle. */
final class EvidenceDao {
  private static final Counter NUMBERS = new Counter("post_evidence");
  private static final String COLUMNS =
      """
      SELECT number, customer, url, seen_at, message, file_name, file_digest, recorded_by,
             recorded_at, digest
      FROM post_evidence
      """;

  private final Handle handle;

  /**
   * A row with the digest that was written beside it.
   *
   * @param digest of the row when it was added
   */
  record Kept(PostEvidence evidence, String digest) {}

  EvidenceDao(Handle handle) {
    this.handle = handle;
  }

  long nextNumber() {
    return NUMBERS.allocate(handle, 1);
  }

  void insert(PostEvidence evidence) {
    handle
        .createUpdate(
            """
            INSERT INTO post_evidence
              (number, customer, url, seen_at, message, file_name, file_digest, recorded_by,
               recorded_at, digest)
            VALUES (:number, :customer, :url, :seenAt, :message, :fileName, :fileDigest, :by,
                    :recordedAt, :digest)
            """)
        .bind("number", evidence.number())
        .bind("customer", evidence.customer().value())
        .bind("url", evidence.url().toString())
        .bind("seenAt", IsoText.of(evidence.seenAt()))
        .bind("message", evidence.text())
        .bind("fileName", evidence.fileName())
        .bind("fileDigest", evidence.fileDigest())
        .bind("by", evidence.by().value())
        .bind("recordedAt", IsoText.of(evidence.recordedAt()))
        .bind("digest", evidence.digest())
        .execute();
  }

  /** Oldest first. */
  List<Kept> of(CustomerId customer) {
    return list(
        handle
            .createQuery(COLUMNS + "WHERE customer = :customer ORDER BY number")
            .bind("customer", customer.value()));
  }

  /** After a number, oldest first, at most so many. */
  List<Kept> after(long number, int most) {
    return list(
        handle
            .createQuery(COLUMNS + "WHERE number > :number ORDER BY number LIMIT :most")
            .bind("number", number)
            .bind("most", most));
  }

  int delete(CustomerId customer) {
    return handle
        .createUpdate("DELETE FROM post_evidence WHERE customer = :customer")
        .bind("customer", customer.value())
        .execute();
  }

  private static List<Kept> list(Query query) {
    return query
        .map(
            Row.as(
                row ->
                    new Kept(
                        new PostEvidence(
                            row.bigNumber("number"),
                            new CustomerId(row.text("customer")),
                            URI.create(row.text("url")),
                            row.instant("seen_at"),
                            row.text("message"),
                            row.text("file_name"),
                            row.text("file_digest"),
                            new StaffId(row.text("recorded_by")),
                            row.instant("recorded_at")),
                        row.text("digest"))))
        .list();
  }
}
