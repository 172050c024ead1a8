package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Approved;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.Recipient;
import org.regards.letter.SampleLetters;
import org.regards.mail.RudeServer;
import org.regards.mail.RudeServer.Moment;
import org.regards.mail.SmtpPostbox;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.store.TestStores;

/** A restored backup of yesterday sends nothing by itself: what was due meanwhile waits. */
final class RestoredStoreTest {
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L1 = new LetterId(1);
  private static final LetterId L2 = new LetterId(2);
  private static final LetterId L3 = new LetterId(3);

  @TempDir private Path folder;

  private final RudeServer server = new RudeServer();
  private Path store;
  private Path backup;
  private Instant now = Instant.parse("2026-11-21T16:00:00Z");
  private Database database;

  @BeforeEach
  void open() {
    store = folder.resolve("regards.db");
    backup = folder.resolve("backup.db");
    TestStores.sqlite(folder);
    reopen();
    given(L1);
    given(L2);
    given(L3);
  }

  @AfterEach
  void close() {
    database.close();
    server.close();
  }

  @Test
  void sendsInAStoreThatNobodySentFromBefore() {
    assertThat(send(L1)).isInstanceOf(SendOutcome.Sent.class);
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void sendsNothingFromARestoredBackup() throws IOException {
    send(L1);
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L2);
    backUp();

    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(2));
    assertThat(sendDue()).hasSize(1);
    assertThat(send(L3)).isInstanceOf(SendOutcome.Sent.class);
    int sent = server.messages().size();

