package org.regards.pdf;

import java.util.List;
import org.regards.letter.Letter;
import org.regards.letter.LetterHead;
import org.regards.pdf.PdfFile.Description;
import org.regards.postal.WindowFit;

/**
 * Prints letters and cards as PDF. A letter gets the paper that the stationery asks for, else what
 * is usual in the sender's country, else in the recipient's. Safe for all threads; make one and
 * share it, since it holds the fonts.
 */
public final class PdfPrinter {
  private final Stationery stationery;
  private final Fonts fonts;
  private final Appearance appearance;
  private final Days days = new Days();

  /**
   * Reads the pictures of the stationery.
   *
   * @throws UnusablePictureException when one of them cannot be printed
   */
  public PdfPrinter(Stationery stationery, Fonts fonts) {
    this.stationery = stationery;
    this.appearance = new Appearance(stationery.look());
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
      case Laid.Pages pages ->
          new Printed.Pdf(
              PdfFile.write(pages.sheets(), pages.description(), fonts.subsets()), pages.count());
    };
  }

  /** A letter or card as pictures of what would be printed. */
  public Previewed preview(Letter letter) {
    boolean card = letter.head().type().isCard();
    return switch (print(letter)) {
      case Printed.Refused refused -> new Previewed.Refused(refused.reasons());
      case Printed.Pdf pdf ->
          new Previewed.Shown(Preview.of(pdf, card ? null : fit(letter.head())));
    };
  }

  /** The form, envelope and folds of a letter. */
  private WindowFit fit(LetterHead head) {
    String country =
        stationery.country().isEmpty()
            ? head.recipient().address().country()
            : stationery.country();
    return stationery.paper().in(country);
  }

  private Laid layLetter(Letter letter) {
    LetterHead head = letter.head();
    String day = days.written(head.date(), head.language());
    LetterLayout layout = new LetterLayout(letter, day, fit(head), stationery, appearance, fonts);
    List<Page> pages = layout.pages();
    return laid(layout.refusals(), pages, letter);
  }

  private Laid layCard(Letter letter) {
    CardLayout layout = new CardLayout(letter, stationery, fonts);
    List<Page> pages = layout.pages();
    return laid(layout.refusals(), pages, letter);
  }

  private static Laid laid(List<PrintRefusal> refusals, List<Page> pages, Letter letter) {
    LetterHead head = letter.head();
    return refusals.isEmpty()
        ? new Laid.Pages(pages, new Description(title(letter), head.language(), head.date()))
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
