package org.regards.outbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.regards.approval.Clearance;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.PrintRefusal;
import org.regards.pdf.Printed;
import org.regards.store.Database;
import org.regards.store.WholeFile;

/** Takes one letter to a PDF in the folder, once. */
final class PaperDelivery {
  private final Database database;
  private final Supplier<PdfPrinter> printer;
  private final Path folder;
  private final InstantSource clock;

  PaperDelivery(Database database, Supplier<PdfPrinter> printer, Path folder, InstantSource clock) {
    this.database = database;
    this.printer = printer;
    this.folder = folder;
    this.clock = clock;
  }

  PrintOutcome print(LetterId id, Letter letter, Actor by) {
    if (letter.head().channel() != LetterChannel.PRINT) {
      return new PrintOutcome.Held(id, Words.otherChannel(id, letter.head().channel()));
    }
    Optional<String> closed = database.read(handle -> hindrance(handle, id, letter, by));
    if (closed.isPresent()) {
      return new PrintOutcome.Held(id, closed.get());
    }
    Path file = folder.resolve(LetterFileName.of(id, letter) + ".pdf");
    Optional<Delivery> before = find(id, letter);
    if (before.isPresent() && liesUnchanged(before.get(), file)) {
      return new PrintOutcome.PrintedBefore(id, file, before.get().changedAt());
    }
    if (before.isEmpty() && Files.exists(file)) {
      return new PrintOutcome.Held(id, Words.otherStores(file));
    }
    return switch (printer.get().print(id, letter)) {
      case Printed.Refused refused ->
          new PrintOutcome.Unprintable(
              id, refused.reasons().stream().map(PrintRefusal::message).toList());
      case Printed.Pdf pdf -> {
        PrintOutcome written = write(id, letter, by, pdf.bytes(), file);
        yield before.isPresent()
                && before.get().state() == DeliveryState.PRINTED
                && written instanceof PrintOutcome.Printed
            ? new PrintOutcome.PrintedAnew(id, file, before.get().changedAt())
            : written;
      }
    };
  }

  private PrintOutcome write(LetterId id, Letter letter, Actor by, byte[] pdf, Path file) {
    String customer = letter.head().recipient().customer().value();
    String digest = Sha256.of(pdf);
    Optional<String> closed =
        database.write(
            handle -> {
              LetterStamp.lock(handle, List.of(id));
              Optional<String> reason = hindrance(handle, id, letter, by);
              if (reason.isEmpty()) {
                DeliveryDao deliveries = new DeliveryDao(handle);
                deliveries.queuePaper(id, customer, digest, clock.instant());
                deliveries.moveLetter(id, LetterState.QUEUED);
              }
              return reason;
            });
    if (closed.isPresent()) {
      return new PrintOutcome.Held(id, closed.get());
    }
    WholeFile.write(file, pdf);
    database.write(
        handle -> {
          DeliveryDao deliveries = new DeliveryDao(handle);
          deliveries.print(id, customer, digest, file.toString(), clock.instant());
          deliveries.moveLetter(id, LetterState.DONE);
          LetterPause.of(id, letter).ifPresent(pause -> pause.begin(handle, clock.instant()));
          AuditTrail.add(handle, clock.instant(), Words.deed(by, Act.PRINTED, id, letter));
          return true;
        });
    return new PrintOutcome.Printed(id, file);
  }

  /** The gate, and whatever else is being done with the letter on paper. */
  private Optional<String> hindrance(Handle handle, LetterId id, Letter letter, Actor by) {
    return Gate.closed(handle, Addressee.of(id, letter), clock.instant())
        .or(() -> new PaperQueueDao(handle).letter(id).flatMap(PaperDelivery::hindrance))
        .or(() -> Clearance.withheld(handle, id, letter, by, clock.instant()));
  }

  private static Optional<String> hindrance(PaperLetter letter) {
    if (letter.waits()) {
      return Optional.of(
          "it waits for the next print run; take it out with regards queue --cancel %s to print it by itself."
              .formatted(letter.id()));
    }
    DeliveryState delivery = letter.delivery();
    return delivery == null || delivery == DeliveryState.QUEUED || delivery == DeliveryState.PRINTED
        ? Optional.empty()
        : Optional.of(Words.onPaperAlready(delivery, letter.run(), letter.changedOn()));
  }

  private Optional<Delivery> find(LetterId id, Letter letter) {
    return database.read(
        handle ->
            new DeliveryDao(handle)
                .find(id, LetterChannel.PRINT, letter.head().recipient().customer().value()));
  }

  private static boolean liesUnchanged(Delivery delivery, Path file) {
    try {
      return delivery.state() == DeliveryState.PRINTED
          && Files.isRegularFile(file)
          && Sha256.of(Files.readAllBytes(file)).equals(delivery.digest());
    } catch (IOException unreadable) {
      return false; // and it is written anew, or says why it cannot be
    }
  }
}
