package org.regards.postal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.PostalAddress;

/** What barcodes of the posts say. */
class MailCodesTest {
  @Test
  void trackingCodeHasTwentyDigits() {
    assertThat(new IntelligentMail("123456", "700").tracking(12)).isEqualTo("00700123456000000012");
    assertThat(new IntelligentMail("987654321", "040").tracking(12))
        .isEqualTo("00040987654321000012");
  }

  @Test
  void serialNumbersBeginAnew() {
    assertThat(new IntelligentMail("987654321", "040").tracking(3_000_012))
        .isEqualTo("00040987654321000012");
  }

  @ParameterizedTest
  @CsvSource({
    "97232,97232",
    "97232-1234,972321234",
    "972321234,972321234",
    "97232-1234-07,97232123407",
    " 97232 ,97232"
  })
  void routingIsTheZipCode(String postalCode, String digits) {
    assertThat(IntelligentMail.routing(postalCode)).contains(digits);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "9723", "97232-", "97232 1234", "97232-12", "SW1A 1AA", "97232-1234-1"})
  void routingOfWhatIsNoZipCodeIsEmpty(String postalCode) {
    assertThat(IntelligentMail.routing(postalCode)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"12345,700,1", "912345,700,1", "812345678,700,1", "123456,70,1", "abc,x,2"})
  void everyWrongNumberIsNamed(String mailer, String service, int problems) {
    assertThat(IntelligentMail.problems(mailer, service)).hasSize(problems);
  }

  @ParameterizedTest
  @CsvSource({
    "Keizersgracht 123,1015 CJ,1015CJ123",
    "Keizersgracht 123-B,1015CJ,1015CJ123XB",
    "Keizersgracht 123 b,1015 cj,1015CJ123XB",
    "Keizersgracht 123B,1015 CJ,1015CJ123XB",
    "Keizersgracht 123 2,1015 CJ,1015CJ123X2",
    "Keizersgracht 123-2 hg,1015 CJ,1015CJ123X2HG",
    "Keizersgracht 123 bis,1015 CJ,1015CJ123XBIS",
    "Keizersgracht 123/II,1015 CJ,1015CJ123XII",
    "Plein 1944 12,6511 JE,6511JE12",
    "Plein 1944,6511 JE,6511JE1944",
    "1e Dorpsstraat 7,1234 AB,1234AB7",
    "Laan van Meerdervoort 12 a,2517 AK,2517AK12XA",
    "Postbus 30250,2500 GG,2500GG30250"
  })
  void kixIsPostalCodeNumberAndAddition(String street, String postalCode, String text) {
    assertThat(KixAddress.of(new PostalAddress(street, "x", "", postalCode, "NL"))).contains(text);
  }

  @Test
  void kixTakesTheLastLineThatHasANumber() {
    assertThat(
            KixAddress.of(
                new PostalAddress("Gebouw 4\nKeizersgracht 123", "x", "", "1015 CJ", "NL")))
        .contains("1015CJ123");
  }

  @ParameterizedTest
  @CsvSource({
    "Keizersgracht,1015 CJ",
    "12,1015 CJ",
    "Keizersgracht 123456,1015 CJ",
    "Keizersgracht 12,10155",
    "Keizersgracht 12,0015 CJ"
  })
  void kixOfAnIncompleteAddressIsEmpty(String street, String postalCode) {
    assertThat(KixAddress.of(new PostalAddress(street, "x", "", postalCode, "NL"))).isEmpty();
  }
}
