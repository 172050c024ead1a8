package org.regards.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TypographyTest {
  @Test
  void curlsApostropheBetweenLetters() {
    assertThat(finish("We're sorry about l'été and 'this' of '26", LetterLanguage.EN_GB))
        .isEqualTo("We’re sorry about l’été and 'this' of '26");
  }

  @Test
  void keepsFrenchPunctuationOnTheLine() {
    assertThat(finish("Bonjour ! Ça va ? Oui : « très bien » ; merci", LetterLanguage.FR_FR))
        .isEqualTo("Bonjour\u00a0! Ça va\u00a0? Oui\u00a0: «\u00a0très bien\u00a0»\u00a0; merci");
  }

  @Test
  void leavesOtherLanguagesTheirSpaces() {
    assertThat(finish("Why : no ? « x »", LetterLanguage.DE_DE)).isEqualTo("Why : no ? « x »");
  }

  private static String finish(String text, LetterLanguage language) {
    return Typography.finish(text, language);
  }
}
