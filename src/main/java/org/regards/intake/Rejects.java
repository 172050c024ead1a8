package org.regards.intake;

import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The file of the rows that were not taken: their cells to the letter, then the line and the
 * reason. It has its name only once it is whole.
 */
final class Rejects implements AutoCloseable {
  private static final String ENDING = ".rejects";

  private final Path folder;
  private final Path source;
  private final FileForm form;
  private final Set<Path> published;
  private final List<String> columns;
  private final List<Integer> places = new ArrayList<>();
  private @Nullable Path part;
  private @Nullable CsvWriter writer;

  /**
   * @param published files of rejects of the same run, which are not replaced; the own one joins
   *     them
   */
  Rejects(Path folder, Path source, FileForm form, CsvRecord header, Set<Path> published) {
    this.folder = folder;
    this.published = published;
    this.source = source;
    this.form = form;
    this.columns = header.getFields();
    for (int place = 0; place < columns.size(); place++) {
      if (!Header.REJECT_COLUMNS.contains(columns.get(place).strip())) {
        places.add(place);
      }
    }
  }

  void add(CsvRecord row, String reason) {
    List<String> cells = new ArrayList<>();
    places.forEach(place -> cells.add(place < row.getFieldCount() ? row.getField(place) : ""));
    cells.add(String.valueOf(row.getStartingLineNumber()));
    cells.add(reason);
    for (int place = columns.size(); place < row.getFieldCount(); place++) {
      cells.add(row.getField(place));
    }
    try {
      opened().writeRecord(cells);
    } catch (IOException | UncheckedIOException failure) {
      throw unwritable(failure);
    }
  }

  private CsvWriter opened() throws IOException {
    CsvWriter open = writer;
    if (open != null) {
      return open;
    }
    Files.createDirectories(folder);
    Path temporary = Files.createTempFile(folder, "rejects", ".part");
    part = temporary;
    OutputStream out = Files.newOutputStream(temporary);
    if (form.isOfExcel()) {
      out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
    }
    open = CsvWriter.builder().fieldSeparator(form.separator()).build(out, StandardCharsets.UTF_8);
    writer = open;
    List<String> names = new ArrayList<>();
    places.forEach(place -> names.add(columns.get(place)));
    names.addAll(Header.REJECT_COLUMNS);
    open.writeRecord(names);
    return open;
  }

  /** Brings all rows to the disk, before the transaction ends. */
  void finish() {
    if (writer == null || part == null) {
      return;
    }
    try {
      writer.close();
      try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
    } catch (IOException | UncheckedIOException failure) {
      throw unwritable(failure);
    }
  }

  /** Gives the file its name and returns it, or null when no row was rejected. */
  @Nullable Path publish() throws IOException {
    Path whole = part;
    if (whole == null) {
      return null;
    }
    Path target = target();
    Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    part = null;
    published.add(target);
    return target;
  }

  /** The name of the source, with a number when another source of the run had the same one. */
  private Path target() throws IOException {
    String base = Sources.stem(source);
    Path target = besideSource(base);
    for (int number = 2; published.contains(target); number++) {
      target = besideSource(base + "-" + number);
    }
    return target;
  }

  /** Never the source itself when that is a file of rejects. */
  private Path besideSource(String base) throws IOException {
    Path target = folder.resolve(base + ENDING + ".csv");
    for (int number = 2; Files.exists(target) && Files.isSameFile(target, source); number++) {
      target = folder.resolve(base + ENDING + "-" + number + ".csv");
    }
    return target;
  }

  private RefusedFileException unwritable(Exception failure) {
    return RefusedFileException.of(
        source,
        "its rejected rows cannot be written to %s (%s), so none of it was taken: make room or allow writing there"
            .formatted(folder, failure.getClass().getSimpleName()));
  }

  @Override
  public void close() {
    try {
      if (writer != null) {
        writer.close();
      }
      if (part != null) {
        Files.deleteIfExists(part);
      }
    } catch (IOException leftover) {
      // A part of a file in the folder of rejects harms nobody.
    }
  }
}
