package org.regards.letter;

import java.util.HexFormat;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.regards.store.Row;

/** The one key of the codes on letters. Lives as long as its handle. */
final class LetterKeyDao {
  private final Handle handle;

  LetterKeyDao(Handle handle) {
    this.handle = handle;
  }

  Optional<byte[]> find() {
    return handle
        .createQuery("SELECT aes FROM letter_key WHERE id = 1")
        .map(Row.as(row -> HexFormat.of().parseHex(row.text("aes"))))
        .findOne();
  }

  /** Keeps a key unless there is one. */
  void keep(byte[] key) {
    handle
        .createUpdate(
            "INSERT INTO letter_key (id, aes) VALUES (1, :aes) ON CONFLICT (id) DO NOTHING")
        .bind("aes", HexFormat.of().formatHex(key))
        .execute();
  }
}
