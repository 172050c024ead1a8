package org.regards.review;

import java.time.LocalDate;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.regards.history.CaseId;
import org.regards.history.PolicyId;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** What a review reads besides dossier and playbook. Lives as long as its handle. */
final class ReviewDao {
  private final Handle handle;

  ReviewDao(Handle handle) {
    this.handle = handle;
  }

  /** The last letters before one, of its type and language, latest first. */
  List<LetterId> before(LetterId letter, LetterHead head, int most) {
    return handle
        .createQuery(
            """
            SELECT id FROM letter
            WHERE type = :type AND language = :language AND id < :letter AND state <> 'cancelled'
            ORDER BY id DESC LIMIT :most
            """)
        .bind("type", head.type().word())
        .bind("language", head.language().tag())
        .bind("letter", letter.number())
        .bind("most", most)
        .map(Row.as(row -> new LetterId(row.bigNumber("id"))))
        .list();
  }

  /** What was last given under a policy, in the currency of the order, latest first. */
  List<Precedent> precedents(PolicyId policy, LocalDate from, LocalDate to, int most) {
    return handle
        .createQuery(
            """
            SELECT c.id, c.granted_minor, c.currency, o.amount_minor
            FROM case_file c JOIN customer_order o ON o.id = c.order_id
            WHERE c.policy = :policy AND c.state = 'upheld' AND c.resolved >= :from
              AND c.resolved <= :to AND c.granted_minor > 0 AND o.currency = c.currency
              AND o.amount_minor > 0
            ORDER BY c.resolved DESC LIMIT :most
            """)
        .bind("policy", policy.value())
        .bind("from", IsoText.of(from))
        .bind("to", IsoText.of(to))
        .bind("most", most)
        .map(
            Row.as(
                row -> {
                  CurrencyUnit currency = CurrencyUnit.of(row.text("currency"));
                  return new Precedent(
                      new CaseId(row.text("id")),
                      policy,
                      Money.ofMinor(currency, row.bigNumber("granted_minor")),
                      Money.ofMinor(currency, row.bigNumber("amount_minor")));
                }))
        .list();
  }
}
