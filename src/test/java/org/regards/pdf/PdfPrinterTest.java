package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.PostalAddress;
import org.regards.language.LetterLanguage;
import org.regards.letter.Block;
import org.regards.letter.Letter;
import org.regards.letter.LetterType;
import org.regards.letter.Part;
import org.regards.letter.PartName;

class PdfPrinterTest {
  private static final Fonts FONTS = Fonts.builtIn();
  private static final PdfPrinter PRINTER = new PdfPrinter(Letters.ORCHARD, FONTS);

  @Test
  void printsEveryWordInTheOrderOfReading() {
    assertThat(ruler(Letters.rich(), Letters.ORCHARD_US).words())
        .isEqualToNormalizingWhitespace(
            """
            Holloway Orchards
            2200 Cherry Road
            Hood River, OR 97031
            (541) 555-0100
            hello@hollowayorchards.example
            www.hollowayorchards.example
            May 6, 2026
            Ms. Ana Lee
            1207 NE Alder Street
            Apt 5
            PORTLAND, OR 97232
            Our reference K-77 · Customer number C-1001
            A proposal for order 1042
            Dear Ms. Lee:
            We went through all three deliveries of order 1042 with our packers. This is what we found:
            Delivered Box What we found Credit
            April 14 Plums As ordered
            April 21 Cherries and apricots The lid was open when the driver left it at the side door, so $24.00
            the fruit was out in the rain
            April 28 Plums Bruised $12.00
            From now on:
            • the driver rings the bell and waits for you;
            • your boxes are packed with a second layer of straw, which keeps soft fruit from bruising on
            the last mile up the hill, where the road is bad;
            • you have my direct line.
            You can see the credit of $36.00 in your account today. If anything is missing, write to
            maria.keller@hollowayorchards.example.
            Sincerely,
            Maria Keller
            Customer care
            """);
  }

  @Test
  void printsTheSameLetterToTheSameBytes() {
    byte[] first = pdf(Letters.rich()).bytes();
    PdfPrinter other = new PdfPrinter(Letters.ORCHARD, Fonts.builtIn());
    // the other one has printed different letters before
    other.print(Letters.saying("Ωμέγα"));
    other.print(Letters.french());
    assertThat(((Printed.Pdf) other.print(Letters.rich())).bytes()).isEqualTo(first);
  }

  @Test
  void printsOnManyThreadsAtOnce() {
    byte[] alone = pdf(Letters.rich()).bytes();
    PdfPrinter shared = new PdfPrinter(Letters.ORCHARD, Fonts.builtIn());
    assertThat(IntStream.range(0, 64).parallel().mapToObj(i -> shared.print(Letters.rich())))
        .allSatisfy(printed -> assertThat(((Printed.Pdf) printed).bytes()).isEqualTo(alone));
  }

  @ParameterizedTest
  @CsvSource({"DE,210", "GB,210", "US,216", "CA,216", "MX,216", "PH,216", "CL,216", "CO,216"})
  void takesThePaperOfTheSendersCountry(String country, int width) {
    Stationery sender = new Stationery("Business", List.of("Street"), country, "", "", "");
    assertThat(ruler(Letters.explanation(), sender).width(0)).isCloseTo(width, within(0.3f));
  }

  @Test
  void takesThePaperOfTheRecipientWhereTheSenderIsUnknown() {
    assertThat(ruler(Letters.rich(), Stationery.blank()).width(0)).isGreaterThan(215);
    assertThat(ruler(Letters.german(), Stationery.blank()).width(0)).isLessThan(211);
  }

