package org.regards.pdf;

import java.io.OutputStream;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.regards.document.Document;
import org.regards.language.LetterLanguage;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.pdf.PdfFile.Description;
import org.regards.pdf.PrintRefusal.CardLargerThanSheet;
import org.regards.postal.WindowFit;

/**
 * Prints letters and cards as PDF. A letter gets the paper that the stationery asks for, else what
 * is usual in the sender's country, else in the recipient's. Safe for all threads; make one and
 * share it, since it holds the fonts.
 */
public final class PdfPrinter {
  private final Stationery stationery;
  private final Fonts fonts;
  private final Function<LetterId, MailCodes> codes;
  private final Appearance appearance;
  private final CardFronts cardFronts;
  private final Days days = new Days();

  /**
   * A printer of letters without codes. Reads the pictures of the stationery.
   *
   * @throws UnusablePictureException when one of them cannot be printed
   */
  public PdfPrinter(Stationery stationery, Fonts fonts) {
    this(stationery, fonts, ignored -> MailCodes.none());
  }

  /**
   * @param codes what the codes on a letter say, where the stationery asks for them; called by all
   *     threads
   */
  public PdfPrinter(Stationery stationery, Fonts fonts, Function<LetterId, MailCodes> codes) {
    this.stationery = stationery;
    this.appearance = new Appearance(stationery.look());
    this.cardFronts = new CardFronts(stationery.cards());
    this.fonts = fonts;
    this.codes = codes;
  }

  /** Sets a letter or card on pages, without codes. */
  public Laid lay(Letter letter) {
    return lay(letter, MailCodes.none());
  }

  /** Sets a letter or card on pages, a letter with the codes that the stationery asks for. */
  public Laid lay(LetterId id, Letter letter) {
    return lay(letter, codes.apply(id));
  }

  Laid lay(Letter letter, MailCodes said) {
    LetterType type = letter.head().type();
    Optional<CardFormat> format = stationery.cards().format(type, country(letter));
    if (format.isEmpty()) {
      return layLetter(letter, said);
    }
    Optional<PrintRefusal> refusal = CardRules.refusal(type, format.get());
    return refusal.isPresent()
        ? new Laid.Refused(List.of(refusal.get()))
        : layCard(letter, format.get());
  }

  /**
   * Lays many letters out on all processors, as a run to one file wants them: the taker gets them
   * in their order, on the calling thread. Memory is flat however many there are.
   *
   * @param letter the letter of an item; called on other threads
   * @throws InterruptedException when the calling thread is interrupted; some letters were taken
   */
  public <T> void layAll(
      Iterator<? extends T> items,
      Function<? super T, Letter> letter,
      BiConsumer<? super T, ? super Laid> taker)
      throws InterruptedException {
    new LayingRun<T>(this, letter, taker).run(items);
  }

  /** A letter or card as a PDF of its own, without codes. */
  public Printed print(Letter letter) {
    return print(lay(letter));
  }

  /** A letter or card as a PDF of its own, a letter with the codes the stationery asks for. */
  public Printed print(LetterId id, Letter letter) {
    return print(lay(id, letter));
  }

  private Printed print(Laid laid) {
    return switch (laid) {
      case Laid.Refused refused -> new Printed.Refused(refused.reasons());
      case Laid.Pages pages -> {
        Laid.Pages sheets = onPaper(pages);
        yield new Printed.Pdf(
            PdfFile.write(sheets.sheets(), sheets.description(), fonts.subsets()), sheets.count());
      }
    };
  }

  /**
   * What a letter is printed on.
   *
   * @param recipientCountry where it goes, or empty
   */
  public Stock stock(LetterType type, String recipientCountry) {
    String country = stationery.country().isEmpty() ? recipientCountry : stationery.country();
    return stationery
        .cards()
        .format(type, country)
        .flatMap(format -> Imposition.of(format, stationery.cards().sheet()))
        .map(Stock::ofCards)
        .orElseGet(() -> Stock.ofLetters(stationery.paper().in(country)));
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
    return PdfFile.write(pages, description, fonts.subsets());
  }

  /** A document for people of the business, as a PDF of its own, on the business's paper. */
  public byte[] print(Document document) {
    List<Page> pages =
        new DocumentLayout(
                document,
                stationery.paper().in(stationery.country()).form().sheet(),
                stationery.business(),
                days.written(document.date(), LetterLanguage.EN_GB),
                appearance.ink(),
                fonts)
            .pages();
    Description description =
        new Description(document.title(), LetterLanguage.EN_GB, document.date());
    return PdfFile.write(pages, description, fonts.subsets());
  }

  /**
   * A letter or card as pictures of what would be printed, or of what goes with an email: that has
   * neither codes nor an envelope.
   */
  public Previewed preview(LetterId id, Letter letter) {
    boolean byEmail = letter.head().channel() == LetterChannel.EMAIL;
    boolean bare =
        byEmail || stationery.cards().format(letter.head().type(), country(letter)).isPresent();
    return switch (byEmail ? print(letter) : print(id, letter)) {
      case Printed.Refused refused -> new Previewed.Refused(refused.reasons());
      case Printed.Pdf pdf -> new Previewed.Shown(Preview.of(pdf, bare ? null : fit(letter)));
    };
  }

  /** The form, envelope and folds of a letter. */
  private WindowFit fit(Letter letter) {
    return stationery.paper().in(country(letter));
  }

  private static Laid.Pages onPaper(Laid.Pages pages) {
    return pages
        .imposition()
        .map(imposition -> imposition.sheet(0, 1, ignored -> pages))
        .orElse(pages);
  }

  private String country(Letter letter) {
    return stationery.country().isEmpty()
        ? letter.head().recipient().address().country()
        : stationery.country();
  }

  private Laid layLetter(Letter letter, MailCodes said) {
    LetterHead head = letter.head();
    String day = days.written(head.date(), head.language());
    LetterLayout layout =
        new LetterLayout(letter, day, fit(letter), stationery, appearance, fonts, said);
    List<Page> pages = layout.pages();
    return laid(layout.refusals(), pages, letter);
  }

  private Laid layCard(Letter letter, CardFormat format) {
    CardSheet sheet = stationery.cards().sheet();
    Optional<Imposition> imposition = Imposition.of(format, sheet);
    if (imposition.isEmpty()) {
      return new Laid.Refused(List.of(new CardLargerThanSheet(format, sheet)));
    }
    CardLayout layout = new CardLayout(letter, imposition.get(), stationery, cardFronts, fonts);
    List<Page> pages = layout.pages();
    return layout.refusals().isEmpty()
        ? new Laid.Pages(pages, description(letter), imposition.get())
        : new Laid.Refused(layout.refusals());
  }

  private static Laid laid(List<PrintRefusal> refusals, List<Page> pages, Letter letter) {
    return refusals.isEmpty()
        ? new Laid.Pages(pages, description(letter))
        : new Laid.Refused(refusals);
  }

  private static Description description(Letter letter) {
    LetterHead head = letter.head();
    return new Description(title(letter), head.language(), head.date());
  }

  private static String title(Letter letter) {
    String subject = letter.subjectText().replace('\n', ' ').strip();
    return subject.isEmpty()
        ? String.format(
            Wording.in(letter.head().language()).card(), letter.head().recipient().name())
        : subject;
  }
}
