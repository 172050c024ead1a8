package org.regards.pdf;

import java.util.List;
import org.regards.letter.Letter;
import org.regards.letter.LetterHead;
import org.regards.pdf.PdfFile.Description;

/**
 * Prints letters and cards as PDF. A letter gets the paper and layout of the sender's country, else
 * of the recipient's: DIN 5008 form B on A4, or US Letter for a #10 window envelope. Safe for all
 * threads; make one and share it, since it holds the fonts.
 */
public final class PdfPrinter {
  private final Stationery stationery;
  private final Fonts fonts;
  private final Days days = new Days();
  private final PlateMaker plateMaker = new PlateMaker();

  public PdfPrinter(Stationery stationery, Fonts fonts) {
    this.stationery = stationery;
    this.fonts = fonts;
  }

  /** Sets a letter or card on pages. */
  public Laid lay(Letter letter) {
    return letter.head().type().isCard() ? layCard(letter) : layLetter(letter);
  }

  /** A letter or card as a PDF of its own. */
  public Printed print(Letter letter) {
    return switch (lay(letter)) {
      case Laid.Refused refused -> new Printed.Refused(refused.reasons());
      case Laid.Pages pages -> new Printed.Pdf(PdfFile.of(pages, fonts.subsets()), pages.count());
    };
  }

  private Laid layLetter(Letter letter) {
    LetterHead head = letter.head();
    String country =
        stationery.country().isEmpty()
            ? head.recipient().address().country()
            : stationery.country();
    String day = days.written(head.date(), head.language());
    LetterLayout layout = new LetterLayout(letter, day, PagePreset.of(country), stationery, fonts);
    List<Page> pages = layout.pages();
    return laid(layout.refusals(), pages, letter);
  }

  private Laid layCard(Letter letter) {
    CardLayout layout = new CardLayout(letter, stationery, fonts);
    List<Page> pages = layout.pages();
    return laid(layout.refusals(), pages, letter);
  }

  private Laid laid(List<PrintRefusal> refusals, List<Page> pages, Letter letter) {
    LetterHead head = letter.head();
    return refusals.isEmpty()
        ? new Laid.Pages(
            pages, new Description(title(letter), head.language(), head.date()), plateMaker)
        : new Laid.Refused(refusals);
  }

  private static String title(Letter letter) {
    String subject = letter.subjectText().replace('\n', ' ').strip();
    return subject.isEmpty()
        ? String.format(
            Wording.in(letter.head().language()).card(), letter.head().recipient().name())
        : subject;
  }
}
