package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.regards.audit.Actor;
import org.regards.audit.AuditEntry;
import org.regards.audit.AuditTrail;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.Dossiers;
import org.regards.history.LetterEvent;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterType;
import org.regards.letter.SampleLetters;
import org.regards.pdf.CardSheet;
import org.regards.pdf.CardStock;
import org.regards.pdf.Fonts;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.Stationery;
import org.regards.pdf.VeraPdf;
import org.regards.playbook.Business;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.store.WholeFolder;

/** What the queue and print runs do with whatever store. */
abstract class PrintRunContract {
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final RunRequest ALL = new RunRequest(null, RunRequest.SHEETS_PER_FILE, false);
  private static final RunId R1 = new RunId(1);
  private static final LetterId L1 = new LetterId(1);
  private static final LetterId L2 = new LetterId(2);
  private static final LetterId L3 = new LetterId(3);

  @TempDir Path folder;

  private Instant now = Instant.parse("2026-11-20T09:30:00Z");
  private Path runs;
  private StoreLocation location;
  private Database database;
  private Consumer<RunStep> steps = step -> {};
  private PdfPrinter printer = PrintShop.PRINTER;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void open() throws IOException {
    runs = folder.toRealPath().resolve("letters-out/runs");
    location = emptyStore();
    database = Database.open(location);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void queuesApprovedLettersOnPaperAndTakesThemBack() {
    put(1, "GB", "BT7 1JL");
    put(2, "GB", "BT7 1JL");
    PrintShop.put(database, L3, SampleLetters.thankYou());

    assertThat(queue(L1, L3))
        .containsExactly(
            "L-1 waits for the next print run.",
            "L-3 was not queued: it was written as an email; send it (regards send L-3) or compose"
                + " it with --channel print.");
    assertThat(letterState(1)).isEqualTo("queued");
    assertThat(queueApproved(null)).containsExactly("L-2 waits for the next print run.");
    assertThat(queue(L1)).containsExactly("L-1 waits for the next print run already.");
    assertThat(outbox().queued()).containsExactly(new QueueCount(LetterType.THANK_YOU, 2, now));

    assertThat(takeBack(L1, L1, L3))
        .containsExactly(
            "L-1 is out of the queue and stays approved.",
            "L-1 is not in the queue: it does not wait for the printer.",
            "L-3 is not in the queue: it was written as an email; send it (regards send L-3) or"
                + " compose it with --channel print.");
    assertThat(letterState(1)).isEqualTo("approved");
    assertThat(deeds(new AuditTrail(database).of(L1.record())))
        .containsExactly("queued ", "cancelled taken out of the queue");
    assertThat(queueApproved(LetterType.FAREWELL_CARD)).isEmpty();
    assertThat(queueApproved(LetterType.THANK_YOU))
        .containsExactly("L-1 waits for the next print run.");
  }

  @Test
  void queuesNothingForWhoAskedNotToBeWrittenTo() {
    put(1, "GB", "BT7 1JL");
    doNotContact(1);
    assertThat(queueApproved(null))
        .containsExactly(
            "L-1 was not queued: C-1 asked not to be written to (customer/C-1.status is"
                + " do-not-contact); no letter leaves by any channel.");
  }

  @Test
  void printsInTheOrderOfThePost() throws Exception {
    putQueued(1, "US", "10001");
    putQueued(2, "GB", "SW1A 1AA");
    putQueued(3, "DE", "10115");
    putQueued(4, "GB", "BT10 1AA");
    putQueued(5, "AT", "1010");
    putQueued(6, "GB", "BT7 1JL");
    RunOutcome.Released released = released(ALL);

    assertThat(manifest(released.run()))
        .containsExactly(
            "file,first_sheet,last_sheet,place,first_page,pages,letter,type,customer,country,envelope",
            "R-000001-letters-A4-01.pdf,1,1,1,1,1,L-6,thank-you,C-6,GB,UK-DL with window",
            "R-000001-letters-A4-01.pdf,2,2,1,2,1,L-4,thank-you,C-4,GB,UK-DL with window",
            "R-000001-letters-A4-01.pdf,3,3,1,3,1,L-2,thank-you,C-2,GB,UK-DL with window",
            "R-000001-letters-A4-01.pdf,4,4,1,4,1,L-5,thank-you,C-5,AT,DL with window",
            "R-000001-letters-A4-01.pdf,5,5,1,5,1,L-3,thank-you,C-3,DE,DL with window",
            "R-000001-letters-US-01.pdf,6,6,1,1,1,L-1,thank-you,C-1,US,US-10 with window");
    assertThat(check()).hasSize(6);
    assertThat(PrintShop.text(released.run().folder().resolve("cover.pdf"), 1, 1))
        .contains(
            "R-000001",
            "6 letters on 6 sheets of paper",
            "Made on 20 November 2026 at 09:30 UTC by jo",
            "5 sheets of A4",
            "1 sheet of US Letter");
    for (String file :
        List.of("cover.pdf", "R-000001-letters-A4-01.pdf", "R-000001-letters-US-01.pdf")) {
      assertThat(VeraPdf.broken(Files.readAllBytes(released.run().folder().resolve(file))))
          .as(file)
          .isEmpty();
    }
  }

  @Test
  void beginsEachLetterOnASheetOfItsOwn() throws Exception {
    putQueued(1, "GB", "BT1 1AA");
    PrintShop.put(database, L2, PrintShop.letter(2, "GB", "BT2 1AA", 14));
    queue(L2);
    putQueued(3, "GB", "BT3 1AA");
    RunOutcome.Released released = released(new RunRequest(null, RunRequest.SHEETS_PER_FILE, true));
    assertThat(manifest(released.run()).stream().skip(1))
        .containsExactly(
            "R-000001-letters-A4-01.pdf,1,1,1,1,1,L-1,thank-you,C-1,GB,UK-DL with window",
            "R-000001-letters-A4-01.pdf,2,2,1,3,2,L-2,thank-you,C-2,GB,UK-DL with window",
            "R-000001-letters-A4-01.pdf,3,3,1,5,1,L-3,thank-you,C-3,GB,UK-DL with window");
    Path pdf = released.run().folder().resolve("R-000001-letters-A4-01.pdf");
    assertThat(PrintShop.text(pdf, 2, 2)).isBlank();
    assertThat(PrintShop.text(pdf, 6, 6)).isBlank();
    assertThat(released.run().sheets()).isEqualTo(3);
    check();
  }

  @Test
  void neverEndsAFileWithinALetter() throws Exception {
    for (int number = 1; number <= 4; number++) {
      LetterId id = new LetterId(number);
      PrintShop.put(database, id, PrintShop.letter(number, "GB", "BT" + number + " 1AA", 14));
      queue(id);
    }
    RunOutcome.Released released = released(new RunRequest(null, 5, false));
    assertThat(released.files())
        .extracting(RunFile::name, RunFile::firstSheet, RunFile::lastSheet, RunFile::letters)
        .containsExactly(
            tuple("R-000001-letters-A4-01.pdf", 1, 4, 2),
            tuple("R-000001-letters-A4-02.pdf", 5, 8, 2));
    check();
    put(5, "GB", "BT1 1AA");
    queueApproved(null);
    assertThat(released(new RunRequest(null, 1, false)).run().id()).isEqualTo(new RunId(2));
    check();
  }

  @Test
  void putsCardsOnSheetsInTheOrderOfCuttingThem() throws Exception {
    printer =
        new PdfPrinter(
            Stationery.blank().with(CardStock.usual().on(CardSheet.A4)), Fonts.builtIn());
    for (int number = 1; number <= 5; number++) {
      LetterId id = new LetterId(number);
      PrintShop.put(database, id, PrintShop.card(number, "GB", "BT" + number + " 1AA"));
      queue(id);
    }
    putQueued(6, "GB", "BT1 1AA");
    PrintRun run = released(ALL).run();
    assertThat(manifest(run).stream().skip(1))
        .containsExactly(
            "R-000001-letters-A4-01.pdf,1,1,1,1,1,L-6,thank-you,C-6,GB,UK-DL with window",
            "R-000001-cards-a6-a4-01.pdf,2,2,1,1,2,L-1,farewell-card,C-1,GB,C6",
            "R-000001-cards-a6-a4-01.pdf,3,3,1,3,2,L-2,farewell-card,C-2,GB,C6",
            "R-000001-cards-a6-a4-01.pdf,4,4,1,5,2,L-3,farewell-card,C-3,GB,C6",
            "R-000001-cards-a6-a4-01.pdf,2,2,2,1,2,L-4,farewell-card,C-4,GB,C6",
            "R-000001-cards-a6-a4-01.pdf,3,3,2,3,2,L-5,farewell-card,C-5,GB,C6");
    Path pdf = run.folder().resolve("R-000001-cards-a6-a4-01.pdf");
    assertThat(PrintShop.text(pdf, 2, 2)).contains(PrintShop.name(1), PrintShop.name(4));
    assertThat(PrintShop.text(pdf, 6, 6))
        .contains(PrintShop.name(3))
        .doesNotContain(PrintShop.name(5));
    assertThat(PrintShop.text(run.folder().resolve("cover.pdf"), 1, 1))
        .contains("3 sheets of A4, card", "2 on a sheet, cut the pile");
    Path again = runsOf().reprint(R1, sheets("2-3"), "").getFirst();
    assertThat(PrintShop.text(again, 1, 9)).isEqualTo(PrintShop.text(pdf, 1, 4));
  }

  @Test
  void leavesOutByNameWhatCannotBePrintedOrMustNotLeave() throws Exception {
    putQueued(1, "GB", "BT1 1AA");
    putQueued(2, "GB", "BT2 1AA");
    doNotContact(2);
    PrintShop.put(
        database,
        L3,
        SampleLetters.thankYou(
            SampleLetters.named("\uD83C\uDF38"), SampleLetters.MARA, LetterChannel.PRINT));
    queue(L3);
    RunOutcome.Released released = released(ALL);
    assertThat(released.leftOut()).extracting(LeftOut::letter).containsExactlyInAnyOrder(L2, L3);
    assertThat(released.leftOut())
        .extracting(LeftOut::message)
        .anySatisfy(
            message ->
                assertThat(message)
                    .isEqualTo(
                        "L-2 was left out: C-2 asked not to be written to (customer/C-2.status is"
                            + " do-not-contact); no letter leaves by any channel."))
        .anySatisfy(
            message ->
                assertThat(message)
                    .startsWith("L-3 was left out: the address holds the character \uD83C\uDF38"));
    assertThat(check()).containsOnlyKeys(1L);
    assertThat(outbox().queued()).extracting(QueueCount::letters).containsExactly(2L);

    assertThat(make(ALL)).isInstanceOf(RunOutcome.NothingPrintable.class);
    assertThat(check()).containsOnlyKeys(1L);
  }

  @Test
  void saysWhatWaitsWhenNothingIsQueued() throws Exception {
    assertThat(make(ALL)).isEqualTo(new RunOutcome.NothingQueued(null, 0));
    put(1, "GB", "BT1 1AA");
    assertThat(make(ALL)).isEqualTo(new RunOutcome.NothingQueued(null, 1));
    RunRequest cards = new RunRequest(LetterType.FAREWELL_CARD, 10, false);
    assertThat(make(cards)).isEqualTo(new RunOutcome.NothingQueued(LetterType.FAREWELL_CARD, 0));
    queueApproved(null);
    assertThat(make(cards)).isEqualTo(new RunOutcome.NothingQueued(LetterType.FAREWELL_CARD, 0));
  }

  @Test
  void releasesALetterOnce() throws Exception {
    putQueued(1, "GB", "BT1 1AA");
    PrintRun run = released(ALL).run();
    assertThat(runsOf().show(R1).run()).isEqualTo(run);
    assertThat(run.state()).isEqualTo(RunState.RELEASED);
    assertThat(deliveryState(1)).isEqualTo("in-run");
    assertThat(make(ALL)).isEqualTo(new RunOutcome.NothingQueued(null, 0));
    String inRun =
        "it is in the print run R-000001; print its sheets again with regards print-run reprint"
            + " R-000001.";
    assertThat(queue(L1)).containsExactly("L-1 was not queued: " + inRun);
    assertThat(takeBack(L1)).containsExactly("L-1 is not in the queue: " + inRun);
    assertThat(print(L1)).isEqualTo("L-1 was not printed: " + inRun);
  }

  @Test
  void doesNotPrintByItselfWhatWaitsForARun() {
    putQueued(1, "GB", "BT1 1AA");
    assertThat(print(L1))
        .isEqualTo(
            "L-1 was not printed: it waits for the next print run; take it out with regards queue"
                + " --cancel L-1 to print it by itself.");
    takeBack(L1);
    assertThat(print(L1)).startsWith("L-1 lies in ");
    assertThat(queue(L1))
        .containsExactly("L-1 was not queued: it was printed on 20 November 2026; post it once.");
  }

  @ParameterizedTest
  @EnumSource(RunStep.class)
  void isWholeOrNotAtAllAfterACrashAtAnyStep(RunStep last) throws Exception {
    for (int number = 1; number <= 5; number++) {
      putQueued(number, "GB", "BT" + number + " 1AA");
    }
    steps =
        step -> {
          if (step == last) {
            throw new Killed();
          }
        };
    assertThatThrownBy(() -> make(ALL)).isInstanceOf(Killed.class);
    steps = step -> {};
    database.close();
    database = Database.open(location);

    List<String> notes = new ArrayList<>();
    RunOutcome outcome = runsOf().make(ALL, JO, (done, all) -> {}, notes::add);
    Map<Long, String> all = check();
    assertThat(all).hasSize(5);
    boolean taken = last.compareTo(RunStep.TAKEN) >= 0;
    assertThat(all.values()).containsOnly(taken ? "R-000001" : "R-000002");
    assertThat(outcome instanceof RunOutcome.NothingQueued).isEqualTo(taken);
    String finished =
        "R-000001 was finished: the program that made it had ended before its folder appeared. It"
            + " lies in "
            + runs.resolve("R-000001")
            + ".";
    assertThat(notes).isEqualTo(taken && last != RunStep.RELEASED ? List.of(finished) : List.of());
  }

  @Test
  void saysThatTheFolderOfATakenRunIsGone() throws Exception {
    putQueued(1, "GB", "BT1 1AA");
    steps =
        step -> {
          if (step == RunStep.TAKEN) {
            throw new Killed();
          }
        };
    assertThatThrownBy(() -> make(ALL)).isInstanceOf(Killed.class);
    steps = step -> {};
    new WholeFolder(runs.resolve("R-000001")).discard();
    List<String> notes = new ArrayList<>();
    runsOf().make(ALL, JO, (done, all) -> {}, notes::add);
    assertThat(notes)
        .containsExactly(
            "R-000001 holds 1 letters, but its folder "
                + runs.resolve("R-000001")
                + " is gone. Print them again: regards print-run reprint R-000001 --sheets 1-1");
    assertThat(runsOf().reprint(R1, sheets("1"), "").getFirst()).isNotEmptyFile();
  }

  @Test
  void touchesNoRunThatIsNotFinished() throws Exception {
    putQueued(1, "GB", "BT1 1AA");
    endAfter(RunStep.TAKEN);
    String notFinished =
        "R-000001 is not finished: its letters are taken, but its folder "
            + runs.resolve("R-000001")
            + " has not appeared. Run regards print-run first; it finishes it.";
    assertThatThrownBy(() -> runsOf().reprint(R1, sheets("1"), "")).hasMessage(notFinished);
    assertThatThrownBy(() -> runsOf().printed(R1, List.of(), null, JO)).hasMessage(notFinished);
    assertThatThrownBy(() -> returned(L1)).hasMessage(notFinished);
    assertThat(runs.resolve("R-000001")).doesNotExist();

    make(ALL);
    assertThat(check()).containsOnlyKeys(1L);
    assertThat(runsOf().reprint(R1, sheets("1"), "").getFirst()).isNotEmptyFile();
  }

  @Test
  void knowsAFolderByAnyOfItsNames() throws Exception {
    Path otherName = runs.resolve("../runs");
    try (RunFolders held = RunFolders.take(otherName).orElseThrow()) {
      assertThat(held.path()).isEqualTo(runs);
      assertThat(RunFolders.take(runs)).isEmpty();
      assertThat(RunFolders.take(otherName)).isEmpty();
    }
    putQueued(1, "GB", "BT1 1AA");
    endAfter(RunStep.TAKEN);
    database.write(
        handle -> handle.execute("UPDATE print_run SET folder = ?", otherName + "/R-000001"));
    List<String> notes = new ArrayList<>();
    runs(database, otherName).make(ALL, JO, (done, all) -> {}, notes::add);
    assertThat(notes).singleElement().asString().startsWith("R-000001 was finished: ");
    assertThat(runs.resolve("R-000001")).isDirectory();
  }

  @Test
  void reportsWhatIsInThePlaceOfAnUnfinishedRun() throws Exception {
    putQueued(1, "GB", "BT1 1AA");
    endAfter(RunStep.TAKEN);
    Files.createDirectories(runs.resolve("R-000001"));
    List<String> notes = new ArrayList<>();
    runsOf().make(ALL, JO, (done, all) -> {}, notes::add);
    assertThat(notes)
        .containsExactly(
            "R-000001 is not finished: its files lie in "
                + runs.resolve(".R-000001.part")
                + ", and something else is at their place, "
                + runs.resolve("R-000001")
                + ". Move that away, then run regards print-run again.");
    assertThat(runsOf().show(R1).run().state()).isEqualTo(RunState.RELEASING);

    Files.delete(runs.resolve("R-000001"));
    make(ALL);
    assertThat(check()).containsOnlyKeys(1L);
  }

  @Test
  void leavesOutWhatIsTakenBackOrHeldWhileTheFilesAreWritten() throws Exception {
    for (int number = 1; number <= 3; number++) {
      putQueued(number, "GB", "BT" + number + " 1AA");
    }
    List<RunStep> seen = new ArrayList<>();
    steps =
        step -> {
          seen.add(step);
          if (step == RunStep.WRITTEN && !seen.contains(RunStep.TAKEN)) {
            takeBack(L1);
          }
        };
    released(ALL);
    assertThat(check()).containsOnlyKeys(2L, 3L);

    queue(L1);
    putQueued(4, "GB", "BT4 1AA");
    steps = step -> doNotContact(1);
    RunOutcome.Released released = released(ALL);
    assertThat(released.leftOut()).extracting(LeftOut::letter).containsExactly(L1);
    assertThat(check()).containsOnlyKeys(2L, 3L, 4L);
  }

  @Test
  void putsNoLetterIntoTwoRunsThatAreMadeAtOnce() throws Exception {
    for (int number = 1; number <= 60; number++) {
      putQueued(number, "GB", "BT" + number + " 1AA");
    }
    List<Path> rooms = List.of(runs, folder.resolve("b"), folder.resolve("c"), runs);
    List<Callable<String>> programs = new ArrayList<>();
    for (Path room : rooms) {
      programs.add(
          () -> {
            try (Database own = Database.open(location)) {
              return runs(own, room)
                  .make(ALL, JO, (done, all) -> {}, note -> {})
                  .getClass()
                  .getSimpleName();
            } catch (RunProblemException busy) {
              return busy.getMessage();
            }
          });
    }
    List<String> ends = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(rooms.size())) {
      for (Future<String> end : pool.invokeAll(programs)) {
        ends.add(end.get());
      }
    }
    assertThat(ends)
        .containsOnlyOnce("Released")
        .allMatch(
            end ->
                end.equals("Released")
                    || end.equals("NothingQueued")
                    || end.equals(
                        "Another print run is being made in %s. Wait for it to end, then try again."
                            .formatted(runs)));
    assertThat(database.<List<PrintRun>>read(handle -> new PrintRunDao(handle).latest(9)))
        .singleElement()
        .satisfies(run -> assertThat(run.letters()).isEqualTo(60));
  }

