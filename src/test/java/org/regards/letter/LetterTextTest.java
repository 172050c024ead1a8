package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regards.letter.SampleLetters.paragraph;
import static org.regards.letter.SampleLetters.part;
import static org.regards.letter.SampleLetters.text;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class LetterTextTest {
  @Test
  void saysEverythingInOrder() {
    assertThat(LetterText.of(SampleLetters.thankYou()))
        .isEqualTo(
            """
            Dear Ms Arai

            On 30 October you told a friend how we repaired the lamp, and she wrote to us the same evening to ask whether we would look at hers.

            - her lamp is mended
            - the workshop has your words on its wall

            Lamp   Mended
            yours  3 May
            hers   31 October

            We keep the spare shade for you; here it is (https://orchard.example/shades?id=4&size=2).

            Yours sincerely

            Mara Keller
            Head of customer care
            +44 1904 960 100\
            """);
  }

  @Test
  void keepsNoBreakSpacesAndFoldsTheOthers() {
    assertThat(LetterText.of(SampleLetters.saying("  40\u00A0€,\n   please\u0000 \t now ")))
        .isEqualTo("40\u00A0€, please now");
  }

  @Test
  void doesNotRepeatAnAddressThatIsItsOwnWords() {
    assertThat(linked("mailto:mara@orchard.example", "mara@orchard.example"))
        .isEqualTo("mara@orchard.example");
    assertThat(linked("tel:+441904960100", "+44 1904 960 100")).isEqualTo("+44 1904 960 100");
    assertThat(linked("https://orchard.example", "orchard.example")).isEqualTo("orchard.example");
    assertThat(linked("mailto:mara@orchard.example", "Mara"))
        .isEqualTo("Mara (mara@orchard.example)");
  }

  @Test
  void writesWideTableRowByRow() {
    String long1 = "a lamp with a shade of green glass and a brass foot, bought in York";
    Block.Table table =
        new Block.Table(
            List.of(List.of(text("Item")), List.of(text("Repaired on"))),
            List.of(List.of(List.of(text(long1)), List.of(text("3 May")))));
    assertThat(of(table)).isEqualTo("Item: " + long1 + "\nRepaired on: 3 May");
  }

  @Test
  void indentsTheSecondLineOfAnItem() {
    assertThat(
            of(
                new Block.ItemList(
                    List.of(List.of(text("one"), new Inline.LineBreak(), text("more"))))))
        .isEqualTo("- one\n  more");
  }

  private static String linked(String target, String words) {
    return of(paragraph(new Inline.Link(URI.create(target), List.of(text(words)))));
  }

  private static String of(Block block) {
    Letter letter = SampleLetters.thankYou();
    return LetterText.of(
        new Letter(letter.head(), letter.subject(), List.of(part(PartName.EVENT, block))));
  }
}
