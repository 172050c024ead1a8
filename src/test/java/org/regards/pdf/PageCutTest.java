package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.regards.language.LetterLanguage;
import org.regards.letter.Letter;
import org.regards.letter.LetterType;
import org.regards.letter.Part;
import org.regards.letter.PartName;

/** What stays together where a page ends, and where a line ends. */
class PageCutTest {
  private static final Fonts FONTS = Fonts.builtIn();
  private static final float MEASURE = Lengths.points(165);
  private static final int FEWEST_LINES = 2;

  /** Paragraphs of one to six lines in different orders, also a short one before the close. */
  static Stream<List<Integer>> paragraphs() {
    return Stream.of(
        List.of(1, 2, 3, 4, 5, 6, 3),
        List.of(6, 5, 4, 3, 2, 1),
        List.of(3, 3, 3, 3, 1),
        List.of(2, 2, 2, 2, 2, 2, 2),
        List.of(1, 1, 1, 1, 1, 1, 1, 1));
  }

  @ParameterizedTest
  @MethodSource("paragraphs")
  void leavesNoLineAloneWhereverThePageEnds(List<Integer> lengths) {
    List<Line> lines = lines(letter(lengths), MEASURE);
    float least = lines.stream().map(Line::height).reduce(0f, Math::max) * 12;
    for (float first = least; first < PageCut.height(lines); first += 3) {
      List<List<Line>> pages = PageCut.pages(lines, first, 600);
      for (int page = 0; page + 1 < pages.size(); page++) {
        List<Line> above = pages.get(page);
        Tag tag = tag(above.getLast());
        if (tag(pages.get(page + 1).getFirst()) == tag) {
          assertThat(count(above, tag)).isGreaterThanOrEqualTo(FEWEST_LINES);
          assertThat(count(pages.get(page + 1), tag)).isGreaterThanOrEqualTo(FEWEST_LINES);
        }
        assertThat(tag.role()).isNotEqualTo(Tag.Role.HEADING);
      }
      assertThat(words(pages.getLast()).indexOf("Yours sincerely"))
          .isGreaterThanOrEqualTo(pages.size() == 1 ? 0 : FEWEST_LINES);
      assertThat(words(pages.getLast())).endsWith("Maria Keller", "Customer care");
    }
  }

  @Test
  void keepsTableRowsWholeAndTheirHeadWithThem() {
    List<Line> lines = lines(Letters.rich(), MEASURE);
    for (float first = 120; first < PageCut.height(lines); first += 3) {
      for (List<Line> page : PageCut.pages(lines, first, 600)) {
        String last = words(page).getLast();
        assertThat(last).doesNotStartWith("Delivered").doesNotStartWith("From now on");
        assertThat(words(page).getFirst()).doesNotStartWith("the fruit");
      }
    }
  }

  /**
   * At every measure, so that each space comes to the end of a line at one of them. What a tilde
   * joins belongs together.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB | On 3~May Dr~Lee and Mr~J.~R.~Holloway took 12~kg of plums for order~1042 at"
            + " 10~a.m. and paid £~48 for No.~5~– not less than 50~% of all.",
        "DE_DE | Am 3.~Mai um 9~Uhr hat Frau~Dr.~Groß z.~B. 12~kg Pflaumen der Bestellung~1042 zu"
            + " 48,00~€ abgeholt (Nr.~5, §~7 Abs.~2)~– d.~h. i.~d.~R. 50~% von allem.",
        "FR_FR | Le 3~mai à 10~h~30, Mme~Cœur a pris 12~kg de prunes de la commande~1042~:"
            + " 48,00~€~; est-ce 50~%~? Notre «~promesse~» n°~5~!",
        "ES_ES | El 3~de~mayo a las 10~h la Sra.~Núñez recogió 12~kg de ciruelas del pedido~1042"
            + " por 48,00~€, n.º~5, el 50~% de todo.",
      })
  void breaksNoLineWithinWhatBelongsTogether(LetterLanguage language, String joined) {
    Letter letter =
        new Letter(
            Letters.head(LetterType.EXPLANATION, language, "Ms Ana Lee", Letters.LEEDS),
            List.of(),
            List.of(Letters.part(PartName.REASON, joined.replace('~', ' '))));
    for (float measure = 120; measure < 470; measure += 3) {
      List<String> words = words(lines(letter, measure));
      for (String together : joined.split(" ")) {
        String phrase = together.replace('~', '\u00a0');
        assertThat(words).anyMatch(line -> line.contains(phrase) || phrase.indexOf('\u00a0') < 0);
      }
    }
  }

  private static Letter letter(List<Integer> lengths) {
    List<Part> parts = new ArrayList<>();
    parts.add(Letters.part(PartName.SALUTATION, "Dear Ms Lee"));
    for (int length : lengths) {
      String line = "These words are about as long as one line of the letter when it is printed. ";
      parts.add(Letters.part(PartName.REASON, line.repeat(length).strip()));
    }
    parts.add(Letters.signature("Yours sincerely"));
    return new Letter(Letters.explanation().head(), Letters.explanation().subject(), parts);
  }

  private static List<Line> lines(Letter letter, float measure) {
    Spacing spacing = Spacing.preferred().getFirst();
    return new Galley(FONTS, new ArrayList<>(), Style.BODY, spacing, measure, Tag.document())
        .lines(letter);
  }

  private static List<String> words(List<Line> lines) {
    return lines.stream()
        .map(
            line ->
                String.join("", line.pieces().stream().map(piece -> piece.run().text()).toList())
                    .strip())
        .filter(words -> !words.isEmpty())
        .toList();
  }

  private static Tag tag(Line line) {
    return line.pieces().getFirst().tag();
  }

  private static int count(List<Line> lines, Tag tag) {
    return (int)
        IntStream.range(0, lines.size())
            .filter(i -> !lines.get(i).pieces().isEmpty() && tag(lines.get(i)) == tag)
            .count();
  }
}