  @Test
  void leavesTheLettersQueuedWhereTheFolderCannotBeWritten() throws Exception {
    putQueued(1, "GB", "BT1 1AA");
    Files.createDirectories(runs.getParent());
    Files.writeString(runs, "a file");
    assertThatThrownBy(() -> make(ALL))
        .isInstanceOf(RunProblemException.class)
        .hasMessage(
            "The print run cannot be written to %s: a file is in the place of a folder. There is no new run, and all letters stay queued. Make room or allow writing there, or name another folder with --out; then try again."
                .formatted(runs));
    assertThat(letterState(1)).isEqualTo("queued");

    Files.delete(runs);
    Files.createDirectories(runs.resolve("R-000001"));
    assertThatThrownBy(() -> make(ALL))
        .hasMessage(
            runs.resolve("R-000001")
                + " is there already and comes from another store. Move it away, or name another"
                + " folder with --out.");
    Files.delete(runs.resolve("R-000001"));
    Path hidden = Files.createDirectories(runs.resolve(".R-000001.part"));
    Path others = Files.writeString(hidden.resolve("manifest.csv"), "of another store");
    assertThatThrownBy(() -> make(ALL))
        .hasMessage(
            hidden
                + " is there already and comes from another store. Move it away, or name another"
                + " folder with --out.");
    assertThat(others).hasContent("of another store");
    Files.delete(others);
    Files.delete(hidden);
    released(ALL);
    check();
  }

