package org.regards.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A tilde stands for a no-break space. */
class NoBreaksTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB | on 3~May 2026 about order~1042, 12~kg at £48.00",
        "EN_GB | Dr~Lee and Mr~J.~R.~Holloway met at 10~a.m. on the 2nd~June",
        "EN_GB | call +44~113~496~0102 (No.~5, §~3) – no later",
        "EN_GB | May I ask in May? You may. Page~2 of 9",
        "EN_US | On April~28 we paid $~36 to Ms.~Lee, 50~%",
        "DE_DE | am 3.~Mai um 9~Uhr, z.~B. 48,00~€ (Nr.~5, §~7 Abs.~2)",
        "DE_DE | Frau~Dr.~Groß, i.~d.~R. mit Herrn~Keller; die Bestellung~1042 – d.~h. alles",
        "DE_DE | Ich habe 3 Kisten. Und 2 Äpfel.",
        "FR_FR | le 3~mai, 48,00~€~: «~promesse~» n°~7~; Mme~Cœur~!",
        "FR_FR | le 1er~juin à 10~h~30, commande~1042~? M.~Petit",
        "ES_ES | el 3~de~mayo, los 48,00~€ del pedido~1042, n.º~7, Sra.~Núñez",
        "ES_ES | 3 de los 5 paquetes de mayo",
      })
  void bindsWhatBelongsTogether(LetterLanguage language, String bound) {
    // a dash never begins a line
    String expected = bound.replace('~', '\u00a0').replace(" –", "\u00a0–");
    assertThat(NoBreaks.bind(bound.replace('~', ' '), language)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"' '", "''", "a", "' a'", "'a '", "'1 '", "' 1'", "'  '", "'. '", "'de mayo'"})
  void leavesOddTextsAsTheyAre(String text) {
    for (LetterLanguage language : LetterLanguage.values()) {
      assertThat(NoBreaks.bind(text, language)).isEqualTo(text);
    }
  }
}
