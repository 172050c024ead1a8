package org.regards.postal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.language.LetterLanguage;
import org.regards.letter.Recipient;

class AddressLinesTest {
  @ParameterizedTest(name = "{4}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Stiegengasse 7|Wien||1060|AT|Org / Name / Stiegengasse 7 / 1060 Wien",
        "46 Swan Street|Richmond|Vic|3121|AU|Org / Name / 46 Swan Street / RICHMOND VIC 3121",
        "Rue du Progrès 80|Bruxelles||1030|BE|Org / Name / Rue du Progrès 80 / 1030 Bruxelles",
        "10-123 ½ Main St SE|Montréal|QC|h3z 2y7|CA|Name / Org / 10-123 ½ Main St SE / MONTRÉAL QC"
            + " H3Z 2Y7",
        "Viktoriastrasse 21|Bern||3030|CH|Org / Name / Viktoriastrasse 21 / 3030 Bern",
        "Politických vězňů 4|Praha 1||110 00|CZ|Name / Org / Politických vězňů 4 / 110 00 Praha 1",
        "Platz der Republik 1|Berlin||11011|DE|Name / Org / Platz der Republik 1 / 11011 Berlin",
        "Kastanievej 15, 2.|Aarhus||8000|DK|Name / Org / Kastanievej 15, 2. / 8000 Aarhus",
        "Gran Vía 28|Móstoles|Madrid|28931|ES|Name / Org / Gran Vía 28 / 28931 MÓSTOLES MADRID",
        "Gran Vía 28|Madrid|Madrid|28013|ES|Name / Org / Gran Vía 28 / 28013 MADRID",
        "Mannerheimintie 2|Helsinki||00100|FI|Org / Name / Mannerheimintie 2 / 00100 Helsinki",
        "25 rue de l’Église|Évry||91000|FR|Org / Name / 25 rue de l’Église / 91000 ÉVRY",
        "1 Vine Lane|London||se1 2aa|GB|Name / Org / 1 Vine Lane / LONDON / SE1 2AA",
        "Ερμού 10|Αθήνα||105 63|GR|Name / Org / Ερμού 10 / 105 63 Αθήνα",
        "Honvéd utca 13|Budapest||1054|HU|Name / Org / BUDAPEST / Honvéd utca 13 / 1054",
        "27 Main Street|Naas|Co. Kildare|W91 X92C|IE|Name / Org / 27 Main Street / Naas / Co."
            + " Kildare / W91 X92C",
        "Via Garibaldi 10|Torino|To|10122|IT|Name / Org / Via Garibaldi 10 / 10122 TORINO TO",
        "2-3-1 Marunouchi|Chiyoda-ku|Tokyo|100-0005|JP|Name / Org / 2-3-1 Marunouchi / Chiyoda-ku,"
            + " TOKYO / 100-0005",
        "丸の内2-3-1|千代田区|東京都|100-0005|JP|〒100-0005 / 東京都千代田区 / 丸の内2-3-1 / Org" + " / Name",
        "71 route de Longwy|Luxembourg||4750|LU|Name / Org / 71 route de Longwy / 4750 Luxembourg",
        "Prins Hendrikkade 33|Amsterdam||1012 TM|NL|Org / Name / Prins Hendrikkade 33 / 1012 TM"
            + " Amsterdam",
        "Storgata 1|Oslo||0155|NO|Name / Org / Storgata 1 / 0155 Oslo",
        "22 Cuba Street|Wellington||6011|NZ|Name / Org / 22 Cuba Street / Wellington 6011",
        "ul. Prosta 5|Łódź||90-001|PL|Name / Org / ul. Prosta 5 / 90-001 Łódź",
        "Rua Augusta 24|Lisboa||1100-053|PT|Name / Org / Rua Augusta 24 / 1100-053 Lisboa",
        "Storgatan 5|Umeå||903 26|SE|Org / Name / Storgatan 5 / 903 26 Umeå",
        "1207 NE Alder St|Portland|or|97232|US|Name / Org / 1207 NE Alder St / PORTLAND, OR 97232",
        "Rua do Sol 5|São Paulo|SP|01310-100|BR|Org / Name / Rua do Sol 5 / SÃO PAULO-SP /"
            + " 01310-100",
        "Av. Juárez 20|Cuauhtémoc|CDMX|06040|MX|Name / Org / Av. Juárez 20 / 06040 CUAUHTÉMOC,"
            + " CDMX",
      })
  void arrangesLinesAsTheCountryDoes(
      String street, String locality, String region, String code, String country, String lines) {
    assertThat(lines("Name", "Org", address(street, locality, region, code, country), country))
        .containsExactly(lines.split(" / "));
  }

  /** Name, organisation and country included, as real addresses are. */
  @ParameterizedTest(name = "{4}")
  @CsvSource(
      delimiter = '|',
      value = {
        "Getreidemarkt 11|Wien||1060|AT|ÖSTERREICH|1060 Wien",
        "Rue de la Loi 16|Bruxelles||1000|BE|BELGIEN|1000 Bruxelles",
        "111 Wellington Street|Ottawa|ON|K1A 0A9|CA|KANADA|OTTAWA ON K1A 0A9",
        "Bundesplatz 3|Bern||3003|CH|SCHWEIZ|CH-3003 Bern",
        "Pražská 12|Brno||602 00|CZ|TSCHECHIEN|602 00 Brno",
        "Vesterbrogade 4|København V||1620|DK|DÄNEMARK|1620 København V",
        "Calle de Alcalá 50|Madrid|Madrid|28014|ES|SPANIEN|28014 MADRID",
        "Aleksanterinkatu 6|Helsinki||00100|FI|FINNLAND|FI-00100 Helsinki",
        "55 rue du Faubourg|Paris||75008|FR|FRANKREICH|75008 PARIS",
        "10 Downing Street|London||SW1A 2AA|GB|VEREINIGTES KÖNIGREICH|SW1A 2AA",
        "Πανεπιστημίου 30|Αθήνα||106 79|GR|GRIECHENLAND|106 79 Αθήνα",
        "Ilica 1|Zagreb||10000|HR|KROATIEN|HR-10000 Zagreb",
        "Kossuth tér 1|Budapest||1055|HU|UNGARN|1055",
        "Via Roma 1|Torino|TO|10121|IT|ITALIEN|10121 TORINO TO",
        "1-1 Chiyoda|Chiyoda-ku|Tokyo|100-0001|JP|JAPAN|100-0001",
        "Städtle 38|Vaduz||9490|LI|LIECHTENSTEIN|FL-9490 Vaduz",
        "Gedimino pr. 11|Vilnius||01103|LT|LITAUEN|LT-01103 Vilnius",
        "2 place Clairefontaine|Luxembourg||1341|LU|LUXEMBURG|L-1341 Luxembourg",
        "Binnenhof 20|Den Haag||2513 AA|NL|NIEDERLANDE|2513 AA Den Haag",
        "Akersgata 42|Oslo||0180|NO|NORWEGEN|0180 Oslo",
        "1 Molesworth Street|Wellington||6011|NZ|NEUSEELAND|Wellington 6011",
        "ul. Wiejska 4|Warszawa||00-902|PL|POLEN|00-902 Warszawa",
        "Rua Augusta 24|Lisboa||1100-053|PT|PORTUGAL|1100-053 Lisboa",
        "Storgatan 5|Umeå||903 26|SE|SCHWEDEN|SE-903 26 Umeå",
        "Kongresni trg 1|Ljubljana||1000|SI|SLOWENIEN|SI-1000 Ljubljana",
        "Hodžovo nám. 1|Bratislava||811 06|SK|SLOWAKEI|811 06 Bratislava",
        "1600 Pennsylvania Ave NW|Washington|DC|20500|US|VEREINIGTE STAATEN|WASHINGTON, DC 20500",
        "1 Parliament Dr|Canberra|ACT|2600|AU|AUSTRALIEN|CANBERRA ACT 2600",
      })
  void fitsSixLinesOnALetterFromAbroad(
      String street,
      String locality,
      String region,
      String code,
      String country,
      String name,
      String codeLine) {
    List<String> lines =
        lines("Name", "Org", address(street, locality, region, code, country), "DE");
    assertThat(lines).hasSizeLessThanOrEqualTo(AddressLines.MOST).contains(codeLine);
    assertThat(lines.getLast()).isEqualTo(name);
    assertThat(lines("Name", "Org", address(street, locality, region, code, country), country))
        .doesNotContain(name);
  }

  @Test
  void putsTheCountryLastInTheLanguageWhereTheLetterIsPosted() {
    PostalAddress vienna = address("Stiegengasse 7", "Wien", "", "1060", "AT");
    assertThat(lines("Name", "", vienna, "DE").getLast()).isEqualTo("ÖSTERREICH");
    assertThat(lines("Name", "", vienna, "FR").getLast()).isEqualTo("AUTRICHE");
    assertThat(lines("Name", "", vienna, "US").getLast()).isEqualTo("AUSTRIA");
    assertThat(lines("Name", "", vienna, "GR").getLast()).isEqualTo("AUSTRIA");
    assertThat(lines("Name", "", vienna, "").getLast()).isEqualTo("AUSTRIA");
  }

  @Test
  void putsThePrefixOnLettersFromAbroadOnly() {
    PostalAddress bern = address("Viktoriastrasse 21", "Bern", "", "3030", "CH");
    assertThat(lines("Name", "", bern, "DE"))
        .containsExactly("Name", "Viktoriastrasse 21", "CH-3030 Bern", "SCHWEIZ");
    PostalAddress prefixed = address("Viktoriastrasse 21", "Bern", "", "CH-3030", "CH");
    assertThat(lines("Name", "", prefixed, "DE")).contains("CH-3030 Bern");
  }

  @Test
  void leavesNoTraceOfEmptyParts() {
    assertThat(lines("Name", "", address("1 High St", "Springfield", "", "", "US"), "US"))
        .containsExactly("Name", "1 High St", "SPRINGFIELD");
    assertThat(lines("Name", "", address("Carrera 7", "Bogotá", "", "", "CO"), "CO"))
        .containsExactly("Name", "Carrera 7", "Bogotá");
  }

  @Test
  void breaksTheStreetWhereItIsBroken() {
    assertThat(
            lines("Name", "", address("c/o Lee\n14 Mill Lane", "Leeds", "", "LS1 4DY", "GB"), "GB"))
        .containsExactly("Name", "c/o Lee", "14 Mill Lane", "LEEDS", "LS1 4DY");
  }

  @Test
  void namesAllThatIsMissing() {
    Recipient nobody = recipient("", "", address("", "", "", "", ""));
    assertThat(AddressLines.missing(nobody))
        .containsExactly("a name", "a street or box", "a town", "a country");
    Recipient german = recipient("Name", "", address("Weg 1", "Bonn", "", "", "DE"));
    assertThat(AddressLines.missing(german)).containsExactly("a postal code");
    Recipient unknown = recipient("Name", "", address("Weg 1", "Bonn", "", "53111", "XX"));
    assertThat(AddressLines.missing(unknown))
        .containsExactly("a country of two capital letters by ISO 3166");
  }

  private static List<String> lines(
      String name, String organisation, PostalAddress address, String from) {
    return AddressLines.of(recipient(name, organisation, address), from, LetterLanguage.EN_GB);
  }

  private static Recipient recipient(String name, String organisation, PostalAddress address) {
    return new Recipient(new CustomerId("C-1"), name, organisation, address, "");
  }

  private static PostalAddress address(
      String street, String locality, String region, String code, String country) {
    return new PostalAddress(
        street, locality, region == null ? "" : region, code == null ? "" : code, country);
  }
}