  @Test
  void printsSpoiledSheetsAgainExactly() throws Exception {
    putQueued(1, "GB", "BT1 1AA");
    PrintShop.put(database, L2, PrintShop.letter(2, "GB", "BT2 1AA", 14));
    queue(L2);
    putQueued(3, "GB", "BT3 1AA");
    PrintRun run = released(ALL).run();
    Path pdf = run.folder().resolve("R-000001-letters-A4-01.pdf");

    now = now.plus(Duration.ofHours(1));
    Path again = runsOf().reprint(R1, sheets("1,3-4"), "paper jam").getFirst();
    assertThat(again).isEqualTo(run.folder().resolve("reprint-1.pdf"));
    assertThat(PrintShop.text(again, 1, 9))
        .isEqualTo(PrintShop.text(pdf, 1, 1) + PrintShop.text(pdf, 3, 4));
    assertThat(runsOf().show(R1).reprints())
        .containsExactly(
            new Reprint("1,3-4", "paper jam", "jo", now, again.toString(), Sha256.of(again)));
    assertThat(VeraPdf.broken(Files.readAllBytes(again))).isEmpty();

    assertThatThrownBy(() -> runsOf().reprint(R1, sheets("4-5"), ""))
        .hasMessage("R-000001 has the sheets 1 to 4, and none of number 5; nothing was printed.");
    assertThatThrownBy(() -> runsOf().reprint(new RunId(7), sheets("1"), ""))
        .hasMessage("There is no print run R-000007. The latest are R-000001.");
  }

