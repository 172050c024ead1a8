package org.regards.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.regards.store.Database;
import org.regards.store.TestStores;

/** The sample business: 26 customers in five languages, as its export holds them. */
public final class Orchard {
  /** The moment at which its history is looked at. */
  public static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  public static final Path FILES = Path.of("src/test/resources/orchard");

  private Orchard() {}

  /** A store in the folder, with all of it imported. Whoever asks closes it. */
  public static Database store(Path folder) {
    Database database = Database.open(TestStores.sqlite(folder));
    importInto(database, folder.resolve("rejects"));
    return database;
  }

  public static ImportReport importInto(Database database, Path rejects) {
    ImportReport report =
        new Import(database, InstantSource.fixed(NOW), rejects)
            .run(List.of(FILES), OnBadRows.REFUSE_THE_FILE, Progress.SILENT);
    assertThat(report.tookAll()).isTrue();
    return report;
  }
}
