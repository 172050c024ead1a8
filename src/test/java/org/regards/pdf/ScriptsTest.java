package org.regards.pdf;

import static java.lang.Character.UnicodeScript.ARABIC;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.PostalAddress;
import org.regards.letter.Letter;
import org.regards.pdf.Shaped.Placed;

/** Scripts whose characters join, stack, change places or run from right to left. */
class ScriptsTest {
  static final Path FOLDER =
      Path.of(System.getProperty("regards.home"), "src/test/resources/fonts");
  private static final Fonts FONTS = Fonts.withFolder(FOLDER);
  private static final PdfPrinter PRINTER = new PdfPrinter(Letters.ORCHARD, FONTS);
  private static final String EVERYTHING =
      "We met محمد علي (القاهرة) 12, then שָׁלוֹם כהן 7 and हिन्दी क्षत्रिय, น้ำใจ ที่ and"
          + " x\u0323\u0302y Nguyễn of 山田商店.";

  @Test
  void joinsArabicLetters() {
    List<Integer> word = glyphs("محمد", 1);
    List<Integer> apart =
        Stream.of("د", "م", "ح", "م").flatMap(letter -> glyphs(letter, 1).stream()).toList();
    assertThat(word).hasSameSizeAs(apart).doesNotContainAnyElementsOf(apart.subList(1, 4));
  }

  @Test
  void joinsLamAndAlef() {
    assertThat(glyphs("لا", 1))
        .isNotEqualTo(glyphs("ل", 1))
        .doesNotContainAnyElementsOf(
            Stream.of("ل", "ا").flatMap(letter -> glyphs(letter, 1).stream()).toList());
    assertThat(shaped("لا", 1).width()).isLessThan(shaped("ل", 1).width() + shaped("ا", 1).width());
  }

  @Test
  void keepsLettersApartWhereAJoinerSaysSo() {
    assertThat(glyphs("علی\u200Cرضا", 1)).isNotEqualTo(glyphs("علیرضا", 1));
    assertThat(printedAddress("علی\u200Cرضا")).startsWith("علی\u200Cرضا");
  }

  @Test
  void writesHebrewFromRightToLeftWithThePrograms() {
    Shaped word = shaped("אבג", 1);
    assertThat(word.glyphs().stream().map(placed -> placed.glyph().text()).toList())
        .containsExactly("ג", "ב", "א");
    assertThat(word.glyphs().stream().map(Placed::x).toList()).isSorted();
    assertThat(new PdfPrinter(Letters.ORCHARD, Fonts.builtIn()).print(Letters.saying("שלום")))
        .isInstanceOf(Printed.Pdf.class);
  }

  @Test
  void putsTheVowelOfDevanagariBeforeItsConsonant() {
    List<Integer> syllable = glyphs("हि", 0);
    assertThat(syllable).hasSize(2);
    assertThat(syllable.getLast()).isEqualTo(glyphs("ह", 0).getFirst());
  }

  @Test
  void stacksThaiMarks() {
    assertThat(shaped("ที่", 0).width()).isEqualTo(shaped("ท", 0).width());
  }

  @Test
  void turnsBracketsRound() {
    assertThat(glyphs("(", 1)).isEqualTo(glyphs(")", 0));
  }

