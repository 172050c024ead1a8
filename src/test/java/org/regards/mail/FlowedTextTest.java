package org.regards.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FlowedTextTest {
  @Test
  void breaksAfterASpaceThatStays() {
    String word = "twelve-char ";
    assertThat(FlowedText.of(word.repeat(10)))
        .isEqualTo(word.repeat(6) + "\r\n" + word.repeat(4).strip() + "\r\n");
  }

  @Test
  void keepsAWordThatCannotBeBroken() {
    String link = "https://orchard.example/" + "a".repeat(100);
    assertThat(FlowedText.of("see " + link + " and write"))
        .isEqualTo("see \r\n" + link + " \r\nand write\r\n");
  }

  @Test
  void neverBreaksANoBreakSpace() {
    String pair = "40\u00A0€ ";
    assertThat(FlowedText.of(pair.repeat(40)).lines()).allMatch(line -> line.strip().endsWith("€"));
  }

  @Test
  void countsAnEmojiOnce() {
    String flowers = "🌸".repeat(70);
    assertThat(FlowedText.of(flowers + " ok")).isEqualTo(flowers + " ok\r\n");
  }

  @Test
  void stuffsWhatWouldBeMistaken() {
    assertThat(FlowedText.of("From here\n> quoted\n  indented"))
        .isEqualTo(" From here\r\n > quoted\r\n   indented\r\n");
  }

  @Test
  void saysOfNoLineThatItGoesOnWhenItDoesNot() {
    assertThat(FlowedText.of("ends in a space \nnext")).isEqualTo("ends in a space\r\nnext\r\n");
  }
}
