package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Barcodes of the posts, against the examples in their specifications. */
class PostalBarsTest {
  /** The four examples of USPS-B-3200. */
  @ParameterizedTest
  @CsvSource({
    "'',ATTFATTDTTADTAATTDTDTATTDAFDDFADFDFTFFFFFTATFAAAATDFFTDAADFTFDTDT",
    "01234,DTTAFADDTTFTDTFTFDTDDADADAFADFATDDFTAAAFDTTADFAAATDFDTDFADDDTDFFT",
    "012345678,ADFTTAFDTTTTFATTADTAAATFTFTATDAAAFDDADATATDTDTTDFDTDATADADTDFFTFA",
    "01234567891,AADTFFDFTDADTAADAATFDTDDAAADDTDTTDAFADADDDTFFFDDTTTADFAAADFTDAADA"
  })
  void intelligentMailIsAsInItsSpecification(String routing, String bars) {
    assertThat(written(PostalBars.intelligentMail("01234567094987654321", routing)))
        .isEqualTo(bars);
  }

  /** What OkapiBarcode makes of them, pinned: no published example of PostNL was at hand. */
  @ParameterizedTest
  @CsvSource({
    "2500GG30250,TDFADDAATTFFTTFFDAFTDAFTDTAFTTFFTDFADDAATTFF",
    "1231FZ13XHS,TDAFTDFADTAFTDAFDAADFFTTTDAFDTAFFATDDFATFTFT"
  })
  void kixIsAsItsExamples(String text, String bars) {
    assertThat(written(PostalBars.kix(text))).isEqualTo(bars);
  }

  /** A bar every 1/20 to 1/24 of an inch, and as high as the specification allows. */
  @ParameterizedTest
  @CsvSource({"2500GG30250,43", "1231FZ13XABCDE,55", "1231FZ12345XABCDEF,71"})
  void kixIsNeverCloserThan24BarsAnInch(String text, int steps) {
    PostalBars bars = PostalBars.kix(text);
    assertThat((bars.width() - 0.5f) / steps).isBetween(25.4f / 24, 25.4f / 20);
    assertThat(bars.height()).isBetween(4.22f, 5.84f);
  }

  @ParameterizedTest
  @CsvSource("01234567891")
  void intelligentMailHasTheMeasuresOfItsSpecification(String routing) {
    PostalBars bars = PostalBars.intelligentMail("01234567094987654321", routing);
    assertThat(bars.width()).isBetween(2.667f * 25.4f, 3.225f * 25.4f);
    assertThat(bars.height()).isBetween(0.125f * 25.4f, 0.165f * 25.4f);
  }

  private static String written(PostalBars bars) {
    return bars.bars().stream().map(Enum::name).collect(Collectors.joining());
  }
}
