package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.postal.Envelope;
import org.regards.postal.FoldPlan;
import org.regards.postal.LetterForm;
import org.regards.postal.Rectangle;
import org.regards.postal.SvgSketch;
import org.regards.postal.WindowFit;
import org.regards.postal.WindowSketch;
import org.regards.postal.WindowVerdict;

/** Windows against a table of them, with the type that addresses are set in. */
class WindowTableTest {
  private static final Fonts FONTS = Fonts.builtIn();

  /** The table has a tenth of a millimetre, or a thousandth of an inch. */
  private static final Offset<Float> FIGURE = within(0.0251f);

  private static final float INCH = 25.4f;

  @ParameterizedTest(name = "{1} folded {2}")
  @CsvSource({
    "din-5008-b,dl,din-b,20,100,50,90,40,8,true",
    "din-5008-b,c6-5,din-b,20,91,54,90,36,7,true",
    "din-5008-b,c5,half,20,91,57,88.5,31.5,6,true",
    "uk-dl,uk-dl,thirds,20,100,57,81,24,5,true",
    "uk-dl,uk-dl,din-b,20,100,57,87,30,6,true",
  })
  void showsWhatTheTableSaysInMillimetres(
      String form,
      String envelope,
      String fold,
      float left,
      float right,
      float top,
      float bottom,
      float height,
      int lines,
      boolean good) {
    assertShows(form, envelope, fold, new float[] {left, right, top, bottom}, height, lines, good);
  }

  @ParameterizedTest(name = "{1} folded {2}")
  @CsvSource({
    "us-10,us-10,thirds,1.0,4.25,2.625,3.042,0.417,2,false",
    "us-10,us-10,us-10,1.0,4.25,2.625,3.375,0.75,4,true",
    "us-9,us-9,us-9,1.0,4.875,2.375,3.125,0.75,4,true",
  })
  void showsWhatTheTableSaysInInches(
      String form,
      String envelope,
      String fold,
      float left,
      float right,
      float top,
      float bottom,
      float height,
      int lines,
      boolean good) {
    float[] edges = {left * INCH, right * INCH, top * INCH, bottom * INCH};
    assertShows(form, envelope, fold, edges, height * INCH, lines, good);
  }

  @ParameterizedTest
  @CsvSource({
    "din-5008-a,6,6",
    "din-5008-b,6,6",
    "swiss-right,6,6",
    "swiss-left,6,6",
    "french,6,6",
    "us-9,4,5",
    "us-10,4,5",
    "uk-dl,5,6"
  })
  void everyFormHasRoomInItsOwnEnvelope(String word, int lines, int tight) {
    LetterForm form = LetterForm.of(word).orElseThrow();
    WindowVerdict verdict = verdict(form, form.envelope(), form.fold());
    assertThat(verdict.isGood()).isTrue();
    assertThat(verdict.lines()).isEqualTo(lines);
    assertThat(verdict.tightLines()).isEqualTo(tight);
  }

  @Test
  void swissAddressShowsInBothEnvelopes() {
    assertThat(verdict(LetterForm.SWISS_RIGHT, Envelope.C5_RIGHT, FoldPlan.HALF).fit().visible())
        .isEqualTo(new Rectangle(120, 52, 80, 31.5f));
    assertThat(verdict(LetterForm.SWISS_RIGHT, Envelope.C5_RIGHT, FoldPlan.HALF).tightLines())
        .isEqualTo(6);
  }

  @Test
  void saysWhatWouldFit() {
    assertThat(verdict(LetterForm.US_10, Envelope.US_10, FoldPlan.THIRDS).message())
        .isEqualTo(
            "does not fit: 10.6 mm of the address always show, which is 2 of at least 3 lines;"
                + " with stationery.fold = us-10 it fits");
    assertThat(verdict(LetterForm.DIN_5008_B, Envelope.DL, FoldPlan.HALF).message())
        .isEqualTo(
            "does not fit: the folded sheet is 210.0 × 148.5 mm, the envelope 220.0 × 110.0 mm;"
                + " with stationery.fold = din-b it fits");
  }

  /** Panels of 100, 90 and 107 mm end 100, 10 and 117 mm from the top of the folded sheet. */
  @ParameterizedTest
  @CsvSource({"'100,190',117.0", "'100,150',197.0"})
  void measuresTheZigzagAndNotItsHighestPanel(String fold, String height) {
    WindowVerdict verdict = verdict("din-5008-b", "dl", fold);
    assertThat(verdict.isGood()).isFalse();
    assertThat(verdict.message())
        .isEqualTo(
            "does not fit: the folded sheet is 210.0 × %s mm, the envelope 220.0 × 110.0 mm; with"
                + " stationery.fold = din-b it fits",
            height);
  }

