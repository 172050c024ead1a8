package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.regards.customer.PostalAddress;
import org.regards.document.Cell;
import org.regards.document.Chart;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.playbook.Business;

/** Documents on paper: valid, whole, readable. */
class DocumentsTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

  private final PdfPrinter printer = printer("GB");

  @Test
  void everyElementIsValidAndRead() {
    byte[] pdf = printer.print(document(40, "I will \"see you\".\nSoon."));

    assertThat(VeraPdf.broken(pdf)).isEmpty();
    assertThat(text(pdf))
        .contains("Internal – not to be mailed")
        .contains("I will \"see you\".")
        .contains("C-1004")
        .contains("Page 1 of ");
  }

  @Test
  void headOfATableStandsAgainOnEachPage() throws IOException {
    byte[] pdf = printer.print(document(120, "Soon."));

    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(3);
      PDFTextStripper second = new PDFTextStripper();
      second.setStartPage(3);
      second.setEndPage(3);
      assertThat(second.getText(document)).contains("what happened").contains("minutes");
    }
    assertThat(VeraPdf.broken(pdf)).isEmpty();
  }

  @Test
  void numbersWhatNoFontHas() {
    byte[] pdf =
        printer.print(document(1, "Enjoy 😀😀 \u202etrap \u0000 ש\u05b8לום ক্ষ e\u0301 end"));

    assertThat(VeraPdf.broken(pdf)).isEmpty();
    assertThat(text(pdf)).contains("[U+1F600 U+1F600]").contains("[U+202E]").contains("é end");
  }

  @Test
  void standsOnTheBusinessesOwnPaper() throws IOException {
    try (PDDocument american = Loader.loadPDF(printer("US").print(document(1, "Soon.")));
        PDDocument british = Loader.loadPDF(printer.print(document(1, "Soon.")))) {
      assertThat(american.getPage(0).getMediaBox().getWidth()).isEqualTo(612, within());
      assertThat(british.getPage(0).getMediaBox().getWidth()).isEqualTo(595.28f, within());
    }
  }

  @Test
  void sameDocumentIsTheSameBytes() {
    assertThat(printer.print(document(9, "Soon.")))
        .isEqualTo(printer("GB").print(document(9, "Soon.")));
  }

  private static org.assertj.core.data.Offset<Float> within() {
    return org.assertj.core.data.Offset.offset(0.1f);
  }

  static Document document(int rows, String quote) {
    return new Document(
        "Legal brief",
        "C-1004, Howard Sloane",
        "Internal – not to be mailed",
        DAY,
        List.of(
            Element.Facts.of("customer", "C-1004", "since", "2021-04-04", "nothing", ""),
            new Element.Heading("What was said"),
            new Element.Paragraph("One message of 17 November announces a claim. ".repeat(4)),
            new Element.Quote(quote, "interaction/I-0009, email, 17 November 2026, 08:15 UTC"),
            new Element.Subheading("By quarter"),
            new Chart.Columns(
                "Upheld complaints",
                List.of("2026-Q1", "2026-Q2", "2026-Q3"),
                List.of(
                    new Chart.Series("R-1 Freshness", List.of(2L, 0L, 5L)),
                    new Chart.Series("R-2 Late delivery", List.of(1L, 3L, 1L)))),
            new Chart.Bars(
                "Abusive contacts in 30 days",
                List.of(
                    new Chart.Bar("Maria Keller", 6, true),
                    new Chart.Bar("Somebody with quite a long name, of customer care", 2, false),
                    new Chart.Bar("Luc Bernard", 0, false)),
                new Chart.Line("somebody talks with them from", 5)),
            new Element.Heading("Timeline"),
            new Table(
                "timeline",
                "All that happened, oldest first.",
                Table.columns("date", "record", "what happened", "minutes", "share"),
                IntStream.range(0, rows)
                    .mapToObj(
                        row ->
                            List.of(
                                Cell.of("2026-11-%02d".formatted(row % 28 + 1)),
                                Cell.of("interaction/I-%04d".formatted(row)),
                                Cell.of(
                                    "A call, in which much was said of a box. "
                                        .repeat(row % 4 + 1)),
                                Cell.of(row * 7L),
                                Cell.percent(new BigDecimal("12.5"))))
                    .toList()),
            new Element.Heading("Next"),
            new Element.Checks(List.of("Counsel reads this", "A person decides")),
            new Element.Items(List.of("One thing", "Another")),
            new Table("nothing", "What else there is.", Table.columns("a", "b"), List.of()),
            new Element.Remark("Source: the store, as of 2026-11-20.")));
  }

  private static PdfPrinter printer(String country) {
    return new PdfPrinter(
        Stationery.of(
            new Business(
                "Orchard & Co",
                new PostalAddress("1 Mill Lane", "York", "", "YO1 7HD", country),
                "care@orchard.example",
                "+44 20 7946 0100",
                "orchard.example",
                "en")),
        Fonts.builtIn());
  }

  private static String text(byte[] pdf) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
