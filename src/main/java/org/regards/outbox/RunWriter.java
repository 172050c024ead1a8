package org.regards.outbox;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regards.approval.Clearance;
import org.regards.customer.CustomerId;
import org.regards.hold.AnnouncedPause;
import org.regards.letter.Letter;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;
import org.regards.outbox.PaperQueueDao.Kind;
import org.regards.outbox.PaperQueueDao.Place;
import org.regards.pdf.Imposition;
import org.regards.pdf.Laid;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.PrintRefusal;
import org.regards.pdf.Printed;
import org.regards.pdf.Stock;
import org.regards.store.Database;

/**
 * Writes the files of one run, stock after stock, in the order of the post. What it needs to hold
 * does not grow with the run, but for the letters that are left out. Used by one thread, once.
 */
final class RunWriter {
  private static final int ROWS = 500;

  /**
   * What a guillotine cuts at once; cards that share sheets are stacks in the order of the pile.
   */
  private static final int MOST_SHEETS_OF_CARDS = 250;

  private final Database database;
  private final LetterSource letters;
  private final PdfPrinter printer;
  private final String home;
  private final PrintRun run;
  private final Path folder;
  private final RunProgress progress;
  private final InstantSource clock;
  private final LocalDate day;

  private final List<RunFile> files = new ArrayList<>();
  private final Map<String, Integer> envelopes = new LinkedHashMap<>();
  private final List<LeftOut> leftOut = new ArrayList<>();
  private final List<AnnouncedPause> pauses = new ArrayList<>();
  private final List<RunLetter> rows = new ArrayList<>();
  private final List<LaidLetter.Ready> pile = new ArrayList<>();
  private @Nullable Open open;
  private int sheets;
  private int letterCount;

  /** The file that is being written. */
  private record Open(
      RunPdf pdf, String name, Stock stock, int firstSheet, int lettersBefore, String proof) {}

  /**
   * What was written.
   *
   * @param stocks by the names of the files
   * @param pauses that its letters announce
   */
  record Written(
      List<RunFile> files,
      Map<String, Stock> stocks,
      Map<String, Integer> envelopes,
      List<LeftOut> leftOut,
      List<AnnouncedPause> pauses,
      int letters,
      int sheets,
      String digest) {}

  RunWriter(
      Database database,
      LetterSource letters,
      PdfPrinter printer,
      String home,
      PrintRun run,
      Path folder,
      RunProgress progress,
      InstantSource clock) {
    this.database = database;
    this.letters = letters;
    this.printer = printer;
    this.home = home;
    this.run = run;
    this.folder = folder;
    this.progress = progress;
    this.clock = clock;
    this.day = Words.dayOf(run.madeAt());
  }

  Written write(List<Kind> kinds) throws IOException, InterruptedException {
    long queued = kinds.stream().mapToLong(Kind::letters).sum();
    Map<String, Stock> stocks = new LinkedHashMap<>();
    try (RunManifest manifest = new RunManifest(folder, run)) {
      for (Stock stock : stocks(kinds)) {
        write(stock, queued, manifest);
        files.forEach(file -> stocks.putIfAbsent(file.name(), stock));
      }
      manifest.end(files, envelopes, letterCount, sheets);
    } finally {
      abandon();
    }
    flush();
    return new Written(
        List.copyOf(files),
        stocks,
        envelopes,
        leftOut,
        List.copyOf(pauses),
        letterCount,
        sheets,
        Sha256.of(folder.resolve(RunManifest.JSON)));
  }

  /** Letters first, then cards; one of each name, since envelopes make no other paper. */
  private Collection<Stock> stocks(List<Kind> kinds) {
    Map<String, Stock> letters = new LinkedHashMap<>();
    Map<String, Stock> cards = new LinkedHashMap<>();
    for (Kind kind : kinds) {
      Stock stock = printer.stock(kind.type(), kind.country());
      (stock.bothSides() ? cards : letters).putIfAbsent(stock.name(), stock);
    }
    letters.putAll(cards);
    return letters.values();
  }

  private void write(Stock stock, long queued, RunManifest manifest)
      throws IOException, InterruptedException {
    QueueCursor cursor =
        new QueueCursor(
            database,
            run.type(),
            home,
            place -> printer.stock(place.type(), place.country()).name().equals(stock.name()));
    try (LayAhead ahead = new LayAhead(cursor, this::lay)) {
      for (List<LaidLetter> group = ahead.next(); !group.isEmpty(); group = ahead.next()) {
        for (LaidLetter letter : group) {
          switch (letter) {
            case LaidLetter.Ready ready -> add(ready, stock, manifest);
            case LaidLetter.Out out -> leftOut.add(out.why());
          }
        }
        progress.reached(letterCount + pile.size() + leftOut.size(), queued);
      }
    }
    writePile(stock, manifest);
    endFile();
  }

  private List<LaidLetter> lay(List<Place> group) {
    List<LetterId> ids = group.stream().map(Place::letter).toList();
    List<StoredLetter> stored = letters.load(ids);
    Map<Addressee, String> closed =
        database.read(
            handle ->
                Gate.closed(handle, stored.stream().map(Addressee::of).toList(), clock.instant()));
    Map<LetterId, String> withheld =
        database.read(handle -> Clearance.withheld(handle, ids, clock.instant()));
    List<LaidLetter> laid = new ArrayList<>(stored.size());
    for (StoredLetter one : stored) {
      String shut = closed.get(Addressee.of(one));
      String reason = shut == null ? withheld.get(one.id()) : shut;
      laid.add(
          reason == null ? lay(one) : new LaidLetter.Out(new LeftOut(one.id(), List.of(reason))));
    }
    return laid;
  }

