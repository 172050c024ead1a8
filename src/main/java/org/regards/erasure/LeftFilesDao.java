package org.regards.erasure;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.store.Row;

/** Where files of a customer lie, outside of the store. Lives as long as its handle. */
final class LeftFilesDao {
  private final Handle handle;

  LeftFilesDao(Handle handle) {
    this.handle = handle;
  }

  /** Files that hold letters to this customer and nothing else. */
  List<Path> own(CustomerId customer) {
    return handle
        .createQuery(
            """
            SELECT d.file FROM delivery d JOIN letter l ON l.id = d.letter
            WHERE l.customer = :customer AND d.run IS NULL AND d.file <> '' ORDER BY d.id
            """)
        .bind("customer", customer.value())
        .map(Row.as(row -> Path.of(row.text("file"))))
        .filter(Files::isRegularFile)
        .list();
  }

  List<Long> letters(CustomerId customer) {
    return handle
        .createQuery("SELECT id FROM letter WHERE customer = :customer ORDER BY id")
        .bind("customer", customer.value())
        .mapTo(Long.class)
        .list();
  }

  /** What the program does not remove, in words. */
  List<String> others(CustomerId customer) {
    List<String> others = new ArrayList<>(inRuns(customer));
    if (isSent(customer)) {
      others.add("what was sent by email lies with the mail server, and with the customer");
    }
    return others;
  }

  private List<String> inRuns(CustomerId customer) {
    return handle
        .createQuery(
            """
            SELECT s.letter, s.first_sheet, s.last_sheet, r.folder FROM print_sheet s
            JOIN letter l ON l.id = s.letter JOIN print_run r ON r.id = s.run
            WHERE l.customer = :customer AND r.state <> 'reserved' ORDER BY s.run, s.first_sheet
            """)
        .bind("customer", customer.value())
        .map(
            Row.as(
                row ->
                    "L-%d is on sheets %d to %d of the print run in %s, with letters to others; its manifest names the customer, too"
                        .formatted(
                            row.bigNumber("letter"),
                            row.number("first_sheet"),
                            row.number("last_sheet"),
                            row.text("folder"))))
        .list();
  }

  private boolean isSent(CustomerId customer) {
    return handle
            .createQuery(
                """
                SELECT COUNT(*) FROM delivery d JOIN letter l ON l.id = d.letter
                WHERE l.customer = :customer AND d.channel = 'email' AND d.state IN ('accepted', 'bounced', 'replied')
                  AND d.file = ''
                """)
            .bind("customer", customer.value())
            .mapTo(Long.class)
            .one()
        > 0;
  }
}
