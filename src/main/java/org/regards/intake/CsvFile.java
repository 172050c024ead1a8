package org.regards.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The rows of one file, read a little at a time, never interpreted. Whoever opens it closes it. */
final class CsvFile implements AutoCloseable {
  /** Excel's own first line, which names the separator: {@code sep=;}. */
  static final String SEPARATOR_LINE = "sep=";

  /**
   * A cell may be a long letter; a quotation mark that is never closed must not read in the whole
   * file.
   */
  private static final int LONGEST_QUOTED = 4 << 20;

  private static final int LONGEST_ROW = 16 << 20;
  private static final int MOST_FIELDS = 1_000;
  private static final Pattern LINE = Pattern.compile("starting at line (\\d+)");

  private final Path file;
  private final FileForm form;
  private final CountingStream bytes;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> rows;
  private final long size;

  private CsvFile(Path file, FileForm form) throws IOException {
    this.file = file;
    this.form = form;
    this.size = Math.max(1, Files.size(file));
    this.bytes = new CountingStream(Files.newInputStream(file));
    bytes.skipNBytes(form.markBytes());
    this.reader =
        CsvReader.builder()
            .fieldSeparator(form.separator())
            .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
            .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
            .allowUnclosedQuote(false)
            .skipEmptyLines(true)
            .maxBufferSize(LONGEST_QUOTED)
            .build(
                CsvRecordHandler.of(
                    limits ->
                        limits
                            .maxFields(MOST_FIELDS)
                            .maxFieldSize(LONGEST_QUOTED)
                            .maxRecordSize(LONGEST_ROW)),
                new InputStreamReader(bytes, form.charset().newDecoder()));
    this.rows = reader.iterator();
  }

  static CsvFile open(Path file) {
    try {
      return new CsvFile(file, FileForm.of(file));
    } catch (IOException failure) {
      throw unreadable(file, failure);
    }
  }

  FileForm form() {
    return form;
  }

  /** From 0 to 1. */
  double shareRead() {
    return Math.min(1, (double) bytes.count / size);
  }

  /** The row of column names, which comes first. */
  CsvRecord header() {
    CsvRecord first = next();
    if (first != null && first.getField(0).equals(SEPARATOR_LINE)) {
      first = next();
    }
    if (first == null) {
      throw RefusedFileException.of(
          file, "the file is empty, expected a row of column names and rows below it");
    }
    return first;
  }

  /** The next row, or null at the end. */
  @Nullable CsvRecord next() {
    try {
      return rows.hasNext() ? rows.next() : null;
    } catch (CsvParseException malformed) {
      throw RefusedFileException.of(explained(malformed));
    } catch (UncheckedIOException failure) {
      throw unreadable(file, failure);
    } catch (NoSuchElementException end) {
      return null;
    }
  }

  private Problem explained(CsvParseException malformed) {
    String message = String.valueOf(malformed.getMessage());
    Matcher found = LINE.matcher(message);
    long line = found.find() ? Long.parseLong(found.group(1)) : 0;
    String what =
        message.contains("after closing quote")
            ? "text follows a closing quotation mark; inside a field, a quotation mark is written"
                + " twice"
            : message.contains("Unclosed") || message.contains("buffer size")
                ? "a quotation mark is opened and not closed within %,d characters"
                    .formatted(LONGEST_QUOTED)
                : "the row is too long, expected at most %,d fields and %,d characters"
                    .formatted(MOST_FIELDS, LONGEST_ROW);
    return new Problem(file, line, 0, what + ": nothing of the file was taken");
  }

  private static RefusedFileException unreadable(Path file, Exception failure) {
    Throwable reason = failure.getCause() == null ? failure : failure.getCause();
    return RefusedFileException.of(
        file,
        reason instanceof CharacterCodingException
            ? "the file is neither UTF-8 nor Windows-1252: export it again, as UTF-8"
            : "the file cannot be read (%s): check that it is there and may be read"
                .formatted(reason.getClass().getSimpleName()));
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException nothingIsLost) {
      // It was only read.
    }
  }

  private static final class CountingStream extends FilterInputStream {
    private long count;

    CountingStream(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count += one < 0 ? 0 : 1;
      return one;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      int read = super.read(buffer, from, length);
      count += Math.max(0, read);
      return read;
    }
  }
}