  @Test
  void standsInForMissingStationeryWithTheSignatory() {
    List<PaperRuler.Text> texts = ruler(Letters.german(), Stationery.blank()).texts(0);
    assertThat(texts.getFirst().text()).isEqualTo("Maria Keller");
    assertThat(texts)
        .noneMatch(text -> text.baseline() > 40 && text.baseline() < 50 && text.x() < 100);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dear \"you\" & <b>friends</b> ${name} \\(a) 'b' `c` {{d}} %s %1$s",
        "Łukasz Żółć, Đorđe Šišić, Ærøskøbing, İstanbul, Ștefan, Ångström, Nguyễn Thị Hằng",
        "Ελλάδα, Київ, Ощепкова",
        "½ ¾ € £ ¥ © ® ™ § ¶ … – — ‘a’ “b” „c“ «d» ‹e›",
        "½ ² ³ µ μ Ω Ω − ≤ ≥ ≠ α-β",
      })
  void printsTextExactly(String text) {
    // what belongs together is bound by no-break spaces, a dash to the word before it
    assertThat(ruler(Letters.saying(text), Letters.ORCHARD).words().replace('\u00a0', ' '))
        .contains(Normalizer.normalize(text, Normalizer.Form.NFC));
  }

  @Test
  void composesAccentsBeforePrinting() {
    assertThat(ruler(Letters.saying("Cafe\u0301 in Nu\u0308rnberg"), Letters.ORCHARD).words())
        .contains("Café in Nürnberg");
  }

  @Test
  void printsANameOfThreeHundredLettersInTheWords() {
    String name = "Abcdefghij".repeat(30);
    String words = ruler(Letters.saying(name), Letters.ORCHARD).words();
    assertThat(words.replaceAll("\\s", "")).contains(name);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "山田|part next-step holds 2 characters that cannot be printed, 山 (U+5C71, CJK UNIFIED"
            + " IDEOGRAPHS 5C71), 田 (U+7530, CJK UNIFIED IDEOGRAPHS 7530): no font has them; put a"
            + " font for the script Han into the folder fonts",
        "well done 🎉|part next-step holds the character 🎉 (U+1F389, PARTY POPPER), which cannot"
            + " be printed: no font has it; put a font that has it into the folder fonts",
        "السلام عليكم|part next-step holds 7 characters that cannot be printed, ا (U+0627, ARABIC"
            + " LETTER ALEF), ل (U+0644, ARABIC LETTER LAM), س (U+0633, ARABIC LETTER SEEN), م"
            + " (U+0645, ARABIC LETTER MEEM) and 3 more: no font has them; put a font for the"
            + " script Arabic into the folder fonts",
        "a\u200Db|part next-step holds the character (U+200D, ZERO WIDTH JOINER), which cannot be"
            + " printed: it has no form on paper; take it out",
        "\u202Exyz|part next-step holds the character (U+202E, RIGHT-TO-LEFT OVERRIDE), which"
            + " cannot be printed: it has no form on paper; take it out",
      })
  void refusesWhatItCannotPrintByName(String text, String message) {
    assertThat(reasons(PRINTER.print(Letters.saying(text)))).contains(message);
  }

  @Test
  void saysWhereACharacterStands() {
    Letter letter = Letters.to(Letters.explanation(), "山", "", Letters.LEEDS);
    assertThat(reasons(PRINTER.print(letter)))
        .singleElement()
        .asString()
        .isEqualTo(
            "the address holds the character 山 (U+5C71, CJK UNIFIED IDEOGRAPHS 5C71), which cannot"
                + " be printed: no font has it; put a font for the script Han into the folder"
                + " fonts");
  }

  @Test
  void refusesAnIncompleteAddress() {
    Letter letter =
        Letters.to(
            Letters.explanation(), "Ms Ana Lee", "", new PostalAddress("", "Leeds", "", "", "GB"));
    assertThat(reasons(PRINTER.print(letter)))
        .containsExactly(
            "the address lacks a street or box and a postal code; complete it in the customer's"
                + " record, or send this letter by email");
  }

  @Test
  void refusesAnAddressOfTooManyLines() {
    PostalAddress long7 =
        new PostalAddress("c/o Lee\nFloor 2\n1 Mill Lane", "Leeds", "", "LS1", "GB");
    assertThat(
            reasons(
                PRINTER.print(Letters.to(Letters.explanation(), "Ms Ana Lee", "Lee Ltd", long7))))
        .containsExactly(
            "the address has 7 lines and a window shows 6 at most: line 7 does not fit; shorten the"
                + " street or the organisation in the customer's record");
  }

  @Test
  void refusesAnAddressLineThatTheWindowWouldCut() {
    String name = "Ms Ana Maria Magdalena Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh";
    assertThat(reasons(PRINTER.print(Letters.to(Letters.explanation(), name, "", Letters.LEEDS))))
        .containsExactly(
            "line 2 of the address is 88 mm wide and the window shows 75 mm; shorten it or break"
                + " it in two in the customer's record");
  }

  @Test
  void breaksALongNameAboveTheAddressAtASpace() {
    String name = "Robert\"); DROP TABLE O'Brien & <b>Sons</b> ${7*7} and Daughters";
    assertThat(PRINTER.print(Letters.to(Letters.explanation(), name, "", Letters.LEEDS)))
        .isInstanceOf(Printed.Pdf.class);
  }

  @Test
  void refusesALetterOfTooManyPages() {
    assertThat(reasons(PRINTER.print(Letters.ofParagraphs(1120))))
        .containsExactly("the letter needs 60 pages, and a letter has 12 at most; shorten it");
  }

  @Test
  void refusesACardThatIsTooLong() {
    Letter essay = new Letter(Letters.card().head(), List.of(), Letters.ofParagraphs(6).parts());
    assertThat(reasons(PRINTER.print(essay)))
        .containsExactly(
            "the words do not fit on the card: they are 186 mm high and there is room for 120 mm;"
                + " shorten them, or take a larger card");
  }

  @ParameterizedTest
  @CsvSource({
    "EN_GB,Page 1 of 2,Page 2 of 2",
    "DE_DE,Seite 1 von 2,Seite 2 von 2",
    "FR_FR,Page 1 sur 2,Page 2 sur 2",
    "ES_ES,Página 1 de 2,Página 2 de 2"
  })
  void numbersPagesInTheLanguageOfTheLetter(LetterLanguage language, String first, String second) {
    Letter letter =
        new Letter(
            Letters.head(LetterType.EXPLANATION, language, "Ana Lee", Letters.LEEDS),
            Letters.text("42"),
            Letters.ofParagraphs(13).parts());
    PaperRuler ruler = ruler(letter, Letters.ORCHARD);
    assertThat(ruler.words(1, 1)).contains(first);
    assertThat(ruler.words(2, 2)).contains(second).contains("Ana Lee");
  }

  @Test
  void doesNotNumberASinglePage() {
    assertThat(ruler(Letters.explanation(), Letters.ORCHARD).words()).doesNotContain("Page");
  }

  @Test
  void keepsTheSignatureWithSomeWords() {
    for (int paragraphs = 6; paragraphs < 40; paragraphs++) {
      PaperRuler ruler = ruler(Letters.ofParagraphs(paragraphs), Letters.ORCHARD);
      String last = ruler.words(ruler.pages(), ruler.pages());
      assertThat(last).contains("Yours sincerely").contains("Maria Keller");
      if (ruler.pages() > 1) {
        // what stands before the close on the last page: its head and two lines at least
        assertThat(last.substring(0, last.indexOf("Yours sincerely")).lines())
            .hasSizeGreaterThanOrEqualTo(3);
      }
    }
  }

  @Test
  void tightensALetterThatIsALittleTooLong() {
    int onePage =
        (int)
            IntStream.range(5, 20)
                .filter(count -> pdf(Letters.ofParagraphs(count)).pages() == 1)
                .count();
    assertThat(onePage).isGreaterThanOrEqualTo(5);
    PaperRuler full = ruler(Letters.ofParagraphs(4 + onePage), Letters.ORCHARD);
    assertThat(full.pages()).isEqualTo(1);
    assertThat(full.text(0, "Customer care").baseline()).isBetween(255f, 277f);
  }

  @Test
  void describesItselfByTheLetter() {
    Letter letter = Letters.explanation();
    String text = new String(pdf(letter).bytes(), StandardCharsets.UTF_8);
    assertThat(text)
        .contains("Your request of 3 May about order 1042 [K-77]</rdf:li>")
        .contains("<xmp:CreateDate>2026-05-06T00:00:00Z</xmp:CreateDate>")
        .contains("/Lang(en-GB)");
    assertThat(letter.head().date()).isEqualTo(LocalDate.of(2026, 5, 6));
  }

  @Test
  void namesACardWithoutSubjectByWhomItIsFor() {
    assertThat(new String(pdf(Letters.card()).bytes(), StandardCharsets.UTF_8))
        .contains(">Card for Ms Ana Lee</rdf:li>");
  }

  @Test
  void givesNarrowColumnsOfATableWhatTheyNeed() {
    Letter letter =
        new Letter(
            Letters.explanation().head(),
            Letters.text("Your deliveries"),
            List.of(
                new Part(
                    PartName.DETAILS,
                    false,
                    List.of(
                        new Block.Table(
                            List.of(Letters.text("Day"), Letters.text("Note")),
                            List.of(
                                List.of(
                                    Letters.text("Saint Swithin's Day"),
                                    Letters.text("Rain all day. ".repeat(20)))))))));
    assertThat(ruler(letter, Letters.ORCHARD).words())
        .contains("Saint Swithin's Day Rain all day.");
  }

  @Test
  void printsEmptyParts() {
    Letter bare =
        new Letter(
            Letters.explanation().head(),
            List.of(),
            List.of(Letters.part(PartName.REASON, ""), Letters.part(PartName.CLOSE, "Words.")));
    assertThat(ruler(bare, Letters.ORCHARD).words()).contains("Words.");
  }

  private static Printed.Pdf pdf(Letter letter) {
    return (Printed.Pdf) PRINTER.print(letter);
  }

  private static PaperRuler ruler(Letter letter, Stationery stationery) {
    Printed printed = new PdfPrinter(stationery, FONTS).print(letter);
    assertThat(printed).isInstanceOf(Printed.Pdf.class);
    return new PaperRuler(((Printed.Pdf) printed).bytes());
  }

  private static List<String> reasons(Printed printed) {
    assertThat(printed).isInstanceOf(Printed.Refused.class);
    return ((Printed.Refused) printed).reasons().stream().map(PrintRefusal::message).toList();
  }
}