  @ParameterizedTest
  @CsvSource({"'90,175',0.0,37.0", "'80,190',30.0,0.0"})
  void refusesAWindowThatShowsALaterPanel(String fold, String above, String below) {
    assertThat(verdict("din-5008-b", "c5", fold).message())
        .isEqualTo(
            "does not fit: folded %s, the sheet sticks out %s mm above and %s mm below its first"
                + " panel, and the window of a c5 envelope may show what is printed there; with"
                + " stationery.fold = half it fits",
            fold, above, below);
  }

  /** A few millimetres below the first fold stay under the paper of the envelope. */
  @Test
  void takesALaterPanelThatTheWindowDoesNotReach() {
    WindowVerdict verdict = verdict("din-5008-b", "dl", "100,197");
    assertThat(verdict.fit().insertHeight()).isEqualTo(103);
    assertThat(verdict.isGood()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "din-5008-b,dl,thirds",
    "us-10,us-10,us-10",
    "french,dl-right,thirds",
    "uk-dl,c4,none"
  })
  void isDrawnInItsTrueSize(String form, String envelope, String fold) {
    WindowVerdict verdict = verdict(form, envelope, fold);
    WindowSketch sketch = WindowSketch.of(verdict);
    byte[] pdf = WindowSheet.pdf(sketch, FONTS);
    assertThat(VeraPdf.broken(pdf)).isEmpty();
    assertThat(WindowSheet.pdf(sketch, Fonts.builtIn())).isEqualTo(pdf);
    PaperRuler ruler = new PaperRuler(pdf);
    assertThat(ruler.width(0)).isCloseTo(verdict.fit().insertWidth(), within(0.1f));
    assertThat(ruler.strokes(0))
        .anySatisfy(
            stroke -> {
              assertThat(stroke.toX() - stroke.x()).isCloseTo(100, within(0.02f));
              assertThat(stroke.y()).isCloseTo(ruler.height(0) - 22, within(0.1f));
            });
    for (float fold1 : verdict.fit().fold().on(verdict.fit().form().sheet().height())) {
      assertThat(ruler.strokes(0))
          .anySatisfy(stroke -> assertThat(stroke.y()).isCloseTo(fold1, within(0.02f)));
    }
    assertThat(ruler.words()).contains("This ruler is 100 mm long");
  }

  @Test
  void isDrawnAsSvgInItsTrueSize() {
    WindowVerdict verdict = verdict(LetterForm.DIN_5008_B, Envelope.DL, FoldPlan.DIN_B);
    assertThat(SvgSketch.of(WindowSketch.of(verdict)))
        .contains("width=\"210.000mm\" height=\"297.000mm\" viewBox=\"0 0 210.000 297.000\"")
        .contains("<rect x=\"20.000\" y=\"50.000\" width=\"80.000\" height=\"40.000\"/>")
        .contains("<line x1=\"25.000\" y1=\"275.000\" x2=\"125.000\" y2=\"275.000\"/>");
  }

  private static void assertShows(
      String form,
      String envelope,
      String fold,
      float[] edges,
      float height,
      int lines,
      boolean good) {
    WindowVerdict verdict = verdict(form, envelope, fold);
    Rectangle visible = verdict.fit().visible();
    assertThat(visible.x()).isCloseTo(edges[0], FIGURE);
    assertThat(visible.right()).isCloseTo(edges[1], FIGURE);
    assertThat(visible.y()).isCloseTo(edges[2], FIGURE);
    assertThat(visible.bottom()).isCloseTo(edges[3], FIGURE);
    assertThat(visible.height()).isCloseTo(height, FIGURE);
    assertThat(verdict.mostLines()).isEqualTo(lines);
    assertThat(verdict.isGood()).isEqualTo(good);
  }

  private static WindowVerdict verdict(String form, String envelope, String fold) {
    return verdict(
        LetterForm.of(form).orElseThrow(),
        Envelope.of(envelope).orElseThrow(),
        FoldPlan.of(fold).orElseThrow());
  }

  private static WindowVerdict verdict(LetterForm form, Envelope envelope, FoldPlan fold) {
    return WindowSheet.verdict(new WindowFit(form, envelope, fold), FONTS);
  }
}
