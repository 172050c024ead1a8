package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.regards.language.LetterLanguage;
import org.regards.letter.Letter;

/** Many letters in one file. */
class PdfRunFileTest {
  private static final Fonts FONTS = Fonts.builtIn();
  private static final PdfPrinter PRINTER = new PdfPrinter(Letters.ORCHARD, FONTS);

  /** More than are gathered at a time; the gate asks for a thousand. */
  private static final int LETTERS_OF_A_RUN = Integer.getInteger("regards.test.run", 150);

  private static final List<Letter> MIXED =
      List.of(
          Letters.explanation(),
          Letters.german(),
          Letters.card(),
          Letters.rich(),
          Letters.french(),
          Letters.ofParagraphs(12),
          Letters.spanish(),
          Letters.to(
              Letters.explanation(), "Ms Żaneta Đorđević-Ощепкова Ελένη", "", Letters.LEEDS));

  @Test
  void isValidWithLettersOfAllKindsAndBlankPages() {
    byte[] pdf =
        run(
            file -> {
              for (Letter letter : MIXED) {
                Laid.Pages pages = laid(letter);
                file.add(pages);
                if (pages.count() % 2 == 1) {
                  file.addBlank();
                }
              }
              assertThat(file.pages()).isEqualTo(2 * MIXED.size());
            });
    assertThat(VeraPdf.broken(pdf)).isEmpty();
    assertThat(new PaperRuler(pdf).pages()).isEqualTo(2 * MIXED.size());
  }

  @Test
  void isValidInManyGatherings() {
    byte[] pdf = run(file -> numbered(LETTERS_OF_A_RUN).forEach(letter -> file.add(laid(letter))));
    assertThat(new PaperRuler(pdf).pages()).isEqualTo(LETTERS_OF_A_RUN);
    assertThat(VeraPdf.broken(pdf)).isEmpty();
  }

  @Test
  void keepsTheWordsAndTheirOrder() {
    byte[] pdf = run(file -> MIXED.forEach(letter -> file.add(laid(letter))));
    PaperRuler ruler = new PaperRuler(pdf);
    int page = 1;
    for (Letter letter : MIXED) {
      int pages = laid(letter).count();
      byte[] alone =
          PdfFile.write(laid(letter).sheets(), laid(letter).description(), FONTS.subsets());
      assertThat(ruler.words(page, page + pages - 1)).isEqualTo(new PaperRuler(alone).words());
      page += pages;
    }
  }

  @Test
  void isTheSameWhoeverLaysTheLettersOut() throws InterruptedException {
    List<Letter> letters = numbered(200).toList();
    byte[] onOneThread = run(file -> letters.forEach(letter -> file.add(laid(letter))));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Letter> taken = new ArrayList<>();
    try (PdfRunFile file = begun(out)) {
      new PdfPrinter(Letters.ORCHARD, Fonts.builtIn())
          .layAll(
              letters.iterator(),
              Function.identity(),
              (letter, laid) -> {
                taken.add(letter);
                file.add((Laid.Pages) laid);
              });
    }
    assertThat(taken).isEqualTo(letters);
    assertThat(out.toByteArray()).isEqualTo(onOneThread);
  }

  @Test
  void hasCharactersThatOnlyALaterLetterUses() {
    Letter greek = Letters.saying("Ωμέγα");
    byte[] pdf =
        run(
            file -> {
              file.add(laid(Letters.explanation()));
              file.add(laid(greek));
            });
    assertThat(new PaperRuler(pdf).words(2, 2)).contains("Ωμέγα");
    assertThat(VeraPdf.broken(pdf)).isEmpty();
  }

  @Test
  void letsGoOfPagesAsTheyAreFinished() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Laid.Pages letter = laid(Letters.explanation());
    List<Integer> sizes = new ArrayList<>();
    try (PdfRunFile file = begun(out)) {
      for (int i = 1; i <= 640; i++) {
        file.add(letter);
        if (i % 64 == 0) {
          sizes.add(out.size());
        }
      }
    }
    int gathering = sizes.get(1) - sizes.get(0);
    assertThat(sizes.get(9) - sizes.get(8)).isBetween(gathering * 9 / 10, gathering * 11 / 10);
    // what is left for the end: fonts, and a few bytes a letter
    assertThat(out.size() - sizes.get(9)).isLessThan(60_000);
  }

  @Test
  void saysThatThereIsNoLetter() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRunFile file = begun(out);
    assertThatThrownBy(file::close)
        .isInstanceOf(EmptyRunException.class)
        .hasMessage(
            "There is no letter to be printed, so no file was made; queue a letter for paper"
                + " first.");
    file.close();
  }

  @Test
  void saysThatTheDiskIsFull() {
    PdfRunFile file = begun(new FullDisk(100_000));
    Laid.Pages letter = laid(Letters.explanation());
    assertThatThrownBy(
            () -> {
              for (int i = 0; i < 1000; i++) {
                file.add(letter);
              }
            })
        .isInstanceOf(UnwritableRunException.class)
        .hasMessage(
            "The file of the print run could not be written beyond page 64: No space left on"
                + " device. Nothing was released; make room or choose another folder, and start"
                + " the run again.");
    file.close();
  }

  /** Takes some bytes and no more. */
  private static final class FullDisk extends OutputStream {
    private int room;

    FullDisk(int room) {
      this.room = room;
    }

    @Override
    public void write(int octet) throws IOException {
      write(new byte[] {(byte) octet}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int start, int count) throws IOException {
      room -= count;
      if (room < 0) {
        throw new IOException("No space left on device");
      }
    }
  }

  private static Stream<Letter> numbered(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> Letters.to(Letters.explanation(), "Ms Lee " + i, "", Letters.LEEDS));
  }

  private static byte[] run(Consumer<PdfRunFile> letters) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (PdfRunFile file = begun(out)) {
      letters.accept(file);
    }
    return out.toByteArray();
  }

  private static Laid.Pages laid(Letter letter) {
    return (Laid.Pages) PRINTER.lay(letter);
  }

  private static PdfRunFile begun(OutputStream out) {
    return PdfRunFile.create(out, "Letters of 6 May", LetterLanguage.EN_GB, Letters.DAY, FONTS);
  }
}