  private LaidLetter lay(StoredLetter letter) {
    return switch (printer.lay(letter.id(), letter.letter())) {
      case Laid.Pages pages ->
          new LaidLetter.Ready(letter, onSheet(pages), LetterDigest.of(letter.letter()));
      case Laid.Refused refused ->
          new LaidLetter.Out(
              new LeftOut(
                  letter.id(), refused.reasons().stream().map(PrintRefusal::message).toList()));
    };
  }

  /** A card that has a sheet to itself comes to it now; others when their file is full. */
  static Laid.Pages onSheet(Laid.Pages pages) {
    return pages
        .imposition()
        .filter(imposition -> imposition.cardsPerSheet() == 1)
        .map(imposition -> imposition.sheet(0, 1, card -> pages))
        .orElse(pages)
        .prepared();
  }

  private void add(LaidLetter.Ready ready, Stock stock, RunManifest manifest) throws IOException {
    if (stock.perSheet() > 1) {
      pile.add(ready);
      if (pile.size() == stock.perSheet() * Math.min(run.sheetsPerFile(), MOST_SHEETS_OF_CARDS)) {
        writePile(stock, manifest);
      }
      return;
    }
    Open file = open;
    if (file == null || isFull(file.pdf(), ready.pages())) {
      endFile();
      file = begin(stock, ready.letter());
    }
    int firstPage = file.pdf().pages() + 1;
    int firstSheet = sheets + 1;
    file.pdf().add(ready.pages());
    sheets = file.firstSheet() - 1 + file.pdf().sheets();
    note(ready, new Spot(firstSheet, sheets, 1, firstPage), file, manifest);
  }

  /** Where a letter lies, but for its file. */
  private record Spot(int firstSheet, int lastSheet, int place, int firstPage) {}

  private void writePile(Stock stock, RunManifest manifest) throws IOException {
    Imposition imposition = stock.imposition();
    if (imposition == null || pile.isEmpty()) {
      return;
    }
    Open file = begin(stock, pile.getFirst().letter());
    int count = imposition.sheets(pile.size());
    for (int sheet = 0; sheet < count; sheet++) {
      file.pdf().add(imposition.sheet(sheet, pile.size(), card -> pile.get(card).pages()));
    }
    sheets += count;
    for (int card = 0; card < pile.size(); card++) {
      int onSheet = card % count;
      int number = file.firstSheet() + onSheet;
      note(
          pile.get(card),
          new Spot(number, number, card / count + 1, 2 * onSheet + 1),
          file,
          manifest);
    }
    pile.clear();
    endFile();
  }

  private void note(LaidLetter.Ready ready, Spot place, Open file, RunManifest manifest)
      throws IOException {
    letterCount++;
    Letter letter = ready.letter().letter();
    LetterPause.of(ready.letter().id(), letter).ifPresent(pauses::add);
    String country = letter.head().recipient().address().country();
    String envelope = printer.stock(letter.head().type(), country).envelope();
    if (!envelope.isEmpty()) {
      envelopes.merge(envelope, 1, Integer::sum);
    }
    RunLetter row =
        new RunLetter(
            ready.letter().id(),
            files.size() + 1,
            place.firstSheet(),
            place.lastSheet(),
            place.place(),
            place.firstPage(),
            ready.pages().count(),
            envelope,
            ready.digest());
    rows.add(row);
    if (rows.size() == ROWS) {
      flush();
    }
    CustomerId customer = letter.head().recipient().customer();
    manifest.add(new RunManifest.Entry(row, file.name(), letter.head().type(), customer, country));
  }

  private boolean isFull(RunPdf pdf, Laid.Pages next) {
    return pdf.sheets() > 0 && pdf.sheets() + pdf.sheetsFor(next) > run.sheetsPerFile();
  }

  private Open begin(Stock stock, StoredLetter first) throws IOException {
    long before =
        files.stream().filter(file -> file.name().contains("-" + stock.name() + "-")).count();
    String name = String.format(Locale.ROOT, "%s-%s-%02d.pdf", run.id(), stock.name(), before + 1);
    String title = "Print run %s, %s, file %d".formatted(run.id(), stock.paper(), before + 1);
    Open begun =
        new Open(
            new RunPdf(printer, folder.resolve(name), title, day, stock, run.duplex()),
            name,
            stock,
            sheets + 1,
            letterCount,
            proof(printer, first));
    open = begun;
    return begun;
  }

  /** The digest of a letter printed by itself: it changes with fonts and stationery too. */
  static String proof(PdfPrinter printer, StoredLetter letter) {
    return switch (printer.print(letter.id(), letter.letter())) {
      case Printed.Pdf pdf -> Sha256.of(pdf.bytes());
      case Printed.Refused ignored -> "";
    };
  }

  private void endFile() throws IOException {
    Open file = open;
    if (file != null) {
      String digest = file.pdf().end();
      open = null;
      files.add(
          new RunFile(
              files.size() + 1,
              file.name(),
              file.stock().paper(),
              file.firstSheet(),
              sheets,
              file.pdf().pages(),
              letterCount - file.lettersBefore(),
              digest,
              file.proof()));
    }
  }

  private void abandon() throws IOException {
    Open file = open;
    if (file != null) {
      file.pdf().close();
    }
  }

  private void flush() {
    if (!rows.isEmpty()) {
      database.write(
          handle -> {
            new PrintRunDao(handle).addLetters(run.id(), rows);
            return rows.size();
          });
      rows.clear();
    }
  }
}
