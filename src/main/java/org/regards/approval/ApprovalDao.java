package org.regards.approval;

import static java.util.stream.Collectors.groupingBy;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.playbook.Role;
import org.regards.store.Counter;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** What people said of letters, in the store. Lives as long as its handle. */
final class ApprovalDao {
  private static final Counter NUMBERS = new Counter("approval");
  private static final String COLUMNS =
      "SELECT a.letter, a.digest, a.verdict, a.staff, a.role, a.completes, a.because, a.warnings,"
          + " a.said_at FROM approval a ";

  /** Words before the last decline of a letter count no more. */
  private static final String AFTER_THE_LAST_DECLINE =
      """
      a.verdict = 'approved' AND a.id > COALESCE((SELECT MAX(d.id) FROM approval d
        WHERE d.letter = a.letter AND d.verdict = 'declined'), 0)
      """;

  private final Handle handle;

  ApprovalDao(Handle handle) {
    this.handle = handle;
  }

  /** Takes numbers for words; nobody else speaks until the transaction ends. */
  long take(int howMany) {
    return NUMBERS.allocate(handle, howMany);
  }

  void insert(long first, List<Word> words) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO approval (id, letter, digest, verdict, staff, role, completes, because, warnings,
                                  said_at)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """);
    long number = first;
    for (Word word : words) {
      batch.add(
          number++,
          word.letter().number(),
          word.digest(),
          word.verdict().word(),
          word.by().value(),
          word.role().word(),
          word.completes() ? 1 : 0,
          word.because(),
          String.join(" ", word.warnings()),
          IsoText.of(word.at()));
    }
    batch.execute();
  }

  /** The words that count unless the text has changed, oldest first. */
  Map<LetterId, List<Word>> counting(Collection<LetterId> letters) {
    return words(COLUMNS + "WHERE a.letter IN (<letters>) AND " + AFTER_THE_LAST_DECLINE, letters)
        .stream()
        .collect(groupingBy(Word::letter));
  }

  /** All that was ever said of a letter, oldest first. */
  List<Word> all(LetterId letter) {
    return words(COLUMNS + "WHERE a.letter IN (<letters>) ", List.of(letter));
  }

  /** Letters on which somebody may be waited for, in the order of their ids. */
  List<LetterId> waiting(@Nullable LetterType type, long after, int most) {
    return handle
        .createQuery(
            """
            SELECT id FROM letter
            WHERE state IN ('draft', 'in-review') AND type LIKE :type AND id > :after
            ORDER BY id LIMIT :most
            """)
        .bind("type", type == null ? "%" : type.word())
        .bind("after", after)
        .bind("most", most)
        .map(Row.as(row -> new LetterId(row.bigNumber("id"))))
        .list();
  }

  private List<Word> words(String query, Collection<LetterId> letters) {
    return handle
        .createQuery(query + "ORDER BY a.id")
        .bindList("letters", new HashSet<>(letters).stream().map(LetterId::number).toList())
        .map(Row.as(ApprovalDao::word))
        .list();
  }

  private static Word word(Row row) {
    String warnings = row.text("warnings");
    return new Word(
        new LetterId(row.bigNumber("letter")),
        row.text("digest"),
        Verdict.of(row.text("verdict")),
        new StaffId(row.text("staff")),
        Role.of(row.text("role")).orElseThrow(),
        row.number("completes") == 1,
        row.text("because"),
        warnings.isEmpty() ? List.of() : Arrays.asList(warnings.split(" ")),
        row.instant("said_at"));
  }
}
