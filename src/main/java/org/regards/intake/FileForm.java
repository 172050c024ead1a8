package org.regards.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a file is written: its characters and its separator, found by reading all of it once, a
 * little at a time.
 *
 * @param markBytes length of the byte order mark
 * @param note what a person should know of it, or null when it is plain UTF-8 with commas
 */
record FileForm(Charset charset, int markBytes, char separator, @Nullable String note) {
  private static final int FIRST_LOOK = 1 << 16;
  private static final int MOST_CONTROLS_PERCENT = 2;
  private static final String SEPARATORS = ",;\t";

  private static final Map<String, String> KNOWN_BEGINNINGS =
      Map.of(
          "PK\u0003\u0004", "an Excel workbook or a ZIP archive",
          "\u00d0\u00cf\u0011\u00e0", "an old Excel workbook",
          "%PDF", "a PDF",
          "\u0089PNG", "a picture",
          "\u001f\u008b", "a GZIP archive",
          "SQLite format 3", "a database");

  static FileForm of(Path file) throws IOException {
    byte[] beginning = beginning(file);
    if (beginning.length == 0) {
      throw RefusedFileException.of(
          file, "the file is empty, expected a row of column names and rows below it");
    }
    Charset marked = marked(beginning);
    if (marked == null || marked.equals(StandardCharsets.UTF_8)) {
      refuseBinary(file, beginning);
    }
    if (marked != null && !marked.equals(StandardCharsets.UTF_8)) {
      return form(beginning, marked, 2, marked.name());
    }
    int markBytes = marked == null ? 0 : 3;
    Utf8Check check = Utf8Check.of(file);
    if (check.isValid()) {
      return form(beginning, StandardCharsets.UTF_8, markBytes, null);
    }
    if (marked != null || check.looksLikeDamagedUtf8()) {
      throw RefusedFileException.of(
          new Problem(
              file,
              check.firstBadLine(),
              0,
              "here a character is broken, the rest is UTF-8: export the file again, as UTF-8"));
    }
    return form(
        beginning,
        Charset.forName("windows-1252"),
        0,
        "Windows-1252 (line %d is not UTF-8)".formatted(check.firstBadLine()));
  }

  /** Whether Excel wants to be told that a file beside this one is UTF-8. */
  boolean isOfExcel() {
    return markBytes > 0 || !charset.equals(StandardCharsets.UTF_8);
  }

  private static FileForm form(
      byte[] beginning, Charset charset, int markBytes, @Nullable String characters) {
    String text = new String(beginning, markBytes, beginning.length - markBytes, charset);
    char separator = separator(text);
    String separated =
        switch (separator) {
          case ';' -> "semicolons between the fields";
          case '\t' -> "tabs between the fields";
          default -> null;
        };
    List<String> said =
        Stream.of(characters, separated)
            .filter(Objects::nonNull)
            .map(part -> Objects.requireNonNull(part))
            .toList();
    return new FileForm(
        charset,
        markBytes,
        separator,
        said.isEmpty() ? null : "read as " + String.join(", ", said));
  }

  /** The one that Excel's own first line names, else the one most often in the column names. */
  private static char separator(String text) {
    if (text.startsWith(CsvFile.SEPARATOR_LINE)
        && text.length() > CsvFile.SEPARATOR_LINE.length()) {
      char named = text.charAt(CsvFile.SEPARATOR_LINE.length());
      if (SEPARATORS.indexOf(named) >= 0) {
        return named;
      }
    }
    int[] counts = new int[SEPARATORS.length()];
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"') {
        quoted = !quoted;
      } else if (!quoted && (character == '\n' || character == '\r')) {
        break;
      } else if (!quoted && SEPARATORS.indexOf(character) >= 0) {
        counts[SEPARATORS.indexOf(character)]++;
      }
    }
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return SEPARATORS.charAt(most);
  }

  private static @Nullable Charset marked(byte[] bytes) {
    if (begins(bytes, "\u00ef\u00bb\u00bf")) {
      return StandardCharsets.UTF_8;
    }
    if (begins(bytes, "\u00ff\u00fe")) {
      return StandardCharsets.UTF_16LE;
    }
    return begins(bytes, "\u00fe\u00ff") ? StandardCharsets.UTF_16BE : null;
  }

  private static void refuseBinary(Path file, byte[] bytes) {
    for (Map.Entry<String, String> known : KNOWN_BEGINNINGS.entrySet()) {
      if (begins(bytes, known.getKey())) {
        throw RefusedFileException.of(
            file,
            "the file is %s, expected text: export it as CSV (UTF-8)".formatted(known.getValue()));
      }
    }
    long controls = 0;
    for (byte one : bytes) {
      controls += one >= 0 && one < ' ' && one != '\t' && one != '\n' && one != '\r' ? 1 : 0;
    }
    if (controls * 100 > (long) bytes.length * MOST_CONTROLS_PERCENT) {
      throw RefusedFileException.of(
          file, "the file is binary, expected text: export it as CSV (UTF-8)");
    }
  }

  private static boolean begins(byte[] bytes, String latin) {
    byte[] expected = latin.getBytes(StandardCharsets.ISO_8859_1);
    return bytes.length >= expected.length
        && Arrays.equals(bytes, 0, expected.length, expected, 0, expected.length);
  }

  private static byte[] beginning(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(FIRST_LOOK);
    }
  }
}
