package org.regards.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SchemaTest {
  @TempDir private Path folder;

  @Test
  void knowsTheNewestMigration() throws IOException {
    try (Stream<Path> files =
        Files.list(Path.of("src/main/resources/org/regards/store/migrations"))) {
      List<Integer> versions =
          files
              .map(file -> file.getFileName().toString())
              .map(name -> Integer.valueOf(name.substring(1, name.indexOf("__"))))
              .sorted(Comparator.reverseOrder())
              .toList();
      assertThat(Schema.NEWEST).isEqualTo(versions.getFirst());
    }
  }

  @Test
  void isTheSameOnBothDatabases() {
    try (Database sqlite = Database.open(TestStores.sqlite(folder));
        Database postgres = Database.open(TestStores.postgres())) {
      List<String> ofSqlite = sqlite.read(SchemaTest::sqliteColumns);
      List<String> ofPostgres = postgres.read(SchemaTest::postgresColumns);
      assertThat(ofSqlite).hasSizeGreaterThan(50).isEqualTo(ofPostgres);
    }
  }

  /** Table, column, type, whether NULL may stand there, place in the primary key. */
  private static List<String> sqliteColumns(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT t.name || '.' || c.name AS what, c.type AS type, c."notnull" AS required, c.pk AS pk
            FROM sqlite_master t JOIN pragma_table_info(t.name) c
            WHERE t.type = 'table' AND t.name <> 'flyway_schema_history' AND t.name NOT LIKE 'sqlite_%'
            """)
        .map(
            Row.as(
                row ->
                    described(
                        row.text("what"),
                        row.text("type"),
                        row.number("required") == 1,
                        row.number("pk"))))
        .list()
        .stream()
        .sorted()
        .toList();
  }

  private static List<String> postgresColumns(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT c.table_name || '.' || c.column_name AS what,
                   c.data_type || COALESCE('(' || c.character_maximum_length || ')', '') AS type,
                   CASE c.is_nullable WHEN 'NO' THEN 1 ELSE 0 END AS required,
                   COALESCE(k.ordinal_position, 0) AS pk
            FROM information_schema.columns c
            LEFT JOIN information_schema.table_constraints t
              ON t.table_schema = c.table_schema AND t.table_name = c.table_name AND t.constraint_type = 'PRIMARY KEY'
            LEFT JOIN information_schema.key_column_usage k
              ON k.constraint_name = t.constraint_name AND k.column_name = c.column_name
                 AND k.table_schema = c.table_schema
            WHERE c.table_schema = 'public' AND c.table_name <> 'flyway_schema_history'
            """)
        .map(
            Row.as(
                row ->
                    described(
                        row.text("what"),
                        row.text("type").replace("character varying", "varchar"),
                        row.number("required") == 1,
                        row.number("pk"))))
        .list()
        .stream()
        .sorted()
        .toList();
  }

  private static String described(String what, String type, boolean required, int keyPlace) {
    return "%s %s%s%s"
        .formatted(
            what,
            type.toLowerCase(Locale.ROOT),
            required ? " not null" : "",
            keyPlace == 0 ? "" : " key " + keyPlace);
  }
}
