package org.regards.outbox;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;
import org.regards.pdf.Imposition;
import org.regards.pdf.Laid;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.PdfRunFile;
import org.regards.pdf.PrintRefusal;
import org.regards.store.Database;
import org.regards.store.WholeFile;

/** Prints sheets of a run again, if they would be the same. */
final class SpoiledSheets {
  private final Database database;
  private final LetterSource letters;
  private final Supplier<PdfPrinter> printer;
  private final PrintRoom room;
  private final InstantSource clock;

  SpoiledSheets(
      Database database,
      LetterSource letters,
      Supplier<PdfPrinter> printer,
      PrintRoom room,
      InstantSource clock) {
    this.database = database;
    this.letters = letters;
    this.printer = printer;
    this.room = room;
    this.clock = clock;
  }

  /** A letter's pages on some of the sheets. */
  private record Part(RunLetter place, Laid.Pages pages, boolean bothSides) {}

  /** What is to be known of a file, and whose sheets are in it. */
  private record Spoiled(Reprint reprint, List<LetterId> letters) {}

  List<Path> reprint(RunId id, Sheets sheets, String reason) {
    PrintRun run = database.read(handle -> KnownRun.finished(new PrintRunDao(handle), id));
    if (sheets.last() > run.sheets()) {
      throw new RunProblemException(
          "%s has the sheets 1 to %d, and none of number %d; nothing was printed."
              .formatted(id, run.sheets(), sheets.last()));
    }
    List<RunFile> files = database.read(handle -> new PrintRunDao(handle).files(id));
    Set<String> problems = new LinkedHashSet<>();
    Map<RunFile, List<Part>> parts = new LinkedHashMap<>();
    for (Sheets.Range range : sheets.ranges()) {
      List<RunLetter> places =
          database.read(handle -> new PrintRunDao(handle).letters(id, range.first(), range.last()));
      for (RunLetter place : places) {
        RunFile file = files.get(place.file() - 1);
        if (!parts.containsKey(file)) {
          checkLook(run, file, problems);
        }
        lay(run, place, range, problems)
            .ifPresent(part -> parts.computeIfAbsent(file, any -> new ArrayList<>()).add(part));
      }
    }
    refuse(run, sheets.toString(), problems);
    return write(run, sheets, reason, parts);
  }

  private static void refuse(PrintRun run, String sheets, Collection<String> problems) {
    if (!problems.isEmpty()) {
      throw new RunProblemException(
          "Of %s the sheets %s were not printed again:\n- %s"
              .formatted(run.id(), sheets, String.join("\n- ", problems)));
    }
  }

  private void checkLook(PrintRun run, RunFile file, Set<String> problems) {
    RunLetter first =
        database.read(handle -> new PrintRunDao(handle).firstLetter(run.id(), file.number()));
    StoredLetter letter = letters.get(first.letter());
    if (LetterDigest.of(letter.letter()).equals(first.digest())
        && !RunWriter.proof(printer.get(), letter).equals(file.proof())) {
      problems.add(
          "the stationery, the fonts or the program have changed since it was made, so the sheets would look different; set them back, or take the sheets from %s"
              .formatted(run.folder().resolve(file.name())));
    }
  }

  private Optional<Part> lay(
      PrintRun run, RunLetter place, Sheets.Range range, Set<String> problems) {
    StoredLetter stored = letters.get(place.letter());
    LetterId id = stored.id();
    database
        .read(handle -> hindrance(new PaperQueueDao(handle).letter(id).orElseThrow()))
        .or(
            () ->
                database.read(handle -> Gate.closed(handle, Addressee.of(stored), clock.instant())))
        .ifPresent(reason -> problems.add("%s: %s".formatted(id, reason)));
    if (!LetterDigest.of(stored.letter()).equals(place.digest())) {
      problems.add("%s: it was changed after it was printed.".formatted(id));
      return Optional.empty();
    }
    return switch (printer.get().lay(id, stored.letter())) {
      case Laid.Refused refused -> {
        refused.reasons().stream()
            .map(PrintRefusal::message)
            .forEach(reason -> problems.add("%s: %s.".formatted(id, reason)));
        yield Optional.empty();
      }
      case Laid.Pages pages -> part(run, place, range, RunWriter.onSheet(pages));
    };
  }

  private static Optional<Part> part(
      PrintRun run, RunLetter place, Sheets.Range range, Laid.Pages pages) {
    if (pages.imposition().isPresent()) {
      return Optional.of(new Part(place, pages, true));
    }
    int perSheet = pagesOnSheet(run, place);
    int from = Math.max(0, range.first() - place.firstSheet()) * perSheet;
    int to = Math.min(pages.count(), (range.last() - place.firstSheet() + 1) * perSheet);
    return from < to
        ? Optional.of(new Part(place, pages.part(from, to), perSheet == 2))
        : Optional.empty();
  }

