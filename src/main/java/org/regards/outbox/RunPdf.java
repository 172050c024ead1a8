package org.regards.outbox;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.LocalDate;
import org.regards.pdf.Laid;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.PdfRunFile;
import org.regards.pdf.Stock;

/**
 * One PDF that is being written, and how many sheets of paper it takes. Used by one thread; whoever
 * opens it closes it, after ending it when it is to be whole.
 */
final class RunPdf implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final MessageDigest digest = Sha256.begun();
  private final boolean bothSides;
  private final OutputStream out;
  private final PdfRunFile pdf;
  private int sheets;

  /** Begins a file; letters on both sides begin on a sheet of their own. */
  RunPdf(PdfPrinter printer, Path file, String title, LocalDate date, Stock stock, boolean duplex)
      throws IOException {
    this.bothSides = duplex || stock.bothSides();
    this.out =
        new BufferedOutputStream(
            new DigestOutputStream(Files.newOutputStream(file), digest), BUFFER);
    this.pdf = printer.runFile(out, title, date);
  }

  static int sheets(int pages, boolean bothSides) {
    return bothSides ? Math.ceilDiv(pages, 2) : pages;
  }

  /** How many sheets the pages would take. */
  int sheetsFor(Laid.Pages pages) {
    return sheets(pages.count(), bothSides);
  }

  void add(Laid.Pages pages) {
    pdf.add(pages);
    if (bothSides && pages.count() % 2 == 1) {
      pdf.addBlank();
    }
    sheets += sheetsFor(pages);
  }

  /** So far, blank ones too. */
  int pages() {
    return pdf.pages();
  }

  int sheets() {
    return sheets;
  }

  /** Writes what is left, and returns the SHA-256 of the whole. */
  String end() throws IOException {
    pdf.close();
    out.close();
    return Sha256.ended(digest);
  }

  /** Lets go of the file, as far as it has come. */
  @Override
  public void close() throws IOException {
    out.close();
  }
}
