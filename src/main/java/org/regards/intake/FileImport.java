package org.regards.intake;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.ErasureDao;
import org.regards.history.RecordChange;
import org.regards.history.RecordChangeDao;
import org.regards.store.RecordField;
import org.regards.store.RecordId;

/** Takes one file into the store, a thousand rows at a time, within one transaction. */
final class FileImport<T> {
  private static final int MOST_WAITING = 100_000;
  private static final int MOST_PROBLEMS = 1_000;

  private final Path file;
  private final Sheet<T> sheet;
  private final CsvFile rows;
  private final Header header;
  private final Rejects rejects;
  private final OnBadRows onBadRows;
  private final Handle handle;
  private final Instant now;
  private final Links<T> links;
  private final SeenKeyDao seen;

  private final List<Candidate<T>> waiting = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private final Notes notes = new Notes();
  private long problemCount;
  private long added;
  private long changed;
  private long unchanged;
  private long rejected;
  private long endingEarly;
  private long ofErased;

  FileImport(
      Path file,
      Sheet<T> sheet,
      CsvFile rows,
      Header header,
      Rejects rejects,
      OnBadRows onBadRows,
      Handle handle,
      Instant now) {
    this.file = file;
    this.sheet = sheet;
    this.rows = rows;
    this.header = header;
    this.rejects = rejects;
    this.onBadRows = onBadRows;
    this.handle = handle;
    this.now = now;
    this.links = new Links<>(handle, sheet);
    this.seen = new SeenKeyDao(handle);
  }

  FileReport.Taken run(Progress progress) {
    noteForm();
    List<Cells> chunk = new ArrayList<>(Chunks.SIZE);
    for (CsvRecord row = rows.next(); row != null; row = rows.next()) {
      Cells cells = new Cells(file, header, row);
      if (cells.isBlank()) {
        continue;
      }
      chunk.add(cells);
      if (chunk.size() == Chunks.SIZE) {
        take(chunk);
        chunk.clear();
        stopWhenInterrupted();
        progress.at(file, added + changed + unchanged + rejected, rows.shareRead());
      }
    }
    take(chunk);
    takeWaiting();
    seen.drop();
    stopWhenInterrupted();
    progress.at(file, added + changed + unchanged + rejected, 1);
    return report();
  }

  private void noteForm() {
    String form = rows.form().note();
    if (form != null) {
      notes.add(form);
    }
    List<String> unknown = header.unknown(sheet);
    if (!unknown.isEmpty()) {
      notes.add(
          "the %s %s not known and left out"
              .formatted(Header.columns(unknown), unknown.size() == 1 ? "is" : "are"));
    }
  }

