package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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

/** What holds for changing drafts in either database. */
abstract class RevisionContract {
  private static final Actor MARA = Actor.of(new StaffId("mk"));
  private static final LetterId ID = new LetterId(1);

  @TempDir Path folder;
  private Database database;
  private Drafts drafts;
  private String digest;

  abstract StoreLocation location(Path folder);

  @BeforeEach
  void putALetter() {
    database = Database.open(location(folder));
    LetterShelf.put(database, ID, SampleLetters.thankYou());
    drafts = TeaMerchant.drafts(database);
    digest = LetterDigest.of(SampleLetters.thankYou());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void keepsOtherWordsAndWhoWroteThem() {
    Revision revision = drafts.revise(ID, digest, reworded(), MARA);
    assertThat(revision).isInstanceOf(Revision.Revised.class);
    StoredLetter stored = drafts.get(ID);
    assertThat(stored.letter()).isEqualTo(reworded());
    assertThat(stored.author()).isEqualTo(new StaffId("mk"));
    assertThat(new AuditTrail(database).of(ID.record()))
        .extracting(entry -> Objects.requireNonNull(entry.deed()).act())
        .containsExactly(Act.EDITED);
  }

  @Test
  void keepsNothingOfALetterThatChangedMeanwhile() {
    drafts.revise(ID, digest, reworded(), MARA);
    assertThat(drafts.revise(ID, digest, SampleLetters.thankYou(), MARA))
        .isEqualTo(new Revision.ChangedMeanwhile(ID, LetterDigest.of(reworded())));
    assertThat(drafts.get(ID).letter()).isEqualTo(reworded());
  }

  @Test
  void changesDraftsAlone() {
    database.write(
        handle -> {
          LetterStamp.move(handle, List.of(ID), LetterState.QUEUED);
          return ID;
        });
    assertThat(drafts.revise(ID, digest, reworded(), MARA))
        .isEqualTo(new Revision.NotADraft(ID, LetterState.QUEUED));
  }

  @Test
  void takesAFileBackAsItWent() {
    StoredLetter stored = drafts.get(ID);
    assertThat(LetterEdit.read(LetterEdit.write(stored), stored))
        .isEqualTo(new LetterEdit.Reading.Read(stored.letter(), digest));
  }

  @Test
  void refusesFactsThatTheLetterHadNot() {
    Letter letter = SampleLetters.thankYou();
    List<Part> parts = new ArrayList<>(letter.parts());
    parts.set(
        1,
        SampleLetters.part(
            PartName.EVENT,
            SampleLetters.paragraph(SampleLetters.fact("31 October", "interaction/I-78.at"))));
    assertThat(drafts.revise(ID, digest, new Letter(letter.head(), letter.subject(), parts), MARA))
        .isInstanceOf(Revision.Refused.class);
  }

  @Test
  void refusesWhatNoLetterHolds() {
    StoredLetter stored = drafts.get(ID);
    for (String hostile :
        List.of(
            "<script>alert(1)</script>",
            "<img src=x onerror=alert(1)>",
            "<p><a href=\"javascript:alert(1)\">x</a></p>")) {
      String file =
          LetterEdit.write(stored)
              .replace("<section id=\"outlook\">", "<section id=\"outlook\">" + hostile);
      assertThat(LetterEdit.read(file, stored))
          .as(hostile)
          .isInstanceOf(LetterEdit.Reading.Unreadable.class);
    }
    assertThat(LetterEdit.read("<p>no first line</p>", stored))
        .isInstanceOf(LetterEdit.Reading.Unreadable.class);
  }

  private static Letter reworded() {
    Letter letter = SampleLetters.thankYou();
    List<Part> parts = new ArrayList<>(letter.parts());
    parts.set(
        2,
        SampleLetters.part(
            PartName.EFFECT, SampleLetters.paragraph(SampleLetters.text("Her lamp is mended."))));
    return new Letter(letter.head(), letter.subject(), parts);
  }
}
