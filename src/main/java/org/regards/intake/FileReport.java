package org.regards.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.store.RecordKind;

/** What became of one file. */
public sealed interface FileReport {
  Path file();

  /**
   * Its good rows are in the store.
   *
   * @param rejected rows that are not, each of them in {@code rejects}
   * @param problems by line, the first thousand of them
   * @param problemCount all of them
   * @param notes what was taken as it is, but a person should know
   * @param rejectsFile the rejected rows with the reasons, or null when there are none
   */
  record Taken(
      Path file,
      RecordKind kind,
      long added,
      long changed,
      long unchanged,
      long rejected,
      List<Problem> problems,
      long problemCount,
      List<String> notes,
      @Nullable Path rejectsFile)
      implements FileReport {
    public Taken {
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }

    public Optional<Path> rejects() {
      return Optional.ofNullable(rejectsFile);
    }

    public long rows() {
      return added + changed + unchanged + rejected;
    }
  }

  /**
   * Nothing of it is in the store.
   *
   * @param problems at least one; the first thousand
   */
  record Refused(Path file, List<Problem> problems, long problemCount, List<String> notes)
      implements FileReport {
    public Refused {
      problems = List.copyOf(problems);
      notes = List.copyOf(notes);
    }
  }

  /** It was not read at all. */
  record Skipped(Path file, String why) implements FileReport {}
}