    restore();
    now = now.plus(Duration.ofHours(1));
    assertThat(sendDue()).isEmpty();
    assertThat(send(L3).message())
        .isEqualTo(
            "L-3 was not sent: this store is older than what was sent from it, as when a backup was"
                + " restored: it stands as it did on 21 November 2026 at 16:00 UTC, but letters"
                + " left until 21 November 2026 at 18:00 UTC. Any letter that waits may have left"
                + " already. See what your archive mailbox or the mail server's log has of that"
                + " time, take those back with regards outbox cancel L-…, and let the others go:"
                + " regards outbox release --all --as STAFF.");
    assertThat(send(L2)).isInstanceOf(SendOutcome.Held.class);
    assertThat(server.messages()).hasSize(sent);
    assertThat(waitsFor(L2)).startsWith("this store is older than what was sent from it");
  }

  @Test
  void sendsAgainWhenSomebodyGaveTheirWord() throws IOException {
    send(L1);
    backUp();
    send(L2);
    restore();
    assertThat(send(L3)).isInstanceOf(SendOutcome.Held.class);
    release();
    assertThat(send(L3)).isInstanceOf(SendOutcome.Sent.class);
    assertThat(send(L1)).isInstanceOf(SendOutcome.AlreadySent.class);
  }

  @Test
  void noticesItOnceMoreWhenTheSameBackupIsRestoredAgain() throws IOException {
    send(L1);
    backUp();
    send(L2);
    restore();
    send(L3);
    release();
    send(L3);
    restore();
    assertThat(send(L3)).isInstanceOf(SendOutcome.Held.class);
  }

  @Test
  void leavesInDoubtWhatWasPastItsDotWhenTheBackupWasMade() throws IOException {
    send(L1);
    database.write(handle -> handle.execute("UPDATE delivery SET state = 'dot-sent', worker = 1"));
    backUp();
    send(L2);
    restore();
    sendDue();
    assertThat(state(L1)).isEqualTo("in-doubt");
  }

  @Test
  void holdsBackWhatWasClaimedWhenTheBackupWasMade() throws IOException {
    send(L1);
    database.write(handle -> handle.execute("UPDATE delivery SET state = 'sending', worker = 1"));
    backUp();
    send(L2);
    restore();
    int sent = server.messages().size();
    sendDue();
    assertThat(state(L1)).isEqualTo("queued");
    assertThat(waitsFor(L1)).isNotEmpty();
    assertThat(server.messages()).hasSize(sent);
  }

  @Test
  void takesACopyThatNothingWasSentFromSinceForTheStoreItself() throws IOException {
    send(L1);
    backUp();
    restore();
    assertThat(send(L2)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void takesAStoreThatWasMovedWithoutItsLettersForItself() throws IOException {
    send(L1);
    delete(letters());
    assertThat(send(L2)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void keepsTwoStoresOfOneLettersFolderApart() throws IOException {
    send(L1);
    database.close();
    Files.delete(store);
    TestStores.sqlite(folder);
    reopen();
    given(L1);
    assertThat(send(L1)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void asksForAWordWhenAWitnessIsDamagedThatNobodyKnows() throws IOException {
    send(L1);
    backUp();
    send(L2);
    restore();
    for (Path witness : witnesses()) {
      Files.writeString(witness, "");
    }
    assertThat(send(L3)).isInstanceOf(SendOutcome.Held.class);
  }

  @Test
  void bearsADamagedWitnessOfAWorkerThatItKnows() throws IOException {
    send(L1);
    for (Path witness : witnesses()) {
      Files.writeString(witness, "?");
    }
    assertThat(send(L2)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void keepsOneWitnessForAll() throws IOException {
    send(L1);
    send(L2);
    send(L3);
    assertThat(witnesses()).hasSize(1);
  }

  @Test
  void sendsNothingWithoutAWitness() throws IOException {
    Files.writeString(letters(), "a file in the place of a folder");
    assertThatThrownBy(() -> send(L1))
        .isInstanceOf(WitnessException.class)
        .hasMessageContaining("so nothing is sent without it");
    assertThat(server.messages()).isEmpty();
    assertThat(state(L1)).isEqualTo("queued");

    Files.delete(letters());
    assertThat(send(L1)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void letsWaitWhatFellDueWhileNobodySent() {
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L1);
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(15));
    assertThat(sendDue()).isEmpty();
    assertThat(waitsFor(L1))
        .isEqualTo(
            "nothing was sent between 21 November 2026 at 16:00 UTC and 22 November 2026 at 07:00"
                + " UTC, and it fell due meanwhile. If the store was restored from a backup it may"
                + " have left already; if the machine was only off, let it go: name it, regards"
                + " send L-…, or all of them, regards outbox release --all --as STAFF.");
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void sendsWhatSomebodyNamesAfterAGap() {
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L1);
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(15));
    assertThat(send(L1)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void doesNotForgetTheGapBecauseSomebodySentAnotherLetter() {
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L1);
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(15));
    send(L2);
    assertThat(sendDue()).isEmpty();
    assertThat(waitsFor(L1)).isNotEmpty();
  }

  @Test
  void sendsWhatFellDueInAShortBreak() {
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L1);
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(5));
    assertThat(sendDue()).hasSize(1);
  }

  @Test
  void asksNobodyWhenTheGapIsSwitchedOff() {
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L1);
    server.isPoliteAgain();
    now = now.plus(Duration.ofDays(9));
    assertThat(sendDue(WorkerRules.USUAL.withGap(Duration.ZERO))).hasSize(1);
  }

  @Test
  void catchesACopiedFolderByTheGap() throws IOException {
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L1);
    backUp();
    Path lettersBackup = folder.resolve("letters-backup");
    copy(letters(), lettersBackup);
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(2));
    assertThat(sendDue()).hasSize(1);
    restore();
    delete(letters());
    copy(lettersBackup, letters());
    now = now.plus(Duration.ofHours(20));
    assertThat(sendDue()).isEmpty();
    assertThat(server.messages()).hasSize(2);
  }

  @Test
  void sendsOnMondayWhatFellDueOnAMachineThatWasOff() {
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L1, ours());
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(63));
    assertThat(sendDue(ours())).singleElement().isInstanceOf(SendOutcome.Sent.class);
    now = now.plus(Duration.ofHours(24));
    assertThat(sendDue(ours())).isEmpty();
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L2, ours());
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(24));
    assertThat(sendDue(ours())).singleElement().isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void catchesACopiedFolderByWhatTheMachineKnows() throws IOException {
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L1, ours());
    backUp();
    Path lettersBackup = folder.resolve("letters-backup");
    copy(letters(), lettersBackup);
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(2));
    assertThat(sendDue(ours())).hasSize(1);
    restore();
    delete(letters());
    copy(lettersBackup, letters());
    now = now.plus(Duration.ofMinutes(10));
    assertThat(sendDue(ours())).isEmpty();
    assertThat(waitsFor(L1)).startsWith("this store is older than what was sent from it");
    assertThat(server.messages()).hasSize(2);

    release();
    server.answers(Moment.DOT, "451 4.3.0 try later");
    sendDue(ours());
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(24));
    assertThat(sendDue(ours())).singleElement().isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void asksOnAMachineThatIsNewToTheStoreOrNotAlone() throws IOException {
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L1, ours());
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(24));
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    assertThat(sendDue(WorkerRules.USUAL.withMachine(elsewhere))).isEmpty();
    assertThat(waitsFor(L1)).startsWith("nothing was sent between");

    release();
    database.note(handle -> handle.execute("UPDATE worker SET host = 'attic' WHERE id = 1"));
    now = now.plus(Duration.ofHours(24));
    assertThat(sendDue(ours())).isEmpty();
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void asksAfterALongSilenceOfAStoreOnAServerWhereverItWasSentFrom() {
    server.answers(Moment.DOT, "451 4.3.0 try later");
    send(L1, ours().onServer());
    server.isPoliteAgain();
    now = now.plus(Duration.ofHours(63));
    assertThat(sendDue(ours().onServer())).isEmpty();
    assertThat(sendDue(ours())).isEmpty();
  }

  /** With a folder that belongs to the machine, and that no backup brings back. */
  private WorkerRules ours() {
    return WorkerRules.USUAL.withMachine(folder.resolve("machine"));
  }

  private Path letters() {
    return folder.resolve("letters-out");
  }

  private List<Path> witnesses() throws IOException {
    try (Stream<Path> files = Files.walk(letters())) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private void given(LetterId id) {
    LetterShelf.put(
        database,
        id,
        SampleLetters.thankYou(
            new Recipient(
                new CustomerId("C-" + id.number()),
                "Alma Person",
                "",
                SampleLetters.BELFAST,
                "alma%d@mail.example".formatted(id.number())),
            SampleLetters.MARA,
            LetterChannel.EMAIL));
    Approved.put(database, id);
  }

  private SendOutcome send(LetterId id) {
    return send(id, WorkerRules.USUAL);
  }

  private SendOutcome send(LetterId id, WorkerRules sharing) {
    List<SendOutcome> told = new ArrayList<>();
    try (SmtpPostbox postbox = new SmtpPostbox(server.address())) {
      Emails emails = emails(postbox, sharing);
      emails.send(List.of(id), JO, false, told::add);
    }
    return told.getFirst();
  }

  private List<SendOutcome> sendDue() {
    return sendDue(WorkerRules.USUAL);
  }

  private List<SendOutcome> sendDue(WorkerRules sharing) {
    List<SendOutcome> told = new ArrayList<>();
    try (SmtpPostbox postbox = new SmtpPostbox(server.address());
        Dispatch dispatch =
            Dispatch.begin(
                database, PostLines.one(() -> postbox), enclosures(), rules(sharing), () -> now)) {
      dispatch.sendDue(new Scope.Due(null), told::add);
    }
    return told;
  }

  private Emails emails(SmtpPostbox postbox, WorkerRules sharing) {
    return new Emails(
        database,
        id -> LetterShelf.get(database, id),
        () -> PostLines.one(() -> postbox),
        enclosures(),
        () -> rules(sharing),
        () -> now);
  }

  private Enclosures enclosures() {
    return new Enclosures(database, () -> PrintShop.PRINTER);
  }

  private Rules rules(WorkerRules sharing) {
    return Rules.plain().shared(sharing, letters(), () -> now);
  }

  private void release() {
    database.write(
        handle -> {
          new RestoredDao(handle).release();
          return now;
        });
  }

  private void reopen() {
    database = Database.open(StoreLocation.of(store.toString()));
  }

  private void backUp() throws IOException {
    database.close();
    Files.copy(store, backup, StandardCopyOption.REPLACE_EXISTING);
    reopen();
  }

  private void restore() throws IOException {
    database.close();
    Files.copy(backup, store, StandardCopyOption.REPLACE_EXISTING);
    reopen();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList().reversed()) {
        Files.delete(file);
      }
    }
  }

  private String state(LetterId id) {
    return column("state", id);
  }

  private String waitsFor(LetterId id) {
    return column("waits_for", id);
  }

  private String column(String name, LetterId id) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT <name> FROM delivery WHERE letter = :id")
                .define("name", name)
                .bind("id", id.number())
                .mapTo(String.class)
                .one());
  }
}
