package org.regards.pdf;

import java.util.Iterator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.regards.letter.Letter;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.pdf.PdfFile.Description;

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
  private final Days days = new Days();
  private final Press press = new Press();

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
    return letter.head().type().isCard() ? layCard(letter) : layLetter(letter, said);
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
      case Laid.Pages pages -> new Printed.Pdf(PdfFile.of(pages, fonts.subsets()), pages.count());
    };
  }

  private Laid layLetter(Letter letter, MailCodes said) {
    LetterHead head = letter.head();
    String country =
        stationery.country().isEmpty()
            ? head.recipient().address().country()
            : stationery.country();
    String day = days.written(head.date(), head.language());
    LetterLayout layout =
        new LetterLayout(
            letter, day, stationery.paper().in(country), stationery, appearance, fonts, said);
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
        ? new Laid.Pages(pages, new Description(title(letter), head.language(), head.date()), press)
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
