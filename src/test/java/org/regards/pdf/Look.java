package org.regards.pdf;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class Look {
  @Test
  void look() throws Exception {
    Fonts fonts = Fonts.builtIn();
    Path out = Path.of("/tmp/look");
    Files.createDirectories(out);
    PdfPrinter gb = new PdfPrinter(Letters.ORCHARD, fonts);
    save(out, "explanation", gb.print(Letters.explanation()));
    save(out, "german", new PdfPrinter(Letters.ORCHARD_DE, fonts).print(Letters.german()));
    save(out, "french", gb.print(Letters.french()));
    save(out, "spanish", gb.print(Letters.spanish()));
    save(out, "rich-us", new PdfPrinter(Letters.ORCHARD_US, fonts).print(Letters.rich()));
    save(out, "blank", new PdfPrinter(Stationery.blank(), fonts).print(Letters.explanation()));
    save(out, "blank-us", new PdfPrinter(Stationery.blank(), fonts).print(Letters.rich()));
    save(out, "card", gb.print(Letters.card()));
    save(out, "two", gb.print(Letters.ofParagraphs(12)));
    save(out, "nearly", gb.print(Letters.ofParagraphs(9)));
  }

  static void save(Path out, String name, Printed printed) throws Exception {
    switch (printed) {
      case Printed.Pdf pdf -> Files.write(out.resolve(name + ".pdf"), pdf.bytes());
      case Printed.Refused refused ->
          System.out.println(
              name + ": " + refused.reasons().stream().map(PrintRefusal::message).toList());
    }
  }
}
