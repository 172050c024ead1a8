package org.regards.report;

import java.util.List;
import org.regards.document.Cell;
import org.regards.document.Table;
import org.regards.history.PostEvidence;

/** Evidence of posts as a table. */
final class SeenOnTheWeb {
  private SeenOnTheWeb() {}

  static Table table(List<PostEvidence> seen) {
    return new Table(
        "seen",
        "The picture of each is kept; its SHA-256 shows whether it was changed.",
        Table.columns("evidence", "seen", "address", "picture, SHA-256"),
        seen.stream()
            .map(
                one ->
                    List.of(
                        Cell.of(one.id()),
                        Cell.of(CustomerFile.moment(one.seenAt())),
                        Cell.of(one.url().toString()),
                        Cell.of(one.fileName() + " " + one.fileDigest())))
            .toList());
  }
}
