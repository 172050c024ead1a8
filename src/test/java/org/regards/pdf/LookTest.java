package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.regards.customer.StaffId;
import org.regards.letter.Letter;
import org.regards.pdf.PaperRuler.Picture;
import org.regards.pdf.PaperRuler.Text;

/** The sender's logo, colour, signature, foot and fonts on the page. */
class LookTest {
  private static final Offset<Float> NEAR = within(0.3f);
  private static final int PLUM = 0x6B2D5C;
  private static final List<List<String>> FOOT =
      List.of(
          List.of("Holloway Orchards Ltd", "Registered in England and Wales 1234567"),
          List.of("Bank of Hereford", "IBAN GB29 NWBK 6016 1331 9268 19", "BIC NWBKGB2L"));

  @TempDir private static Path folder;
  private static Look mark;
  private static Look wide;

  @BeforeAll
  static void draw() throws IOException {
    Path signatures = Files.createDirectory(folder.resolve("signatures"));
    Drawn.png(Drawn.signature(), signatures.resolve("S-1.png"));
    Path plum = Drawn.png(Drawn.mark(700), folder.resolve("mark.png"));
    Path name = Drawn.png(Drawn.wordmark(300), folder.resolve("name.png"));
    mark = new Look(plum, PLUM, signatures, FOOT);
    wide = new Look(name, PLUM, signatures, FOOT);
  }

  static Stream<Letter> letters() {
    return Stream.of(
        Letters.explanation(),
        Letters.german(),
        Letters.french(),
        Letters.spanish(),
        Letters.rich(),
        Letters.ofParagraphs(12),
        Letters.card());
  }

  @ParameterizedTest
  @MethodSource("letters")
  void isValidWithPicturesAndAnOwnFont(Letter letter) throws IOException {
    Fonts fonts = Fonts.withFolder(ownFonts(), new FontChoice("Liberation Mono", ""));
    for (Stationery stationery :
        List.of(Letters.ORCHARD.with(mark), Letters.ORCHARD_DE.with(wide))) {
      assertThat(VeraPdf.broken(pdf(stationery, fonts, letter))).isEmpty();
    }
  }

  @Test
  void placesMarkAndNameAtTheHead() {
    PaperRuler ruler = ruler(mark, Letters.explanation());
    Picture logo = ruler.pictures(0).getFirst();
    assertThat(logo.x()).isCloseTo(25, NEAR);
    assertThat(logo.height()).isCloseTo(18, NEAR);
    // a plum and its leaf, without the empty edges of the file
    assertThat(logo.width()).isCloseTo(18 * 78 / 92f, within(0.5f));
    Text name = ruler.text(0, "Holloway Orchards");
    assertThat(name.x()).isCloseTo(logo.x() + logo.width() + 4.5f, NEAR);
    float middle = logo.y() + logo.height() / 2;
    assertThat(name.baseline() - 18 * 0.66f / 2 * 25.4f / 72).isCloseTo(middle, NEAR);
  }

  @Test
  void takesWideLogoForTheName() {
    PaperRuler ruler = ruler(wide, Letters.explanation());
    Picture logo = ruler.pictures(0).getFirst();
    assertThat(logo.x()).isCloseTo(25, NEAR);
    assertThat(logo.width()).isLessThanOrEqualTo(70.01f);
    List<Text> names =
        ruler.texts(0).stream().filter(text -> text.text().equals("Holloway Orchards")).toList();
    assertThat(names).hasSize(1);
    assertThat(names.getFirst().x()).isCloseTo(125, NEAR);
    assertThat(names.getFirst().size()).isEqualTo(8);
  }