  @Test
  void knowsOfNoReprintThatWasNotWritten() throws Exception {
    putQueued(1, "GB", "BT1 1AA");
    PrintRun run = released(ALL).run();
    Path inTheWay = Files.createDirectories(run.folder().resolve("reprint-1.pdf/full"));
    assertThatThrownBy(() -> runsOf().reprint(R1, sheets("1"), ""))
        .hasMessageStartingWith("The file " + inTheWay.getParent() + " could not be written: ");
    assertThat(runsOf().show(R1).reprints()).isEmpty();
    assertThat(runsOf().reprint(R1, sheets("1"), ""))
        .containsExactly(run.folder().resolve("reprint-2.pdf"));
  }

  @Test
  void leavesNoReprintThatIsNotKnown() throws Exception {
    putQueued(1, "GB", "BT1 1AA");
    PrintRun run = released(ALL).run();
    database.write(handle -> handle.execute("ALTER TABLE reprint RENAME TO reprint_away"));
    assertThatThrownBy(() -> runsOf().reprint(R1, sheets("1"), ""))
        .isInstanceOf(RuntimeException.class);
    assertThat(run.folder().resolve("reprint-1.pdf")).doesNotExist();
  }

  @Test
  void refusesToPrintAgainWhatWouldNotBeTheSame() throws Exception {
    for (int number = 1; number <= 3; number++) {
      putQueued(number, "GB", "BT" + number + " 1AA");
    }
    PrintRun run = released(ALL).run();
    doNotContact(1);
    database.write(
        handle -> handle.execute("UPDATE letter SET recipient_name = 'Another' WHERE id = 2"));
    runsOf().printed(R1, List.of(L1, L2), null, JO);
    assertThatThrownBy(() -> runsOf().reprint(R1, sheets("1-3"), ""))
        .hasMessage(
            """
            Of R-000001 the sheets 1-3 were not printed again:
            - L-1: C-1 asked not to be written to (customer/C-1.status is do-not-contact); no letter leaves by any channel.
            - L-2: it was changed after it was printed.
            - L-3: it was posted on 20 November 2026.\
            """);
    PdfPrinter other =
        new PdfPrinter(
            Stationery.of(new Business("Lark & Linden", SampleLetters.BELFAST, "", "", "", "en")),
            Fonts.builtIn());
    database.write(
        handle -> handle.execute("UPDATE customer SET status = 'active' WHERE id = 'C-1'"));
    PrintRuns dressed =
        new PrintRuns(
            database, id -> LetterShelf.get(database, id), () -> other, room(), () -> now);
    assertThatThrownBy(() -> dressed.reprint(R1, sheets("1"), ""))
        .hasMessage(
            "Of R-000001 the sheets 1 were not printed again:\n"
                + "- the stationery, the fonts or the program have changed since it was made, so"
                + " the sheets would look different; set them back, or take the sheets from "
                + run.folder().resolve("R-000001-letters-A4-01.pdf"));
    assertThat(runsOf().show(R1).reprints()).isEmpty();
  }