  /** Two where the letter has both sides: it has as many sheets as half of its pages then. */
  private static int pagesOnSheet(PrintRun run, RunLetter place) {
    int sheets = place.lastSheet() - place.firstSheet() + 1;
    return run.duplex() || sheets < place.pages() ? 2 : 1;
  }

  private static Optional<String> hindrance(PaperLetter letter) {
    return letter.delivery() == DeliveryState.IN_RUN || letter.delivery() == null
        ? Optional.empty()
        : Optional.of(Words.onPaperAlready(letter.delivery(), letter.run(), letter.changedOn()));
  }

  private List<Path> write(
      PrintRun run, Sheets sheets, String reason, Map<RunFile, List<Part>> parts) {
    Instant now = clock.instant();
    long number = database.write(handle -> new PrintRunDao(handle).reserveReprint());
    List<Path> written = new ArrayList<>();
    List<Spoiled> spoiled = new ArrayList<>();
    try {
      for (List<Part> some : byPaper(parts)) {
        byte[] pdf = pdf(run, sheets, Words.dayOf(now), some);
        Path file = run.folder().resolve(fileName(number, written.size() + 1));
        WholeFile.write(file, pdf);
        written.add(file);
        spoiled.add(
            new Spoiled(
                new Reprint(
                    sheets.toString(), reason, room.person(), now, file.toString(), Sha256.of(pdf)),
                some.stream().map(part -> part.place().letter()).distinct().toList()));
      }
      record(run, number, spoiled);
      return written;
    } catch (RuntimeException failure) {
      throw without(written, failure);
    }
  }

  /** Short whatever the sheets are: file systems allow 255 bytes. */
  private static String fileName(long number, int pile) {
    return pile == 1
        ? String.format(Locale.ROOT, "reprint-%d.pdf", number)
        : String.format(Locale.ROOT, "reprint-%d-%d.pdf", number, pile);
  }

  private void record(PrintRun run, long number, List<Spoiled> spoiled) {
    database.write(
        handle -> {
          Reprint first = spoiled.getFirst().reprint();
          LetAgain again =
              LetAgain.of(
                  handle,
                  spoiled.stream().flatMap(sheets -> sheets.letters().stream()).toList(),
                  first.madeAt());
          refuse(run, first.sheets(), again.problems());
          PrintRunDao runs = new PrintRunDao(handle);
          for (int pile = 0; pile < spoiled.size(); pile++) {
            Spoiled sheets = spoiled.get(pile);
            long id = pile == 0 ? number : runs.reserveReprint();
            runs.addReprint(id, run.id(), sheets.reprint(), sheets.letters());
          }
          AuditTrail.add(
              handle, first.madeAt(), again.deeds(Actor.login(room.person()), first.sheets()));
          return number;
        });
  }

  /** Takes away files that nothing is known of. */
  private static RuntimeException without(List<Path> written, RuntimeException failure) {
    for (Path file : written) {
      try {
        Files.deleteIfExists(file);
      } catch (IOException second) {
        failure.addSuppressed(second);
      }
    }
    return failure;
  }

  /** One pile for each kind of paper. */
  private static List<List<Part>> byPaper(Map<RunFile, List<Part>> parts) {
    Map<String, List<Part>> piles = new LinkedHashMap<>();
    parts.forEach(
        (file, some) ->
            piles
                .computeIfAbsent(
                    file.name().replaceFirst("-[0-9]+\\.pdf$", ""), any -> new ArrayList<>())
                .addAll(some));
    return List.copyOf(piles.values());
  }

  private byte[] pdf(PrintRun run, Sheets sheets, LocalDate day, List<Part> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String title = "Print run %s, sheets %s again".formatted(run.id(), sheets);
    try (PdfRunFile pdf = printer.get().runFile(bytes, title, day)) {
      for (List<Part> sheet : bySheet(parts)) {
        Part first = sheet.getFirst();
        Laid.Pages pages =
            first.pages().imposition().map(how -> together(how, sheet)).orElse(first.pages());
        pdf.add(pages);
        if (first.bothSides() && pages.count() % 2 == 1) {
          pdf.addBlank();
        }
      }
    }
    return bytes.toByteArray();
  }

  /** Cards that share a sheet, and each other letter by itself. */
  private static List<List<Part>> bySheet(List<Part> parts) {
    List<List<Part>> sheets = new ArrayList<>();
    for (Part part : parts) {
      boolean joins =
          part.pages().imposition().isPresent()
              && !sheets.isEmpty()
              && sheets.getLast().getFirst().place().firstSheet() == part.place().firstSheet();
      if (joins) {
        sheets.getLast().add(part);
      } else {
        sheets.add(new ArrayList<>(List.of(part)));
      }
    }
    return sheets;
  }

  /** One sheet: its places are filled from the first on. */
  private static Laid.Pages together(Imposition imposition, List<Part> cards) {
    return imposition.sheet(0, cards.size(), card -> cards.get(card).pages());
  }
}
