package org.regards.letter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regards.store.Database;

/** Puts letters that nobody composed into a store, for tests of what becomes of them. */
public final class LetterShelf {
  private LetterShelf() {}

  public static void put(Database database, LetterId id, Letter letter) {
    database.write(
        handle -> {
          put(handle, id, letter);
          return id;
        });
  }

  public static void put(Handle handle, LetterId id, Letter letter) {
    Instant written = Instant.parse("2026-11-02T09:00:00Z");
    handle.execute(
        """
        INSERT INTO customer (id, title, given_name, family_name, organisation, email, phone,
                              language, street, locality, region, postal_code, country, status)
        VALUES (?, '', '', '', '', '', '', 'en-GB', '', '', '', '', 'GB', 'active')
        ON CONFLICT (id) DO NOTHING
        """,
        letter.head().recipient().customer().value());
    new LetterDao(handle)
        .insert(
            List.of(new StoredLetter(id, LetterState.DRAFT, "test.ftlh", written, null, letter)));
  }

  public static StoredLetter get(Database database, LetterId id) {
    return database.read(
        handle -> {
          LetterDao letters = new LetterDao(handle);
          return letters
              .find(id)
              .orElseThrow(() -> new UnknownLetterException(id, letters.latest(5)));
        });
  }

  /** In the order of the ids. */
  public static List<StoredLetter> load(Database database, List<LetterId> ids) {
    Map<LetterId, StoredLetter> found =
        database.read(handle -> new LetterDao(handle).find(ids)).stream()
            .collect(Collectors.toMap(StoredLetter::id, letter -> letter));
    return ids.stream().map(found::get).toList();
  }
}
