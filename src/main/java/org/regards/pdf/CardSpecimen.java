package org.regards.pdf;

import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.language.LetterLanguage;
import org.regards.letter.Block;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterType;
import org.regards.letter.Part;
import org.regards.letter.PartName;
import org.regards.letter.Recipient;
import org.regards.letter.Signatory;

/** Cards to look at and to try a printer with: one of each design, or of the user's picture. */
public final class CardSpecimen {
  private static final LetterLanguage LANGUAGE = LetterLanguage.EN_GB;
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);
  private static final PostalAddress ADDRESS =
      new PostalAddress("1 High Street", "Anytown", "", "AT1 2BC", "GB");

  private final Stationery stationery;
  private final Fonts fonts;

  /**
   * @param stationery its cards say which format, sheet and picture; without a format, the one that
   *     is usual in the sender's country
   */
  public CardSpecimen(Stationery stationery, Fonts fonts) {
    this.stationery = stationery;
    this.fonts = fonts;
  }

  /**
   * Prints the specimens, two pages a sheet.
   *
   * @throws UnusablePictureException when the user's picture cannot be printed
   */
  public Printed print() {
    CardStock stock = stationery.cards();
    List<Laid.Pages> cards = new ArrayList<>();
    List<PrintRefusal> refusals = new ArrayList<>();
    for (CardStock fronted : fronts(stock)) {
      switch (new PdfPrinter(stationery.with(fronted), fonts).lay(letter(fronted))) {
        case Laid.Pages pages -> cards.add(pages);
        case Laid.Refused refused -> refusals.addAll(refused.reasons());
      }
    }
    if (!refusals.isEmpty()) {
      return new Printed.Refused(refusals.stream().distinct().toList());
    }
    Imposition imposition = cards.getFirst().imposition().orElseThrow();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PdfRunFile file = PdfRunFile.create(bytes, "Specimens of cards", LANGUAGE, DAY, fonts)) {
      for (int sheet = 0; sheet < imposition.sheets(cards.size()); sheet++) {
        file.add(imposition.sheet(sheet, cards.size(), cards::get));
      }
    }
    return new Printed.Pdf(bytes.toByteArray(), 2 * imposition.sheets(cards.size()));
  }

  /** What to do at the printer, in words. */
  public String instructions() {
    CardStock stock = stationery.cards();
    return stock
        .format(LetterType.FAREWELL_CARD, stationery.country())
        .flatMap(format -> Imposition.of(format, stock.sheet()))
        .map(Imposition::instructions)
        .orElse("");
  }

  private static List<CardStock> fronts(CardStock stock) {
    if (stock.picture() != null || stock.design() != null) {
      return List.of(stock);
    }
    List<CardStock> fronts = new ArrayList<>();
    for (CardDesign design : CardDesign.values()) {
      fronts.add(stock.with(design));
    }
    return fronts;
  }

  private static Letter letter(CardStock stock) {
    LetterType type =
        stock.asked() == CardFormat.POSTCARD ? LetterType.THANK_YOU : LetterType.FAREWELL_CARD;
    CardDesign design = stock.design();
    String front = design == null ? "your own picture" : design.description();
    return new Letter(
        new LetterHead(
            type,
            LANGUAGE,
            LetterChannel.PRINT,
            null,
            DAY,
            new Recipient(new CustomerId("C-1"), "Ms Ana Reader", "", ADDRESS, ""),
            new Signatory(new StaffId("S-1"), "Maria Writer", "", "", "")),
        List.of(),
        List.of(
            part(PartName.SALUTATION, "Dear Ana,"),
            part(
                PartName.GRATITUDE,
                "This is what a card of ours looks like. On its front you see "
                    + front
                    + "; its words stand here, in the size that they need, with room to sign."),
            part(
                PartName.WISHES,
                "Print it on the paper that you mean to use, turn it, cut it, fold it, and hold it"
                    + " against the light."),
            new Part(
                PartName.SIGNATURE,
                false,
                List.of(
                    new Block.Signature(
                        text("With kind regards,"), List.of(text("Maria Writer")))))));
  }

  private static Part part(PartName name, String words) {
    return new Part(name, false, List.of(new Block.Paragraph(text(words))));
  }

  private static List<Inline> text(String words) {
    return List.of(new Inline.Text(words));
  }
}
