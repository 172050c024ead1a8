package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Barcodes of the posts, against the examples in their specifications. */
class CodesTest {
  /** USPS-B-3200, appendix. */
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

  /** Each character has two bars that rise and two that hang. */
  @ParameterizedTest
  @CsvSource({"2500GG30250,44", "1231FZ13XHS,44"})
  void kixHasFourBarsACharacter(String text, int bars) {
    String written = written(PostalBars.kix(text));
    assertThat(written).hasSize(bars);
    for (int i = 0; i < bars; i += 4) {
      String character = written.substring(i, i + 4);
      assertThat(character.chars().filter(bar -> bar == 'F' || bar == 'A').count()).isEqualTo(2);
      assertThat(character.chars().filter(bar -> bar == 'F' || bar == 'D').count()).isEqualTo(2);
    }
    System.out.println(written);
  }

  private static String written(PostalBars bars) {
    return bars.bars().stream().map(Enum::name).collect(Collectors.joining());
  }
}