  @Test
  void putsAccentsOverTheirLetter() {
    Shaped letter = shaped("x\u0302", 0);
    assertThat(letter.glyphs()).hasSize(2);
    assertThat(letter.width()).isEqualTo(shaped("x", 0).width());
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nguyễn Thị Hằng", "Vie\u0323\u0302t", "e\u0301te\u0301"})
  void composesLettersThatTheFontHasWhole(String text) {
    FontFace serif = FONTS.first(Typeface.SERIF);
    List<TextRun> runs = new Pen(FONTS, List.of()).runs(text, Style.BODY, "here");
    assertThat(runs).allMatch(TextRun::isPlain).allMatch(run -> run.face() == serif);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // as in UAX #9: the runs from left to right, each in the order of reading
        "שלום abc|abc,שלום",
        "abc שלום עולם def|abc,עולם,שלום,def",
        "שלום 12 34|34,12,שלום",
        "محمد 12 (abc)|),abc,(,12,محمد",
        "abc שלום, def|abc,שלום,, def"
      })
  void ordersALineByTheBidirectionalAlgorithm(String text, String order) {
    List<TextRun> runs = new Pen(FONTS, List.of()).runs(text, Style.BODY, "here");
    float[] offsets = VisualOrder.offsets(runs);
    String shown =
        String.join(
            ",",
            IntStream.range(0, offsets.length)
                .boxed()
                .sorted((one, other) -> Float.compare(offsets[one], offsets[other]))
                .map(i -> runs.get(i).text().strip())
                .filter(part -> !part.isEmpty())
                .toList());
    assertThat(shown).isEqualTo(order);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "محمد علي",
        "محمد علي (القاهرة)",
        "مُحَمَّد",
        "שלום כהן",
        "שָׁלוֹם",
        "Ms Ana محمد Lee",
        "हिन्दी क्षत्रिय",
        "น้ำใจ ที่",
        "x\u0323\u0302y",
        "山田 明",
        "Zoë \u200Eمحمد\u200E Lee"
      })
  void saysWhatItPrints(String name) {
    assertThat(printedAddress(name)).startsWith(name + " 1 Mill Lane");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "محمد علي",
        "محمد علي (القاهرة)",
        "שלום כהן",
        "हिन्दी क्षत्रिय",
        "น้ำใจ ที่",
        "x\u0323\u0302y",
        "山田 明"
      })
  void isTakenOutAsItIsRead(String name) {
    assertThat(new PaperRuler(pdf(to(name))).words()).contains(name);
  }

  @Test
  void isValid() {
    assertThat(VeraPdf.broken(pdf(everything()))).isEmpty();
  }

  @Test
  void printsTheSameLetterToTheSameBytes() {
    byte[] first = pdf(everything());
    PdfPrinter other = new PdfPrinter(Letters.ORCHARD, Fonts.withFolder(FOLDER));
    other.print(to("كريم"));
    assertThat(((Printed.Pdf) other.print(everything())).bytes()).isEqualTo(first);
    assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> pdf(everything())))
        .allSatisfy(bytes -> assertThat(bytes).isEqualTo(first));
  }

  @Test
  void readsAParagraphOfArabicFromTheRight() {
    String quote = "السلام عليكم يا أصدقاء الحديقة، شكراً جزيلاً على كل شيء في هذا الصيف";
    PaperRuler.Text line =
        new PaperRuler(pdf(Letters.saying(quote)))
            .texts(0).stream()
                .filter(text -> Character.UnicodeScript.of(text.text().codePointAt(0)) == ARABIC)
                .findFirst()
                .orElseThrow();
    assertThat(line.right()).isBetween(185f, 190.5f);
  }

  @Test
  void refusesAScriptOnceForAWord() {
    Printed printed = PRINTER.print(to("ಠ_ಠ ಕನ್ನಡ"));
    assertThat(((Printed.Refused) printed).reasons().stream().map(PrintRefusal::message))
        .containsExactly(
            "the address holds 5 characters that cannot be printed, ಠ (U+0CA0, KANNADA LETTER"
                + " TTHA), ಕ (U+0C95, KANNADA LETTER KA), ನ (U+0CA8, KANNADA LETTER NA), ್"
                + " (U+0CCD, KANNADA SIGN VIRAMA) and 1 more: no font has them; put a font for the"
                + " script Kannada into the folder "
                + FOLDER);
  }

  @Test
  void refusesMoreAccentsThanCanBeToldApart() {
    Printed printed = PRINTER.print(to("Za\u0320\u0325\u0331\u0347\u0353lgo"));
    assertThat(((Printed.Refused) printed).reasons().stream().map(PrintRefusal::message))
        .singleElement()
        .asString()
        .startsWith("the address holds 5 characters that cannot be printed, ")
        .endsWith(
            " and 1 more: too many accents stand on one letter to be told apart; take some of them"
                + " out");
  }

  @Test
  void takesABoldFontForBoldWordsOnly() {
    assertThat(FONTS.face(Typeface.SERIF, 'م').orElseThrow().name())
        .isEqualTo("NotoNaskhArabic-Regular");
    assertThat(FONTS.face(Typeface.SERIF_BOLD, 'م').orElseThrow().name())
        .isEqualTo("NotoNaskhArabic-Bold");
  }

  private static Letter everything() {
    return Letters.to(Letters.saying(EVERYTHING), "محمد علي", "מסעדת שלום", Letters.LEEDS);
  }

  private static Letter to(String name) {
    return Letters.to(
        Letters.explanation(),
        name,
        "",
        new PostalAddress("1 Mill Lane", "Leeds", "", "LS1", "GB"));
  }

  private static String printedAddress(String name) {
    return PaperReader.paragraphs(pdf(to(name))).getFirst();
  }

  private static byte[] pdf(Letter letter) {
    Printed printed = PRINTER.print(letter);
    assertThat(printed).isInstanceOf(Printed.Pdf.class);
    return ((Printed.Pdf) printed).bytes();
  }

  private static Shaped shaped(String text, int level) {
    FontFace face = FONTS.face(Typeface.SERIF, text).orElseThrow();
    return face.shape(text, level % 2 != 0);
  }

  private static List<Integer> glyphs(String text, int level) {
    return shaped(text, level).glyphs().stream().map(placed -> placed.glyph().number()).toList();
  }
}
