package org.regards.letter;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import org.regards.store.Database;

/** The verbs of what goes with letters. */
public final class LetterFiles {
  private final Database database;
  private final InstantSource clock;
  private final long limit;

  /**
   * @param limit for all files of a letter together, in bytes
   */
  public LetterFiles(Database database, InstantSource clock, long limit) {
    this.database = database;
    this.clock = clock;
    this.limit = limit;
  }

  /** For all files of a letter together, in bytes. */
  public long limit() {
    return limit;
  }

  /**
   * What is to be changed of what goes with a letter.
   *
   * @param added in the place of those of the same names
   * @param removed names
   * @param asPdf whether the letter itself goes along, or null to leave that as it is
   */
  public record Change(List<FileToAttach> added, List<String> removed, @Nullable Boolean asPdf) {
    public Change {
      added = List.copyOf(added);
      removed = List.copyOf(removed);
    }
  }

  /**
   * Changes what goes with a letter that has not left. It is a draft again then: whoever approved
   * it approved it without.
   *
   * @throws UnknownLetterException when there is none
   */
  public Revision change(LetterId id, Change change, Actor by) {
    Instant now = clock.instant();
    return database.write(
        handle -> {
          StoredLetter before = Drafts.locked(handle, id);
          if (!Drafts.isChangeable(before.state())) {
            return new Revision.NotADraft(id, before.state());
          }
          Attachments standing = before.letter().head().attachments();
          Attachments changed = changed(standing, change);
          List<String> problems = problems(before.letter(), standing, changed, change);
          if (!problems.isEmpty()) {
            return new Revision.Refused(id, problems);
          }
          if (changed.equals(standing)) {
            return new Revision.Unchanged(before);
          }
          return new Revision.Revised(keep(handle, before, changed, change, by, now));
        });
  }

  private static Attachments changed(Attachments before, Change change) {
    List<AttachedFile> files = new ArrayList<>(before.files());
    files.removeIf(file -> change.removed.contains(file.name()));
    for (FileToAttach one : change.added) {
      files.removeIf(file -> file.name().equals(one.file().name()));
      files.add(one.file());
    }
    return new Attachments(change.asPdf == null ? before.asPdf() : change.asPdf, files);
  }

  private List<String> problems(
      Letter letter, Attachments before, Attachments after, Change change) {
    List<String> problems = new ArrayList<>();
    List<String> names = before.files().stream().map(AttachedFile::name).toList();
    for (String name : change.removed) {
      if (!names.contains(name)) {
        problems.add(
            "no file of the name %s goes with it; there are: %s"
                .formatted(name, names.isEmpty() ? "none" : String.join(", ", names)));
      }
    }
    if (!after.isEmpty() && letter.head().channel() != LetterChannel.EMAIL) {
      problems.add("it goes on paper, and files go with emails only; put the sheets in with it");
    }
    if (after.size() > limit) {
      problems.add(FilesToAttach.tooLarge(after.size(), limit));
    }
    return problems;
  }

  private static StoredLetter keep(
      Handle handle,
      StoredLetter before,
      Attachments attachments,
      Change change,
      Actor by,
      Instant now) {
    Letter letter = before.letter();
    StoredLetter after =
        new StoredLetter(
            before.id(),
            LetterState.DRAFT,
            before.template(),
            now,
            by.staff().orElse(before.author()),
            new Letter(letter.head().with(attachments), letter.subject(), letter.parts()));
    new LetterDao(handle).rewrite(after);
    AttachmentDao dao = new AttachmentDao(handle);
    dao.keep(change.added);
    dao.replace(before.id(), attachments);
    dao.forget(letter.head().attachments().files());
    by.staff().ifPresent(who -> new LetterAuthorDao(handle).add(who, List.of(before.id())));
    CustomerId customer = letter.head().recipient().customer();
    String record = before.id().record();
    String digest = LetterDigest.of(after.letter());
    Stream<Deed> voided =
        before.state() == LetterState.DRAFT
            ? Stream.of()
            : Stream.of(new Deed(by, Act.VOIDED, record, customer, LetterDigest.of(letter)));
    AuditTrail.add(
        handle,
        now,
        Stream.concat(Stream.of(new Deed(by, Act.EDITED, record, customer, digest)), voided)
            .toList());
    return after;
  }

  /** Forgets bytes that go with no letter any more; how many files those were. */
  public static int forgetUnused(Handle handle) {
    return new AttachmentDao(handle).forgetUnused();
  }

  /** The bytes of a file that goes with a letter, as the caller's transaction sees them. */
  public static byte[] content(Handle handle, AttachedFile file) {
    return new AttachmentDao(handle).content(file);
  }
}
