package org.regards.outbox;

import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;
import org.regards.pdf.PdfPrinter;
import org.regards.store.Database;

/**
 * Prints the queue: a run gets its letters once, and there is either none of it or all of it, also
 * after a crash at any moment. Knows what becomes of printed letters, too. For one thread; several
 * programs may share a store.
 */
public final class PrintRuns {
  private final Database database;
  private final RunMaker maker;
  private final SpoiledSheets spoiled;
  private final Afterwards afterwards;

  /**
   * Puts the parts together; opens nothing.
   *
   * @param printer asked for when the first letter is printed: it takes a moment to read its fonts
   */
  public PrintRuns(
      Database database,
      LetterSource letters,
      Supplier<PdfPrinter> printer,
      PrintRoom room,
      InstantSource clock) {
    this(database, letters, printer, room, clock, step -> {});
  }

  /**
   * @param steps hears of each step of a run when it is done
   */
  PrintRuns(
      Database database,
      LetterSource letters,
      Supplier<PdfPrinter> printer,
      PrintRoom room,
      InstantSource clock,
      Consumer<RunStep> steps) {
    this.database = database;
    this.maker = new RunMaker(database, letters, printer, room, clock, steps);
    this.spoiled = new SpoiledSheets(database, letters, printer, room, clock);
    this.afterwards = new Afterwards(database, letters, room, clock);
  }

  /**
   * Prints what is queued. Letters that cannot be printed stay queued and are named.
   *
   * @param by who prints them
   * @param notes hears of runs that an earlier program had left unfinished, in words
   * @throws RunProblemException when another program makes a run there, or its files cannot be
   *     written; all letters stay queued then
   */
  public RunOutcome make(RunRequest request, Actor by, RunProgress progress, Consumer<String> notes)
      throws InterruptedException {
    return maker.make(request, by, progress, notes);
  }

  /** The latest runs, newest first. */
  public List<PrintRun> latest(int limit) {
    return database.read(handle -> new PrintRunDao(handle).latest(limit));
  }

  /**
   * All that is known of a run.
   *
   * @throws RunProblemException when there is no such run
   */
  public RunView show(RunId id) {
    return database.read(
        handle -> {
          PrintRunDao runs = new PrintRunDao(handle);
          return new RunView(
              KnownRun.find(runs, id), runs.files(id), runs.reprints(id), Progressed.of(runs, id));
        });
  }

  /**
   * Prints exactly these sheets of a run again, and notes that the former ones were spoiled.
   *
   * @param reason in words, or empty
   * @return the files, one for each kind of paper
   * @throws RunProblemException when there are no such sheets, or what they hold would not be the
   *     same
   */
  public List<Path> reprint(RunId id, Sheets sheets, String reason) {
    return spoiled.reprint(id, sheets, reason);
  }

  /**
   * Notes that a run has gone to the post, but for some letters of it.
   *
   * @param on the day, or null for today
   * @param by who notes it
   * @throws RunProblemException when there is no such run, or a letter is not in it
   */
  public PostedCount printed(
      RunId id, Collection<LetterId> except, @Nullable LocalDate on, Actor by) {
    return afterwards.printed(id, except, on, by);
  }

  /**
   * Notes that the post brought a letter back; no paper goes to that address of the customer any
   * more.
   *
   * @param on the day, or null for today
   * @param by who notes it
   * @throws RunProblemException when the letter has not been printed, or came back before
   */
  public Returned returned(LetterId letter, ReturnReason reason, @Nullable LocalDate on, Actor by) {
    return afterwards.returned(letter, reason, on, by);
  }
}
