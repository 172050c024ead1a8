package org.regards.outcome;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.store.Counter;
import org.regards.store.IsoText;
import org.regards.store.Row;

/**
 * Answers to invitations in the store. Rows are added, never changed. Lives as long as its handle.
 */
public final class AnswerDao {
  private static final Counter NUMBERS = new Counter("invite_answer");
  private static final String SELECT =
      "SELECT letter, customer, kind, cause, words, taken_by, taken_at FROM invite_answer ";
  private static final String PREFIX = "L-";

  private final Handle handle;

  public AnswerDao(Handle handle) {
    this.handle = handle;
  }

  void insert(Answer answer) {
    handle
        .createUpdate(
            """
            INSERT INTO invite_answer (id, letter, customer, kind, cause, words, taken_by, taken_at)
            VALUES (:id, :letter, :customer, :kind, :cause, :words, :by, :at)
            """)
        .bind("id", NUMBERS.allocate(handle, 1))
        .bind("letter", Long.parseLong(answer.letter().substring(PREFIX.length())))
        .bind("customer", answer.customer().value())
        .bind("kind", answer.kind().word())
        .bind("cause", answer.cause())
        .bind("words", answer.words())
        .bind("by", answer.takenBy().value())
        .bind("at", IsoText.of(answer.at()))
        .execute();
  }

  /** All of a customer, oldest first. */
  List<Answer> of(CustomerId customer) {
    return handle
        .createQuery(SELECT + "WHERE customer = :customer ORDER BY id")
        .bind("customer", customer.value())
        .map(Row.as(AnswerDao::answer))
        .list();
  }

  /** All, oldest first. */
  List<Answer> all() {
    return handle.createQuery(SELECT + "ORDER BY id").map(Row.as(AnswerDao::answer)).list();
  }

  /** Those of the customers who do not want to be invited any more. */
  public Set<CustomerId> optedOut(Collection<CustomerId> customers) {
    if (customers.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        handle
            .createQuery(
                """
                SELECT DISTINCT customer FROM invite_answer
                WHERE kind = :kind AND customer IN (<customers>)
                """)
            .bind("kind", Answer.Kind.OPTED_OUT.word())
            .bindList("customers", customers.stream().map(CustomerId::value).distinct().toList())
            .map(Row.as(row -> new CustomerId(row.text("customer"))))
            .list());
  }

  /** Those of the letters, by their numbers, that invite somebody who wants it no more. */
  public Set<Long> unwanted(Collection<Long> letters) {
    if (letters.isEmpty()) {
      return Set.of();
    }
    return new HashSet<>(
        handle
            .createQuery(
                """
                SELECT id FROM letter
                WHERE id IN (<letters>) AND type = 'invite' AND customer IN
                  (SELECT customer FROM invite_answer WHERE kind = :kind)
                """)
            .bindList("letters", List.copyOf(letters))
            .bind("kind", Answer.Kind.OPTED_OUT.word())
            .mapTo(Long.class)
            .list());
  }

  private static Answer answer(Row row) {
    return new Answer(
        PREFIX + row.bigNumber("letter"),
        new CustomerId(row.text("customer")),
        Answer.Kind.of(row.text("kind")),
        row.text("cause"),
        row.text("words"),
        new StaffId(row.text("taken_by")),
        row.instant("taken_at"));
  }
}