  @Test
  void placesSignatureBetweenCloseAndName() {
    PaperRuler ruler = ruler(mark, Letters.explanation());
    Picture signature = ruler.pictures(0).get(1);
    assertThat(signature.x()).isCloseTo(25, NEAR);
    assertThat(signature.width()).isLessThanOrEqualTo(50.1f);
    assertThat(signature.y()).isGreaterThan(ruler.text(0, "Yours sincerely").baseline());
    float capitals =
        ruler.texts(0).stream()
                .filter(text -> text.text().equals("Maria Keller"))
                .toList()
                .getLast()
                .baseline()
            - 2.5f;
    assertThat(signature.y() + signature.height()).isLessThan(capitals);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "explanation | Signature of Maria Keller",
        "german | Unterschrift von Maria Keller",
        "french | Signature\u00a0: Maria Keller",
        "spanish | Firma de Maria Keller",
      })
  void saysWhatTheSignatureIs(String letter, String alt) {
    Letter written =
        switch (letter) {
          case "german" -> Letters.german();
          case "french" -> Letters.french();
          case "spanish" -> Letters.spanish();
          default -> Letters.explanation();
        };
    assertThat(ruler(mark, written).figures()).containsExactly(alt);
  }

  @Test
  void leavesRoomToSignByHandWithoutAPicture() throws IOException {
    Path empty = Files.createDirectories(folder.resolve("nobody"));
    Look look = new Look(null, PLUM, empty, List.of());
    assertThat(ruler(look, Letters.explanation()).pictures(0)).isEmpty();
    assertThat(pdf(Letters.ORCHARD.with(look), Fonts.builtIn(), Letters.explanation()).length)
        .isGreaterThan(1000);
  }

  @Test
  void putsFootOnTheFirstPageAlone() {
    PaperRuler ruler = ruler(mark, Letters.ofParagraphs(12));
    assertThat(ruler.pages()).isEqualTo(2);
    Text bank = ruler.text(0, "Bank of Hereford");
    assertThat(ruler.text(0, "Holloway Orchards Ltd").x()).isCloseTo(25, NEAR);
    assertThat(ruler.text(0, "BIC").baseline()).isCloseTo(297 - 9, NEAR);
    assertThat(bank.x()).isGreaterThan(105);
    assertThat(ruler.texts(1)).noneMatch(text -> text.text().startsWith("Bank"));
    Text number = ruler.text(0, "Page 1 of 2");
    assertThat(number.baseline()).isLessThan(bank.baseline() - 5);
    float words =
        (float)
            ruler.texts(0).stream()
                .filter(text -> text.size() > 10)
                .mapToDouble(Text::baseline)
                .max()
                .orElseThrow();
    assertThat(words).isLessThan(number.baseline() - 3);
    assertThat(ruler.text(1, "Page 2 of 2").baseline()).isCloseTo(297 - 11, NEAR);
  }

  @Test
  void setsLetterInTheChosenFamily() throws IOException {
    Fonts fonts =
        Fonts.withFolder(ownFonts(), new FontChoice("liberation mono", "Liberation Sans"));
    assertThat(fonts.first(Typeface.SERIF).name()).isEqualTo("LiberationMono");
    assertThat(fonts.first(Typeface.SERIF_BOLD).name()).isEqualTo("LiberationMono-Bold");
    assertThat(fonts.first(Typeface.SERIF_ITALIC).name()).isEqualTo("LiberationMono-Italic");
    assertThat(fonts.first(Typeface.HEADING).name()).isEqualTo("LiberationSans");
    assertThat(fonts.first(Typeface.HEADING_BOLD).name()).isEqualTo("LiberationSans");
    assertThat(fonts.first(Typeface.SANS).name()).isEqualTo("LiberationSans");
  }

  @Test
  void refusesFamilyThatIsNotThere() throws IOException {
    Path fonts = ownFonts();
    assertThatThrownBy(() -> Fonts.withFolder(fonts, new FontChoice("Garamond", "")))
        .isInstanceOf(UnknownFontFamilyException.class)
        .hasMessage(
            "no font in the folder %s is of the family \"Garamond\"; put its .ttf files there, or"
                + " name one that is there: Liberation Mono, Liberation Sans",
            fonts);
    Path none = folder.resolve("none");
    assertThatThrownBy(() -> Fonts.withFolder(none, new FontChoice("Garamond", "")))
        .hasMessage(
            "no font in the folder %s is of the family \"Garamond\"; put its .ttf files there, or"
                + " name one that is there: none is",
            none);
    assertThatThrownBy(() -> Fonts.withFolder(fonts, new FontChoice("Liberation Sans", "")))
        .hasMessage(
            "the folder %s has no bold font of the family \"Liberation Sans\", which letters need;"
                + " put its .ttf file there, or choose another family",
            fonts);
  }

  @Test
  void refusesFontThatMayNotBeEmbedded() throws IOException {
    Path fonts = Files.createDirectories(folder.resolve("restricted"));
    byte[] program = builtIn("LiberationMono-Regular");
    for (int table = 12; table < 400; table += 16) {
      if (program[table] == 'O' && program[table + 1] == 'S') {
        int os2 = ByteBuffer.wrap(program).getInt(table + 8);
        program[os2 + 9] = 2;
      }
    }
    Path file = Files.write(fonts.resolve("Mine.ttf"), program);
    assertThatThrownBy(() -> Fonts.withFolder(fonts, new FontChoice("Liberation Mono", "")))
        .hasMessage(
            "the font %s cannot be used: its licence does not let it be embedded in a PDF; use a"
                + " TrueType font (.ttf) or take the file out of the font folder",
            file);
  }

  @Test
  void printsTheSameBytesAgain() throws IOException {
    byte[] first = pdf(Letters.ORCHARD.with(mark), Fonts.builtIn(), Letters.rich());
    assertThat(pdf(Letters.ORCHARD.with(mark), Fonts.builtIn(), Letters.rich())).isEqualTo(first);
  }

  @Test
  void leadsOutOfNoFolder() throws IOException {
    Files.createDirectories(folder.resolve("inner"));
    Drawn.png(Drawn.signature(), folder.resolve("secret.png"));
    Appearance appearance =
        new Appearance(new Look(null, PLUM, folder.resolve("inner"), List.of()));
    assertThat(appearance.signature(new StaffId("../secret"))).isEmpty();
  }

  @Test
  void refusesFolderOfSignaturesThatIsNotThere() {
    Path absent = folder.resolve("absent");
    Look look = new Look(null, PLUM, absent, List.of());
    assertThatThrownBy(() -> new PdfPrinter(Letters.ORCHARD.with(look), Fonts.builtIn()))
        .isInstanceOf(UnusablePictureException.class)
        .hasMessage(
            "the folder of signatures %s cannot be printed: there is no such folder; make it, or"
                + " correct stationery.signatures",
            absent);
  }

  private static Path ownFonts() throws IOException {
    Path fonts = Files.createDirectories(folder.resolve("fonts"));
    for (String name :
        List.of(
            "LiberationMono-Regular",
            "LiberationMono-Bold",
            "LiberationMono-Italic",
            "LiberationSans-Regular")) {
      Files.write(fonts.resolve(name + ".ttf"), builtIn(name));
    }
    return fonts;
  }

  private static byte[] builtIn(String name) throws IOException {
    try (InputStream font = LookTest.class.getResourceAsStream("/liberation/" + name + ".ttf")) {
      return Objects.requireNonNull(font).readAllBytes();
    }
  }

  private static PaperRuler ruler(Look look, Letter letter) {
    return new PaperRuler(pdf(Letters.ORCHARD.with(look), Fonts.builtIn(), letter));
  }

  private static byte[] pdf(Stationery stationery, Fonts fonts, Letter letter) {
    Printed printed = new PdfPrinter(stationery, fonts).print(letter);
    assertThat(printed).isInstanceOf(Printed.Pdf.class);
    return ((Printed.Pdf) printed).bytes();
  }
}
