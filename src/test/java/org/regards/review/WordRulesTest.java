package org.regards.review;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.regards.language.LetterLanguage;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;

class WordRulesTest {
  @Test
  void findsWordsAndTheirPlace() {
    Finding finding =
        Reviewed.letter(LetterType.EXPLANATION, LetterLanguage.EN_GB)
            .part(PartName.CLOSE, "We Value  Your business, Ann.")
            .findings(Rule.PLAT_1)
            .getFirst();
    assertThat(finding.place())
        .isEqualTo(
            new Place(
                PartName.CLOSE,
                0,
                0,
                23,
                "We Value  Your business",
                "We Value  Your business, Ann."));
  }

  @Test
  void leavesAloneWhatCameFromARecord() {
    assertThat(
            Reviewed.letter(LetterType.EXPLANATION, LetterLanguage.EN_GB)
                .part(
                    PartName.ACKNOWLEDGEMENT,
                    "It went to {5 Police Lane|customer/C-1.street|5 Police Lane}, and no court"
                        + " said so.")
                .words(Rule.LEGAL_1))
        .containsExactly("court");
  }
}