  @Test
  void knowsWhatWasPosted() throws Exception {
    for (int number = 1; number <= 3; number++) {
      putQueued(number, "GB", "BT" + number + " 1AA");
    }
    released(ALL);
    now = now.plus(Duration.ofDays(2));
    LocalDate day = LocalDate.of(2026, 11, 21);
    assertThatThrownBy(() -> runsOf().printed(R1, List.of(new LetterId(9)), day, JO))
        .hasMessage(
            "L-9 is not in R-000001; nothing was marked. Which letters are, its manifest says: "
                + runs.resolve("R-000001/manifest.csv"));
    assertThatThrownBy(() -> runsOf().printed(R1, List.of(), LocalDate.of(2026, 11, 23), JO))
        .hasMessage("23 November 2026 is in the future; give the day on which it was posted.");
    assertThatThrownBy(() -> runsOf().printed(R1, List.of(), LocalDate.of(2026, 11, 19), JO))
        .hasMessage(
            "It cannot have been posted on 19 November 2026: the run was made on 20 November"
                + " 2026.");
    assertThat(runsOf().printed(R1, List.of(L2), day, JO))
        .isEqualTo(new PostedCount(R1, day, 2, 0, 1));
    assertThat(deliveryState(1)).isEqualTo("posted");
    assertThat(deliveryState(2)).isEqualTo("in-run");
    assertThat(letterState(1)).isEqualTo("done");
    assertThat(letterState(2)).isEqualTo("queued");
    assertThat(events("C-1")).containsExactly(new LetterEvent("posted", day, ""));
    assertThat(runsOf().printed(R1, List.of(), null, JO))
        .isEqualTo(new PostedCount(R1, LocalDate.of(2026, 11, 22), 1, 2, 0));
    assertThat(runsOf().show(R1).progressed()).isEqualTo(new Progressed(0, 3, 0));
  }

