package org.regards.pdf;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import org.regards.language.LetterLanguage;
import org.regards.letter.Letter;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterType;
import org.regards.pdf.PdfFile.Description;

/**
 * Prints letters and cards as PDF. A letter gets the paper and layout of the sender's country, else
 * of the recipient's: DIN 5008 form B on A4, or US Letter for a #10 window envelope. Safe for all
 * threads; make one and share it, since it holds the fonts.
 */
public final class PdfPrinter {
  private static final Stock CARDS =
      new Stock("cards-A5", "A5 card, landscape", true, "short edge", "fold once", "C6");

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

  /**
   * What a letter is printed on.
   *
   * @param country of the recipient, or empty
   */
  public Stock stock(LetterType type, String country) {
    if (type.isCard()) {
      return CARDS;
    }
    String paper = stationery.country().isEmpty() ? country : stationery.country();
    return switch (PagePreset.of(paper)) {
      case DIN_5008_B ->
          new Stock("letters-A4", "A4", false, "long edge", "", "DL or C6/5 with window");
      case US_10 ->
          new Stock("letters-US", "US Letter", false, "long edge", "", "#9 or #10 with window");
    };
  }

  /**
   * Begins a file that many letters are printed in.
   *
   * @param out stays the caller's to close; should be buffered
   */
  public PdfRunFile runFile(OutputStream out, String title, LocalDate date) {
    return PdfRunFile.create(out, title, LetterLanguage.EN_GB, date, fonts);
  }

  /** The sheet that lies on top of a print run, as a PDF of its own. */
  public byte[] cover(RunSummary run) {
    List<Page> pages = new CoverSheet(run, stationery, fonts).pages();
    Description description =
        new Description("Print run " + run.run(), LetterLanguage.EN_GB, run.date());
    return PdfFile.of(new Laid.Pages(pages, description, plateMaker), fonts.subsets());
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
