package org.regards.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.language.LetterLanguage;
import org.regards.letter.Block;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.LetterType;
import org.regards.letter.Part;
import org.regards.letter.PartName;

class MendingTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "You MUST pay. | MUST | must | You must pay.",
        "Rest assured, it is here. | Rest assured | '' | It is here.",
        "It is, rest assured, here. | rest assured | '' | It is here.",
        "It is very good. | very | '' | It is good.",
        "It is good indeed. | indeed | '' | It is good.",
        "Quite frankly. | Quite frankly | '' | Quite frankly.",
        "Late; unfortunately, so were we. | unfortunately | '' | Late; unfortunately, so were we.",
        "It (obviously) came. | obviously | '' | It (obviously) came.",
        "It was late, needless to say. | needless to say | '' | It was late, needless to say."
      })
  void putsWordsInThePlaceOfWords(String text, String found, String better, String mended) {
    assertThat(Inline.plain(runs(mend(letter(text), found, better)))).isEqualTo(mended);
  }

  @Test
  void leavesFactsOnRecordAlone() {
    Letter letter = letter("It went to {POLICE|customer/C-1.street|POLICE} Lane.");
    assertThat(mend(letter, "POLICE", "police")).isEqualTo(letter);
  }

  @Test
  void makesPlainTextOfWhatTheAuthorGave() {
    Letter mended = mend(letter("{You MUST.|input/findings.value|You MUST.} Yes."), "MUST", "must");
    assertThat(runs(mended))
        .containsExactly(new Inline.Text("You must."), new Inline.Text(" Yes."));
  }

  @Test
  void leavesLockedPartsAlone() {
    Letter open = letter("You MUST pay.");
    Letter locked =
        new Letter(
            open.head(),
            open.subject(),
            List.of(new Part(PartName.REASON, true, open.parts().getFirst().blocks())));
    assertThat(mend(locked, "MUST", "must")).isEqualTo(locked);
  }

  @Test
  void findsTheRightItemOfAList() {
    Letter open = letter("…");
    Block list =
        new Block.ItemList(
            List.of(
                List.of(new Inline.Text("ONCE here")), List.of(new Inline.Text("and ONCE there"))));
    Letter letter =
        new Letter(
            open.head(), open.subject(), List.of(new Part(PartName.REASON, false, List.of(list))));
    List<Passage> passages = Passage.of(letter);
    Finding second =
        new Finding(
            Rule.SHOUT_1,
            Severity.ERROR,
            passages.get(1).place(4, 8),
            "",
            new Suggestion.Replacement("once"));
    Block mended = Mending.mend(letter, List.of(second)).parts().getFirst().blocks().getFirst();
    assertThat(Passage.lines(mended).stream().map(Inline::plain))
        .containsExactly("ONCE here", "and once there");
  }

  private static Letter mend(Letter letter, String found, String better) {
    Passage passage = Passage.of(letter).getFirst();
    int from = passage.text().indexOf(found);
    return Mending.mend(
        letter,
        List.of(
            new Finding(
                Rule.SHOUT_1,
                Severity.ERROR,
                passage.place(from, from + found.length()),
                "",
                new Suggestion.Replacement(better))));
  }

  private static Letter letter(String text) {
    return Reviewed.letter(LetterType.EXPLANATION, LetterLanguage.EN_GB)
        .part(PartName.REASON, text)
        .letter();
  }

  private static List<Inline> runs(Letter letter) {
    return Passage.lines(letter.parts().getFirst().blocks().getFirst()).getFirst();
  }
}