  @Test
  void sendsNoPaperToAnAddressThatPostCameBackFrom() throws Exception {
    putQueued(1, "GB", "BT7 1JL");
    LetterId email = new LetterId(4);
    PrintShop.put(database, email, SampleLetters.thankYou());
    released(ALL);
    assertThatThrownBy(() -> returned(email))
        .hasMessage("L-4 is an email; the post cannot have brought it back.");
    put(2, "GB", "BT7 1JL");
    assertThatThrownBy(() -> returned(L2))
        .hasMessage("L-2 has not been printed yet; the post cannot have brought it back.");

    runsOf().printed(R1, List.of(), null, JO);
    now = now.plus(Duration.ofDays(9));
    LocalDate day = LocalDate.of(2026, 11, 29);
    assertThat(returned(L1))
        .isEqualTo(new Returned(L1, new CustomerId("C-1"), ReturnReason.MOVED, day));
    assertThat(deeds(new AuditTrail(database).of(new CustomerId("C-1"))))
        .containsExactly("queued ", "printed R-000001", "recorded came back on 2026-11-29: moved");
    assertThat(deeds(new AuditTrail(database).of("print-run/R-000001")))
        .containsExactly("printed 1 letter", "recorded posted on 2026-11-20: 1");
    assertThatThrownBy(() -> returned(L1))
        .hasMessage("L-1 came back on 29 November 2026 already; nothing was changed.");
    assertThat(deliveryState(1)).isEqualTo("returned");
    assertThat(events("C-1"))
        .containsExactly(
            new LetterEvent("posted", LocalDate.of(2026, 11, 20), ""),
            new LetterEvent("returned", day, "moved"));

    PrintShop.put(database, L3, PrintShop.letter(1, "GB", "bt7 1jl", 1));
    assertThat(queue(L3))
        .containsExactly(
            "L-3 was not queued: L-1 came back from this address of C-1 on 29 November 2026: the"
                + " recipient has moved. Correct the address (customer/C-1) and compose the letter"
                + " again, or compose it with --channel email.");
    assertThat(print(L3)).startsWith("L-3 was not printed: L-1 came back from this address");
    LetterId moved = new LetterId(5);
    PrintShop.put(database, moved, PrintShop.letter(1, "GB", "BT9 9ZZ", 1));
    assertThat(queue(moved)).containsExactly("L-5 waits for the next print run.");
    assertThat(queue(L2)).containsExactly("L-2 waits for the next print run.");
  }

