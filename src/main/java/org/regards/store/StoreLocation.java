package org.regards.store;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a store is kept: a file of its own, or a PostgreSQL database. Prints no password. */
public sealed interface StoreLocation {

  /** An SQLite file; made when it is not there yet. */
  record SqliteFile(Path path) implements StoreLocation {
    @Override
    public String toString() {
      return path.toString();
    }
  }

  /** A PostgreSQL database by its JDBC URL, which may hold user and password. */
  record PostgresUrl(String url) implements StoreLocation {
    private static final Pattern SECRET =
        Pattern.compile("(?i)(password=)[^&]*|(?<=//)([^:@/?]*:)[^?]*(?=@)");

    @Override
    public String toString() {
      return SECRET
          .matcher(url)
          .replaceAll(
              found ->
                  Matcher.quoteReplacement(
                      (found.group(1) == null ? found.group(2) : found.group(1)) + "***"));
    }
  }

  /**
   * Reads a path or a {@code jdbc:postgresql:} URL.
   *
   * @throws StoreRefusedException when it is neither
   */
  static StoreLocation of(String text) {
    if (text.startsWith("jdbc:postgresql:")) {
      return new PostgresUrl(text);
    }
    if (text.isBlank() || text.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*")) {
      throw new StoreRefusedException(
          (text.isBlank() ? "No store is named." : scheme(text) + " does not name a store.")
              + " Name a file, for example regards.db, or a PostgreSQL database, for example"
              + " jdbc:postgresql://localhost/regards?user=regards.");
    }
    try {
      return new SqliteFile(Path.of(text));
    } catch (InvalidPathException notAPath) {
      throw new StoreRefusedException(
          "The store cannot be a file of that name: "
              + notAPath.getReason()
              + ". Name another one.",
          notAPath);
    }
  }

  private static String scheme(String text) {
    return text.startsWith("jdbc:")
        ? text.substring(0, Math.max(5, text.indexOf(':', 5) + 1)) + "…"
        : text.substring(0, text.indexOf(':') + 1) + "…";
  }
}
