package org.regards.postal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaperTest {
  @ParameterizedTest
  @CsvSource({
    "DE,DIN_5008_B",
    "AT,DIN_5008_B",
    "CH,SWISS_RIGHT",
    "LI,SWISS_RIGHT",
    "FR,FRENCH",
    "GB,UK_DL",
    "IE,UK_DL",
    "US,US_10",
    "CA,US_10",
    "MX,US_10",
    "ES,DIN_5008_B",
    "JP,DIN_5008_B",
    "'',DIN_5008_B"
  })
  void takesTheFormThatIsUsualInTheCountry(String country, LetterForm form) {
    WindowFit fit = Paper.usual().in(country);
    assertThat(fit).isEqualTo(new WindowFit(form, form.envelope(), form.fold()));
  }

  @Test
  void takesWhatWasChosen() {
    Paper paper = new Paper(LetterForm.DIN_5008_A, Envelope.C6_5, FoldPlan.DIN_A);
    assertThat(paper.in("US"))
        .isEqualTo(new WindowFit(LetterForm.DIN_5008_A, Envelope.C6_5, FoldPlan.DIN_A));
  }

  @Test
  void foldsForTheEnvelopeThatWasChosen() {
    assertThat(new Paper(null, Envelope.C5, null).in("DE").fold()).isEqualTo(FoldPlan.HALF);
    assertThat(new Paper(null, Envelope.C5_RIGHT, null).in("CH").fold()).isEqualTo(FoldPlan.HALF);
    assertThat(new Paper(null, Envelope.US_9, null).in("US").fold()).isEqualTo(FoldPlan.US_9);
    assertThat(new Paper(null, Envelope.C6_5, null).in("DE").fold()).isEqualTo(FoldPlan.DIN_B);
  }

  @ParameterizedTest
  @EnumSource
  void findsEveryFormByItsWord(LetterForm form) {
    assertThat(LetterForm.of(" " + form.word().toUpperCase(java.util.Locale.ROOT) + " "))
        .contains(form);
    assertThat(LetterForm.choice()).contains(form.word());
  }

  @Test
  void findsEveryEnvelopeAndFoldByItsWord() {
    assertThat(Envelope.ALL)
        .hasSize(15)
        .allSatisfy(envelope -> assertThat(Envelope.of(envelope.word())).contains(envelope));
    assertThat(FoldPlan.ALL)
        .allSatisfy(plan -> assertThat(FoldPlan.of(plan.word())).contains(plan));
  }

  @Test
  void readsTheUsersOwnEnvelope() {
    assertThat(Envelope.of("220x110/90x45@20/15"))
        .contains(
            new Envelope("220x110/90x45@20/15", 220, 110, new Envelope.Window(20, 15, 90, 45), 0));
    assertThat(Envelope.of("162x114")).hasValueSatisfying(own -> assertThat(own.window()).isNull());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "dll", "220", "220x110/90x45", "220x110/90x45@200/15", "-220x110", "220x110/"})
  void refusesWhatIsNoEnvelope(String text) {
    assertThat(Envelope.of(text)).isEmpty();
  }

  @Test
  void readsTheUsersOwnFolds() {
    assertThat(FoldPlan.of("100, 200.5").orElseThrow().on(297)).containsExactly(100f, 200.5f);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "fourths", "200,100", "100,100", "1,2", "10,20,30,40", "100;200"})
  void refusesWhatIsNoFold(String text) {
    assertThat(FoldPlan.of(text)).isEmpty();
  }

  @Test
  void measuresTheFoldedSheet() {
    assertThat(FoldPlan.DIN_A.folded(297)).isEqualTo(105);
    assertThat(FoldPlan.DIN_B.folded(297)).isEqualTo(105);
    assertThat(FoldPlan.THIRDS.folded(297)).isEqualTo(99);
    assertThat(FoldPlan.HALF.folded(297)).isEqualTo(148.5f);
    assertThat(FoldPlan.NONE.folded(297)).isEqualTo(297);
    assertThat(FoldPlan.of("250").orElseThrow().on(200)).isEqualTo(List.of());
  }

  @Test
  void lowersAShortFirstPanelToTheBottomFold() {
    // DIN 5008 A is DIN 5008 B without 18 mm of letterhead
    Rectangle a = new WindowFit(LetterForm.DIN_5008_A, Envelope.DL, FoldPlan.DIN_A).visible();
    Rectangle b = new WindowFit(LetterForm.DIN_5008_B, Envelope.DL, FoldPlan.DIN_B).visible();
    assertThat(a).isEqualTo(new Rectangle(b.x(), b.y() - 18, b.width(), b.height()));
  }
}