  private static List<String> deeds(List<AuditEntry> entries) {
    return entries.stream()
        .map(entry -> entry.deed().act().word() + " " + entry.deed().because())
        .toList();
  }

  private Returned returned(LetterId letter) {
    return runsOf().returned(letter, ReturnReason.MOVED, null, JO);
  }

  private List<LetterEvent> events(String customer) {
    return new Dossiers(database)
        .of(new CustomerId(customer), now).orElseThrow().letters().stream()
            .flatMap(letter -> letter.events().stream())
            .toList();
  }

  private static Sheets sheets(String text) {
    return Sheets.parse(text).orElseThrow();
  }

  private void put(long number, String country, String postalCode) {
    PrintShop.put(database, number, country, postalCode);
  }

  private void putQueued(long number, String country, String postalCode) {
    queue(PrintShop.put(database, number, country, postalCode));
  }

  private void doNotContact(long number) {
    database.write(
        handle ->
            handle.execute(
                "UPDATE customer SET status = 'do-not-contact' WHERE id = ?", "C-" + number));
  }

  private List<String> queue(LetterId... ids) {
    List<String> told = new ArrayList<>();
    outbox().queue(List.of(ids), JO, outcome -> told.add(outcome.message()));
    return told;
  }

  private List<String> queueApproved(@Nullable LetterType type) {
    List<String> told = new ArrayList<>();
    outbox().queueApproved(type, JO, outcome -> told.add(outcome.message()));
    return told;
  }

