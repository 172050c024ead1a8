package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.history.Dossiers;
import org.regards.history.PastLetter;
import org.regards.intake.Orchard;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** A draft for every customer whom a letter fits, on either database. */
abstract class DraftRunContract {
  private static final LetterRequest THANKS = LetterRequest.of(LetterType.THANK_YOU);
  private static final DraftRun.Progress SILENT = soFar -> {};

  @TempDir Path folder;
  private StoreLocation location;
  private Database orchard;
  private Drafts drafts;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void openOrchard() {
    location = emptyStore();
    orchard = Database.open(location);
    Orchard.importInto(orchard, folder.resolve("rejects"));
    drafts = TeaMerchant.drafts(orchard);
  }

  @AfterEach
  void closeOrchard() {
    orchard.close();
  }

  @Test
  void draftsForWhomTheLetterFits() throws InterruptedException {
    assertThat(counted(drafts.composeAll(THANKS, Orchard.NOW, Actor.PROGRAM, SILENT)))
        .containsExactly(4, 0, 22);
    assertThat(recipients()).containsExactlyInAnyOrder("C-1001", "C-1017", "C-1023", "C-1024");
  }

  @Test
  void saysOfOneCustomerWhyTheOthersGotNone() throws InterruptedException {
    DraftRun.Result result = drafts.composeAll(THANKS, Orchard.NOW, Actor.PROGRAM, SILENT);
    assertThat(result.notDrafted()).containsOnlyKeys(Composition.Unfit.class);
    DraftRun.Reason reason = result.notDrafted().get(Composition.Unfit.class);
    assertThat(reason.customers()).isEqualTo(22);
    assertThat(Clerk.said(reason.example().why()))
        .startsWith(reason.example().customer() + " has not thanked or praised us on record");
  }

  @Test
  void secondRunPassesOverWhoHasALetter() throws InterruptedException {
    drafts.composeAll(THANKS, Orchard.NOW, Actor.PROGRAM, SILENT);
    assertThat(counted(drafts.composeAll(THANKS, Orchard.NOW, Actor.PROGRAM, SILENT)))
        .containsExactly(0, 4, 22);
    assertThat(recipients()).hasSize(4);
  }

  @Test
  void goesOnAfterWhatWasDraftedBefore() throws InterruptedException {
    drafts.compose(new CustomerId("C-1017"), THANKS, Orchard.NOW, Actor.PROGRAM);
    assertThat(counted(drafts.composeAll(THANKS, Orchard.NOW, Actor.PROGRAM, SILENT)))
        .containsExactly(3, 1, 22);
  }

  @Test
  void twoRunsAtOnceDraftEachLetterOnce() throws Exception {
    CountDownLatch bothHaveLooked = new CountDownLatch(2);
    long drafted = 0;
    long passedOver = 0;
    try (ExecutorService programs = Executors.newFixedThreadPool(2)) {
      Callable<DraftRun.Result> run = () -> runOfAnotherProgram(bothHaveLooked);
      for (Future<DraftRun.Result> result : programs.invokeAll(List.of(run, run))) {
        drafted += result.get().drafted();
        passedOver += result.get().passedOver();
      }
    }
    assertThat(recipients()).containsExactlyInAnyOrder("C-1001", "C-1017", "C-1023", "C-1024");
    assertThat(drafted).isEqualTo(4);
    assertThat(passedOver).isEqualTo(4);
  }

  /** Composes only once the other one, too, has found that there are no letters yet. */
  private DraftRun.Result runOfAnotherProgram(CountDownLatch bothHaveLooked)
      throws InterruptedException {
    try (Database own = Database.open(location)) {
      own.logStatements(
          sql -> {
            if (sql.startsWith("SELECT customer FROM letter")) {
              bothHaveLooked.countDown();
              awaitQuietly(bothHaveLooked);
            }
          });
      return TeaMerchant.drafts(own).composeAll(THANKS, Orchard.NOW, Actor.PROGRAM, SILENT);
    }
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void draftsAnewOnAnotherDay() throws InterruptedException {
    drafts.composeAll(THANKS, Orchard.NOW, Actor.PROGRAM, SILENT);
    assertThat(
            drafts
                .composeAll(THANKS, Orchard.NOW.plusSeconds(86_400), Actor.PROGRAM, SILENT)
                .drafted())
        .isEqualTo(4);
  }

  @Test
  void tellsHowFarItHasCome() throws InterruptedException {
    List<DraftRun.Result> heard = new CopyOnWriteArrayList<>();
    drafts.composeAll(THANKS, Orchard.NOW, Actor.PROGRAM, heard::add);
    assertThat(counted(heard.getLast())).containsExactly(4, 0, 22);
  }

  @Test
  void interruptedRunKeepsWhatItHadAndGoesOn() throws InterruptedException {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> drafts.composeAll(THANKS, Orchard.NOW, Actor.PROGRAM, SILENT))
        .isInstanceOf(InterruptedException.class)
        .hasMessage("stopped between two groups; what was drafted is kept");
    assertThat(Thread.interrupted()).isFalse();
    int kept = recipients().size();
    assertThat(counted(drafts.composeAll(THANKS, Orchard.NOW, Actor.PROGRAM, SILENT)))
        .containsExactly(4 - kept, kept, 22);
  }

  @Test
  void failureOfAGroupEndsTheRun() {
    orchard.write(handle -> handle.execute("ALTER TABLE letter RENAME TO gone"));
    assertThatThrownBy(() -> drafts.composeAll(THANKS, Orchard.NOW, Actor.PROGRAM, SILENT))
        .isInstanceOf(RuntimeException.class);
  }

  @Test
  void draftIsPartOfTheHistory() {
    drafts.compose(new CustomerId("C-1017"), THANKS, Orchard.NOW, Actor.PROGRAM);
    assertThat(
            new Dossiers(orchard)
                .of(new CustomerId("C-1017"), TeaMerchant.NOW)
                .orElseThrow()
                .letters())
        .extracting(PastLetter::type)
        .containsExactly("thank-you");
  }

  @Test
  void namesCustomersAndLettersNearAnUnknownOne() {
    drafts.compose(new CustomerId("C-1017"), THANKS, Orchard.NOW, Actor.PROGRAM);
    assertThatThrownBy(() -> drafts.get(new LetterId(99)))
        .isInstanceOf(UnknownLetterException.class)
        .hasMessage("There is no letter L-99. The latest are L-1.");
    assertThatThrownBy(
            () -> drafts.compose(new CustomerId("C-101"), THANKS, Orchard.NOW, Actor.PROGRAM))
        .hasMessageContaining("C-101");
  }

  /** Drafted, passed over, not drafted. */
  private static long[] counted(DraftRun.Result result) {
    return new long[] {result.drafted(), result.passedOver(), result.notDraftedInAll()};
  }

  private List<String> recipients() {
    return orchard.read(
        handle -> handle.createQuery("SELECT customer FROM letter").mapTo(String.class).list());
  }
}
