package org.regards.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.customer.StaffId;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** What holds for files that go with letters in either database. */
abstract class LetterFilesContract {
  private static final Actor MARA = Actor.of(new StaffId("mk"));
  private static final LetterId ID = new LetterId(1);
  private static final LetterId OTHER = new LetterId(2);
  private static final Instant NOW = Instant.parse("2026-11-02T09:30:00Z");

  /** Pinned: approvals of letters without attachments must stay good. */
  private static final String DIGEST =
      "c6eae2eab188c6daa9484f93e034aa69e870b5d409cc3bd2f4757c87bc7e25ab";

  @TempDir Path folder;
  private Database database;
  private LetterFiles files;

  abstract StoreLocation location(Path folder);

  @BeforeEach
  void putLetters() {
    database = Database.open(location(folder));
    LetterShelf.put(database, ID, SampleLetters.thankYou());
    LetterShelf.put(database, OTHER, SampleLetters.thankYou());
    files = new LetterFiles(database, () -> NOW, 1_000);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsFilesInTheirOrderWithTheirBytes() {
    attach(ID, file("z.pdf", "zett"), file("a.txt", "ah"));
    Attachments kept = get(ID).letter().head().attachments();
    assertThat(kept.files()).extracting(AttachedFile::name).containsExactly("z.pdf", "a.txt");
    assertThat(kept.files())
        .extracting(AttachedFile::mediaType)
        .containsExactly("application/pdf", "text/plain");
    assertThat(content(kept.files().get(1))).isEqualTo("ah");
    assertThat(get(OTHER).letter().head().attachments()).isEqualTo(Attachments.NONE);
  }

  @Test
  void makesADraftOfALetterInReview() {
    database.write(
        handle -> {
          LetterStamp.move(handle, List.of(ID), LetterState.APPROVED);
          return ID;
        });
    attach(ID, file("a.txt", "ah"));
    assertThat(get(ID).state()).isEqualTo(LetterState.DRAFT);
    assertThat(get(ID).author()).isEqualTo(new StaffId("mk"));
    assertThat(new AuditTrail(database).of(ID.record()))
        .extracting(entry -> Objects.requireNonNull(entry.deed()).act())
        .containsExactly(Act.EDITED, Act.VOIDED);
  }

  @Test
  void changesNothingOfALetterThatIsUnderWay() {
    database.write(
        handle -> {
          LetterStamp.move(handle, List.of(ID), LetterState.QUEUED);
          return ID;
        });
    assertThat(change(ID, List.of(file("a.txt", "ah")), List.of(), null))
        .isEqualTo(new Revision.NotADraft(ID, LetterState.QUEUED));
    assertThat(get(ID).letter().head().attachments().isEmpty()).isTrue();
  }

  @Test
  void takesTheNewerFileOfAName() {
    attach(ID, file("a.txt", "old"), file("b.txt", "be"));
    attach(ID, file("a.txt", "new"));
    List<AttachedFile> kept = get(ID).letter().head().attachments().files();
    assertThat(kept).extracting(AttachedFile::name).containsExactly("b.txt", "a.txt");
    assertThat(content(kept.get(1))).isEqualTo("new");
    assertThat(contents()).isEqualTo(2);
  }

  @Test
  void keepsSharedBytesOnceAndAsLongAsALetterHasThem() {
    attach(ID, file("a.txt", "same"));
    attach(OTHER, file("b.txt", "same"));
    assertThat(contents()).isEqualTo(1);
    change(ID, List.of(), List.of("a.txt"), null);
    assertThat(contents()).isEqualTo(1);
    change(OTHER, List.of(), List.of("b.txt"), null);
    assertThat(contents()).isZero();
  }

  @Test
  void refusesToDetachWhatIsNotThere() {
    attach(ID, file("a.txt", "ah"));
    assertThat(change(ID, List.of(), List.of("b.txt"), null))
        .isEqualTo(
            new Revision.Refused(
                ID, List.of("no file of the name b.txt goes with it; there are: a.txt")));
  }

  @Test
  void refusesMoreThanTheLimitInAll() {
    attach(ID, file("a.txt", "x".repeat(600)));
    assertThat(change(ID, List.of(file("b.txt", "y".repeat(600))), List.of(), null))
        .isInstanceOfSatisfying(
            Revision.Refused.class,
            refused ->
                assertThat(refused.problems())
                    .singleElement()
                    .asString()
                    .startsWith("The files have 1 kB together, and a letter takes 1 kB: many"));
  }

  @Test
  void attachesNothingToPaper() {
    LetterId paper = new LetterId(3);
    LetterShelf.put(
        database,
        paper,
        SampleLetters.thankYou(SampleLetters.TOMOKO, SampleLetters.MARA, LetterChannel.PRINT));
    assertThat(change(paper, List.of(), List.of(), true))
        .isEqualTo(
            new Revision.Refused(
                paper,
                List.of(
                    "it goes on paper, and files go with emails only; put the sheets in with it")));
  }

  @Test
  void bindsADigestToWhatGoesWithTheLetter() {
    List<String> digests = new ArrayList<>();
    digests.add(digest(ID));
    change(ID, List.of(), List.of(), true);
    digests.add(digest(ID));
    attach(ID, file("a.txt", "ah"));
    digests.add(digest(ID));
    attach(ID, file("a.txt", "oh"));
    digests.add(digest(ID));
    change(ID, List.of(file("b.txt", "oh")), List.of("a.txt"), false);
    digests.add(digest(ID));
    assertThat(digests).doesNotHaveDuplicates();
    change(ID, List.of(), List.of("b.txt"), null);
    assertThat(digest(ID)).isEqualTo(digests.getFirst()).isEqualTo(DIGEST);
  }

  @Test
  void saysWhenNothingChanges() {
    attach(ID, file("a.txt", "ah"));
    assertThat(change(ID, List.of(file("a.txt", "ah")), List.of(), false))
        .isInstanceOf(Revision.Unchanged.class);
  }

  private void attach(LetterId letter, FileToAttach... added) {
    assertThat(change(letter, List.of(added), List.of(), null))
        .isInstanceOf(Revision.Revised.class);
  }

  private Revision change(
      LetterId letter, List<FileToAttach> added, List<String> removed, @Nullable Boolean pdf) {
    return files.change(letter, new LetterFiles.Change(added, removed, pdf), MARA);
  }

  private StoredLetter get(LetterId id) {
    return LetterShelf.get(database, id);
  }

  /** The digest that approvals bind to, as both ways of reading a letter have it. */
  private String digest(LetterId id) {
    String stamped =
        Objects.requireNonNull(database.read(handle -> LetterStamp.of(handle, List.of(id))).get(id))
            .digest();
    assertThat(LetterDigest.of(get(id).letter())).isEqualTo(stamped);
    return stamped;
  }

  private String content(AttachedFile file) {
    return new String(database.read(handle -> LetterFiles.content(handle, file)), UTF_8);
  }

  private int contents() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT COUNT(*) FROM attachment_content")
                .mapTo(Integer.class)
                .one());
  }

  private FileToAttach file(String name, String words) {
    try {
      Path file = Files.writeString(folder.resolve(name), words);
      return ((FilesToAttach.Read) FilesToAttach.read(List.of(file), 1_000)).files().getFirst();
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