  private List<String> takeBack(LetterId... ids) {
    List<String> told = new ArrayList<>();
    outbox().takeBack(List.of(ids), JO, outcome -> told.add(outcome.message()));
    return told;
  }

  private String print(LetterId id) {
    List<PrintOutcome> outcomes = new ArrayList<>();
    outbox().print(List.of(id), JO, outcomes::add);
    return outcomes.getFirst().message();
  }

  private Outbox outbox() {
    return new Outbox(
        database,
        id -> LetterShelf.get(database, id),
        () -> {
          throw new IllegalStateException("no email here");
        },
        () -> printer,
        folder.resolve("letters-out"),
        () -> now);
  }

  private RunOutcome make(RunRequest request) throws InterruptedException {
    return runsOf().make(request, JO, (done, all) -> {}, note -> {});
  }

  private void endAfter(RunStep last) {
    steps =
        step -> {
          if (step == last) {
            throw new Killed();
          }
        };
    assertThatThrownBy(() -> make(ALL)).isInstanceOf(Killed.class);
    steps = step -> {};
  }

  private RunOutcome.Released released(RunRequest request) throws InterruptedException {
    RunOutcome outcome = make(request);
    assertThat(outcome).isInstanceOf(RunOutcome.Released.class);
    return (RunOutcome.Released) outcome;
  }

  private PrintRuns runsOf() {
    return runs(database, runs);
  }

  private PrintRoom room() {
    return new PrintRoom(runs, "GB", "jo");
  }

  private PrintRuns runs(Database store, Path room) {
    return new PrintRuns(
        store,
        id -> LetterShelf.get(store, id),
        () -> printer,
        new PrintRoom(room, "GB", "jo"),
        () -> now,
        steps);
  }

  private Map<Long, String> check() throws Exception {
    return PrintShop.check(database, runs);
  }

  private static List<String> manifest(PrintRun run) throws Exception {
    return Files.readAllLines(run.folder().resolve("manifest.csv"));
  }

  private String letterState(long number) {
    return state("SELECT state FROM letter WHERE id = :number", number);
  }

  private String deliveryState(long number) {
    return state("SELECT state FROM delivery WHERE letter = :number", number);
  }

  private String state(String query, long number) {
    return database.read(
        handle -> handle.createQuery(query).bind("number", number).mapTo(String.class).one());
  }

  /** The program ends here: nothing after it is done. */
  private static final class Killed extends Error {}
}
