package org.regards.letter;

import java.util.Locale;

/**
 * A file that goes with a letter.
 *
 * @param name as the recipient sees it; one line, no path
 * @param mediaType for example {@code image/png}
 * @param size in bytes
 * @param sha256 of its bytes, in hex
 */
public record AttachedFile(String name, String mediaType, long size, String sha256) {
  /** For people: {@code 1.2 MB}. */
  public static String megabytes(long bytes) {
    return bytes < 1_000_000
        ? String.format(Locale.ROOT, "%,d kB", Math.max(1, bytes / 1_000))
        : String.format(Locale.ROOT, "%.1f MB", bytes / 1e6).replace(".0 ", " ");
  }
}
