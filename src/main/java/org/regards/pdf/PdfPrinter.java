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

  public PdfPrinter(Stationery stationery, Fonts fonts) {
    this.stationery = stationery;
    this.fonts = fonts;
  }

  public Printed print(Letter letter) {
    LetterHead head = letter.head();
    return head.type().isCard() ? printCard(letter) : printLetter(letter);
  }

  private Printed printLetter(Letter letter) {
    LetterHead head = letter.head();
    String country =
        stationery.country().isEmpty()
            ? head.recipient().address().country()
            : stationery.country();
    String day = days.written(head.date(), head.language());
    LetterLayout layout = new LetterLayout(letter, day, PagePreset.of(country), stationery, fonts);
    List<Page> pages = layout.pages();
    return printed(layout.refusals(), pages, title(letter), head);
  }

  private Printed printCard(Letter letter) {
    CardLayout layout = new CardLayout(letter, stationery, fonts);
    List<Page> pages = layout.pages();
    return printed(layout.refusals(), pages, title(letter), letter.head());
  }

  private Printed printed(
      List<PrintRefusal> refusals, List<Page> pages, String title, LetterHead head) {
    if (!refusals.isEmpty()) {
      return new Printed.Refused(refusals);
    }
    Description description = new Description(title, head.language(), head.date());
    return new Printed.Pdf(PdfFile.write(pages, description, fonts.subsets()), pages.size());
  }

  private static String title(Letter letter) {
    String subject = letter.subjectText().replace('\n', ' ').strip();
    return subject.isEmpty()
        ? String.format(
            Wording.in(letter.head().language()).card(), letter.head().recipient().name())
        : subject;
  }
}