  private void stopWhenInterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw RefusedFileException.of(
          file, "the import was interrupted: nothing of this file was kept, import it again");
    }
  }

  private void take(List<Cells> chunk) {
    List<Candidate<T>> candidates = new ArrayList<>(chunk.size());
    for (Cells cells : chunk) {
      T record = sheet.read(cells);
      if (cells.problems().isEmpty()) {
        candidates.add(new Candidate<>(cells, record));
      } else {
        reject(cells);
      }
    }
    candidates = firstOfEachKey(candidates);
    for (Candidate<T> candidate : links.takeOutUnlinked(candidates)) {
      boolean mayWait = candidate.cells().problems().isEmpty() && sheet.refersToItself();
      if (mayWait && waiting.size() < MOST_WAITING) {
        waiting.add(candidate);
        continue;
      }
      if (mayWait) {
        links.refuseToWait(candidate);
      } else {
        links.giveUp(candidate);
      }
      reject(candidate.cells());
    }
    store(candidates);
  }

  private List<Candidate<T>> firstOfEachKey(List<Candidate<T>> candidates) {
    Map<String, Long> lines =
        new HashMap<>(
            seen.lines(
                candidates.stream().map(candidate -> sheet.key(candidate.record())).toList()));
    Map<String, Long> unseen = new HashMap<>();
    List<Candidate<T>> first = new ArrayList<>(candidates.size());
    for (Candidate<T> candidate : candidates) {
      String key = sheet.key(candidate.record());
      Long line = lines.putIfAbsent(key, candidate.line());
      if (line == null) {
        unseen.put(key, candidate.line());
        first.add(candidate);
      } else {
        candidate
            .cells()
            .problem(
                sheet.columns().getFirst(),
                "%s stands in line %d already, expected each key once"
                    .formatted(Shown.of(key), line));
        reject(candidate.cells());
      }
    }
    seen.add(unseen);
    return first;
  }

  private void takeWaiting() {
    for (Candidate<T> unlinked : links.takeOutUnlinked(waiting)) {
      links.giveUp(unlinked);
      reject(unlinked.cells());
    }
    for (List<Candidate<T>> chunk : Chunks.of(waiting)) {
      store(chunk);
    }
  }

  private void store(List<Candidate<T>> all) {
    List<Candidate<T>> candidates = withoutErased(all);
    if (candidates.isEmpty()) {
      return;
    }
    Map<String, T> stored = new HashMap<>();
    sheet
        .stored(handle, candidates.stream().map(Candidate::record).toList())
        .forEach(record -> stored.put(sheet.key(record), record));
    List<T> insert = new ArrayList<>();
    List<T> update = new ArrayList<>();
    List<RecordChange> changes = new ArrayList<>();
    for (Candidate<T> candidate : candidates) {
      T record = candidate.record();
      T old = stored.get(sheet.key(record));
      if (old == null) {
        insert.add(record);
      } else if (old.equals(record)) {
        unchanged++;
      } else {
        update.add(record);
        changes.addAll(changes(old, candidate));
      }
      note(candidate);
    }
    if (!insert.isEmpty()) {
      sheet.insert(handle, insert);
    }
    if (!update.isEmpty()) {
      sheet.update(handle, update);
      new RecordChangeDao(handle).insert(changes);
    }
    added += insert.size();
    changed += update.size();
  }

  /** A file that is older than an erasure does not bring the person back. */
  private List<Candidate<T>> withoutErased(List<Candidate<T>> candidates) {
    Set<CustomerId> gone =
        new ErasureDao(handle)
            .among(
                candidates.stream()
                    .map(candidate -> sheet.customer(candidate.record()))
                    .filter(Objects::nonNull)
                    .toList());
    if (gone.isEmpty()) {
      return candidates;
    }
    List<Candidate<T>> kept =
        candidates.stream()
            .filter(candidate -> !isOf(gone, sheet.customer(candidate.record())))
            .toList();
    ofErased += candidates.size() - kept.size();
    return kept;
  }

  private static boolean isOf(Set<CustomerId> customers, @Nullable CustomerId customer) {
    return customer != null && customers.contains(customer);
  }

  private List<RecordChange> changes(T old, Candidate<T> candidate) {
    T record = candidate.record();
    RecordId id = new RecordId(sheet.kind(), sheet.key(record));
    List<String> before = sheet.write(old);
    List<String> after = sheet.write(record);
    List<RecordChange> changes = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      if (!before.get(i).equals(after.get(i))) {
        changes.add(
            new RecordChange(
                new RecordField(id, sheet.columns().get(i)),
                sheet.customer(record),
                before.get(i),
                after.get(i),
                now,
                String.valueOf(file.getFileName()),
                candidate.line()));
      }
    }
    return changes;
  }

  private void note(Candidate<T> candidate) {
    candidate.cells().remarks().forEach(remark -> notes.remark(remark, candidate.line()));
    sheet.mentions(candidate.record()).forEach(notes::mention);
    endingEarly += candidate.cells().endsEarly() ? 1 : 0;
  }

  private void reject(Cells cells) {
    rejected++;
    problemCount += cells.problems().size();
    for (Problem problem : cells.problems()) {
      if (problems.size() < MOST_PROBLEMS) {
        problems.add(problem);
      }
    }
    if (onBadRows == OnBadRows.REFUSE_THE_FILE) {
      return;
    }
    rejects.add(
        cells.row(), cells.problems().stream().map(Problem::message).collect(joining("; ")));
  }

  private FileReport.Taken report() {
    problems.sort(Problem.BY_PLACE);
    if (endingEarly > 0) {
      notes.add(
          endingEarly == 1
              ? "1 row ends early: what it lacks counts as empty"
              : "%d rows end early: what they lack counts as empty".formatted(endingEarly));
    }
    if (ofErased > 0) {
      notes.add(
          "%,d rows of customers who were erased are left out; take them out of the file, too"
              .formatted(ofErased));
    }
    if (added + changed + unchanged + rejected + ofErased == 0) {
      notes.add("there are no rows below the column names");
    }
    List<String> allNotes = notes.asOf(handle);
    if (rejected > 0 && onBadRows == OnBadRows.REFUSE_THE_FILE) {
      throw new RefusedFileException(
          new FileReport.Refused(file, problems, problemCount, allNotes));
    }
    rejects.finish();
    return new FileReport.Taken(
        file,
        sheet.kind(),
        added,
        changed,
        unchanged,
        rejected,
        problems,
        problemCount,
        allNotes,
        null);
  }
}
