package org.regards.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goes through the chain from its first row to its last. */
final class ChainCheck {
  private static final int PAGE = 1_000;
  private static final int MOST_PROBLEMS = 20;

  private final AuditDao trail;
  private final @Nullable String noted;
  private boolean notedSeen;
  private final List<String> problems = new ArrayList<>();
  private String before = Seal.BEGINNING;
  private long expected = 1;
  private long entries;
  private long erased;

  /** The last row that each key which is gone had sealed. */
  private final Map<String, Long> lost = new LinkedHashMap<>();

  /** The last row that says of a key that it was erased. */
  private final Map<String, Long> named = new HashMap<>();

  /**
   * @param noted a link that must be there, or null
   */
  ChainCheck(AuditDao trail, @Nullable String noted) {
    this.trail = trail;
    this.noted = noted;
  }

  AuditCheck run() {
    long last = 0;
    while (true) {
      List<SealedRow> rows = trail.rows(last, PAGE);
      if (rows.isEmpty()) {
        break;
      }
      Map<String, String> keys =
          trail.keys(rows.stream().map(SealedRow::keyId).distinct().toList());
      rows.forEach(row -> check(row, keys));
      last = rows.getLast().number();
    }
    long given = trail.given();
    if (given >= expected) {
      problem(
          given == expected
              ? "row %d is missing at the end".formatted(given)
              : "rows %d to %d are missing at the end".formatted(expected, given));
    }
    lost.forEach(
        (key, row) -> {
          if (named.getOrDefault(key, 0L) <= row) {
            problem(
                "the words up to row %d were taken out with their key, but no later row says that somebody was erased (%s%s)"
                    .formatted(row, AuditDao.KEY_RECORD, key));
          }
        });
    if (noted != null && !notedSeen) {
      problem(
          "no row has the link %s that was noted: what it held was rewritten, or cut off"
              .formatted(noted));
    }
    return new AuditCheck(entries, erased, entries == 0 ? "" : before, problems);
  }

  private void check(SealedRow row, Map<String, String> keys) {
    entries++;
    notedSeen |= row.link().equals(noted);
    if (row.number() != expected) {
      problem(
          "%s missing before row %d"
              .formatted(
                  row.number() == expected + 1
                      ? "row " + expected + " is"
                      : "rows %d to %d are".formatted(expected, row.number() - 1),
                  row.number()));
    } else if (!Seal.link(before, row.number(), row.at(), row.token()).equals(row.link())) {
      problem("row %d does not follow on the one before it".formatted(row.number()));
    }
    String key = keys.get(row.keyId());
    if (row.isErased()) {
      erased++;
      if (key != null) {
        problem("row %d has lost its words, but nobody was erased".formatted(row.number()));
      } else {
        lost.put(row.keyId(), row.number());
      }
    } else if (key == null) {
      problem("the key of row %d is missing".formatted(row.number()));
    } else if (!isAsWritten(row, key)) {
      problem("row %d is not as it was written".formatted(row.number()));
    } else if (row.act().equals(Act.ERASED.word())
        && row.customer().isEmpty()
        && row.record().startsWith(AuditDao.KEY_RECORD)) {
      named.put(row.record().substring(AuditDao.KEY_RECORD.length()), row.number());
    }
    before = row.link();
    expected = row.number() + 1;
  }

  private static boolean isAsWritten(SealedRow row, String key) {
    return Act.of(row.act())
        .map(act -> AuditDao.deed(row, act))
        .filter(deed -> Seal.token(key, row.number(), row.at(), deed).equals(row.token()))
        .isPresent();
  }

  private void problem(String words) {
    if (problems.size() < MOST_PROBLEMS) {
      problems.add(words);
    }
  }
}
