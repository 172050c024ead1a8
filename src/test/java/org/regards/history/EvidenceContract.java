package org.regards.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.audit.Act;
import org.regards.audit.AuditTrail;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.customer.UnknownCustomerException;
import org.regards.intake.Orchard;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** What is kept of posts, and how a change shows, whatever the store. */
abstract class EvidenceContract {
  private static final CustomerId MARGO = new CustomerId("C-1008");
  private static final StaffId SANA = new StaffId("ss");
  private static final Instant SEEN = Instant.parse("2026-11-13T19:05:00Z");
  private static final URI POST = URI.create("https://social.example/p/1");

  @TempDir private Path folder;
  private Database database;
  private EvidenceRoom room;
  private Path picture;

  abstract StoreLocation location(Path folder);

  @BeforeEach
  void open() throws IOException {
    database = Database.open(location(folder));
    Orchard.importInto(database, folder.resolve("rejects"));
    room = new EvidenceRoom(database, folder.resolve("evidence"));
    picture = Files.write(folder.resolve("Post.PNG"), new byte[] {1, 2, 3});
  }

  @AfterEach
  void close() {
    database.close();
  }

  private PostEvidence kept() {
    return room.add(seen(POST, SEEN), SANA, Orchard.NOW);
  }

  private EvidenceRoom.Sighting seen(URI url, Instant at) {
    return new EvidenceRoom.Sighting(MARGO, url, at, "Still thieves.", picture);
  }

  @Test
  void keepsAddressTimeTextAndPicture() {
    PostEvidence kept = kept();

    assertThat(kept.record()).isEqualTo("evidence/E-1");
    assertThat(kept.fileDigest())
        .isEqualTo("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
    assertThat(kept.fileName()).isEqualTo("E-1-039058c6f2c0.png");
    assertThat(folder.resolve("evidence").resolve(kept.fileName()))
        .hasBinaryContent(new byte[] {1, 2, 3});
    assertThat(room.of(MARGO, Orchard.NOW)).containsExactly(kept);
    assertThat(room.verify(MARGO)).containsExactly(new EvidenceCheck(kept, List.of()));
    assertThat(new AuditTrail(database).of("evidence/E-1"))
        .singleElement()
        .satisfies(entry -> assertThat(entry.deed().act()).isEqualTo(Act.RECORDED));
  }

  @Test
  void namesAPictureThatWasChangedOrTakenAway() throws IOException {
    PostEvidence kept = kept();
    Path file = folder.resolve("evidence").resolve(kept.fileName());
    Files.write(file, new byte[] {1, 2, 4});
    List<EvidenceCheck> checks = new ArrayList<>();
    room.verifyAll(checks::add);
    assertThat(checks.getFirst().problems().getFirst())
        .startsWith("the file %s has been changed: its SHA-256 was 039058".formatted(file));

    Files.delete(file);
    assertThat(room.verify(MARGO).getFirst().problems())
        .containsExactly("the file %s is gone".formatted(file));
  }

  @Test
  void namesARowThatWasChanged() {
    kept();
    database.write(handle -> handle.execute("UPDATE post_evidence SET message = 'Nice fruit.'"));

    assertThat(room.verify(MARGO).getFirst().problems())
        .containsExactly("what the store says of it is not what was recorded");
  }

  @Test
  void refusesWhatProvesNothing() {
    assertThatThrownBy(() -> room.add(seen(URI.create("post/1"), SEEN), SANA, Orchard.NOW))
        .isInstanceOf(UnusableEvidenceException.class)
        .hasMessage("post/1 is no address on the web; give all of it: https://…");
    assertThatThrownBy(() -> room.add(seen(POST, Orchard.NOW.plusSeconds(1)), SANA, Orchard.NOW))
        .isInstanceOf(UnusableEvidenceException.class)
        .hasMessageContaining("which is still to come");
    EvidenceRoom.Sighting nobody =
        new EvidenceRoom.Sighting(new CustomerId("C-9"), POST, SEEN, "", picture);
    assertThatThrownBy(() -> room.add(nobody, SANA, Orchard.NOW))
        .isInstanceOf(UnknownCustomerException.class);
    EvidenceRoom.Sighting nothing =
        new EvidenceRoom.Sighting(MARGO, POST, SEEN, "", folder.resolve("none.png"));
    assertThatThrownBy(() -> room.add(nothing, SANA, Orchard.NOW))
        .isInstanceOf(UnusableEvidenceException.class)
        .hasMessageContaining("none.png cannot be read");
    assertThat(room.of(MARGO, Orchard.NOW)).isEmpty();
  }

  @Test
  void erasesWhatTheStoreSaysOfThem() {
    kept();

    int erased = database.write(handle -> EvidenceRoom.erase(handle, MARGO));
    assertThat(erased).isEqualTo(1);
    assertThat(room.of(MARGO, Orchard.NOW)).isEmpty();
  }
}
