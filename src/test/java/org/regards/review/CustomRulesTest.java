package org.regards.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regards.language.LetterLanguage.DE_DE;
import static org.regards.language.LetterLanguage.FR_FR;
import static org.regards.letter.LetterType.EXPLANATION;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.customer.Customer;
import org.regards.customer.PersonName;
import org.regards.customer.PostalAddress;
import org.regards.language.LetterLanguage;
import org.regards.letter.LetterHead;
import org.regards.letter.PartName;
import org.regards.letter.Recipient;

/** Salutations, closes, titles, days and amounts of each language. */
class CustomRulesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB | Dear Ms Reid, | Yours sincerely,",
        "EN_GB | Dear Ms Reid | Yours sincerely",
        "EN_GB | Dear Sir or Madam | Yours faithfully",
        "EN_US | Dear Ms. Reid: | Sincerely,",
        "EN_US | Dear Ann, | With thanks,",
        "DE_DE | Sehr geehrte Frau Reid, | Mit freundlichen Grüßen",
        "DE_DE | Guten Tag Ann Reid, | Mit freundlichen Grüßen",
        "DE_DE | Sehr geehrte Damen und Herren, | Mit freundlichen Grüßen",
        "FR_FR | Madame, | Nous vous prions d’agréer, Madame, nos salutations distinguées.",
        "ES_ES | Estimada Sra. Reid: | Atentamente,",
        "ES_ES | Estimada Sra. Reid: | Reciba un cordial saludo.",
        "ES_ES | Estimada Sra. Reid: | Le saluda atentamente Mara Keller"
      })
  void knowsHowLettersBeginAndEnd(LetterLanguage language, String salutation, String close) {
    assertThat(letter(language, salutation, close).findings(Rule.LOC_1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB | Dear Ms. Reid, | Yours sincerely,",
        "EN_GB | Dear Ms Reid: | Yours sincerely",
        "EN_GB | Dear Ms Reid | Yours faithfully",
        "EN_GB | Dear Sir or Madam | Yours sincerely",
        "EN_GB | Dear Ms Reid, | Yours sincerely",
        "EN_GB | Dear Ms Reid, | Cheers,",
        "EN_US | Dear Ms Reid: | Sincerely,",
        "EN_US | Dear Ms. Reid: | Yours faithfully,",
        "EN_US | Hi Ann! | Sincerely,",
        "DE_DE | Sehr geehrte Frau Reid: | Mit freundlichen Grüßen",
        "DE_DE | Sehr geehrte Frau Reid, | Mit freundlichen Grüßen,",
        "DE_DE | Sehr geehrte Frau Reid, | Mit freundlichen Grüssen",
        "FR_FR | Madame Reid, | Nous vous prions d’agréer, Madame, nos salutations distinguées.",
        "FR_FR | Mme, | Nous vous prions d’agréer, Mme, nos salutations distinguées.",
        "FR_FR | Madame, | Nous vous prions d’agréer, Monsieur, nos salutations distinguées.",
        "FR_FR | Madame, | Recevez, Madame, nos sentiments les meilleurs.",
        "ES_ES | Estimada Sra. Reid, | Atentamente,",
        "ES_ES | Estimada Sra. Reid: | Atentamente.",
        "ES_ES | Estimada Sra. Reid: | Reciba un cordial saludo,"
      })
  void findsWhatIsNotTheCustom(LetterLanguage language, String salutation, String close) {
    assertThat(letter(language, salutation, close).findings(Rule.LOC_1)).hasSize(1);
  }

  @Test
  void goesOnInLowerCaseAfterAGermanComma() {
    Finding finding =
        Reviewed.letter(EXPLANATION, DE_DE)
            .part(PartName.SALUTATION, "Sehr geehrte Frau Reid,")
            .part(PartName.ACKNOWLEDGEMENT, "Vielen Dank für Ihren Brief.")
            .findings(Rule.LOC_1)
            .getFirst();
    assertThat(finding.suggestion()).isEqualTo(new Suggestion.Replacement("vielen"));
  }

  @Test
  void writesSwissGermanWithoutSharpS() {
    Reviewed letter =
        letter(DE_DE, "Sehr geehrte Frau Reid", "Freundliche Grüsse")
            .headed(CustomRulesTest::swiss);
    assertThat(letter.findings(Rule.LOC_1)).isEmpty();
    assertThat(letter.part(PartName.REASON, "Die Straße war gesperrt.").findings(Rule.LOC_1))
        .extracting(Finding::suggestion)
        .containsExactly(new Suggestion.Replacement("Strasse"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB | It came on 3 May and cost £22.00.",
        "EN_US | It came on May 3 and cost $22.00.",
        "DE_DE | Es kam am 3. Mai und kostete 22,00 €.",
        "FR_FR | Il est arrivé le 1er mai et coûtait 22,00 € : c’est tout.",
        "ES_ES | Llegó el 3 de mayo y costó 22,00 €."
      })
  void writesDaysAndAmountsAsTheLanguageDoes(LetterLanguage language, String text) {
    assertThat(Reviewed.letter(EXPLANATION, language).part(PartName.REASON, text).words(Rule.LOC_1))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB | It came on May 3. | May 3",
        "EN_GB | It came on 03/05/2026. | 03/05/2026",
        "EN_GB | It cost €22,00. | €22,00",
        "EN_US | It came on 3 May. | 3 May",
        "DE_DE | Es kam am 3 May. | 3 May",
        "DE_DE | Es kostete 22.00 €. | 22.00 €",
        "DE_DE | Es kam am 2026-05-03. | 2026-05-03",
        "FR_FR | Il est arrivé le 3 May. | 3 May",
        "FR_FR | C’est tout! | !",
        "ES_ES | Llegó el 3 May. | 3 May"
      })
  void findsDaysAndAmountsOfAnotherLanguage(LetterLanguage language, String text, String words) {
    assertThat(Reviewed.letter(EXPLANATION, language).part(PartName.REASON, text).words(Rule.LOC_1))
        .containsExactly(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB | Dear Mrs Reid,",
        "DE_DE | Sehr geehrte Frau Reid,",
        "FR_FR | Madame,",
        "ES_ES | Estimada Sra. Reid:"
      })
  void guessesNobodysTitle(LetterLanguage language, String salutation) {
    Reviewed letter = Reviewed.letter(EXPLANATION, language).part(PartName.SALUTATION, salutation);
    assertThat(letter.findings(Rule.GEND_1)).isEmpty();
    assertThat(letter.of(Reviewed.known(ann -> titled(ann, "Mx"))).findings(Rule.GEND_1))
        .hasSize(1);
    assertThat(letter.of(Reviewed.known(ann -> titled(ann, "Mr"))).findings(Rule.GEND_1))
        .hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "EN_GB | Dear Ann Reid,",
        "EN_GB | Dear Sir or Madam",
        "DE_DE | Guten Tag Ann Reid,",
        "DE_DE | Sehr geehrte Damen und Herren,",
        "FR_FR | Madame, Monsieur,",
        "ES_ES | Buenos días, Ann Reid:"
      })
  void addressesAnybodyWithoutATitle(LetterLanguage language, String salutation) {
    assertThat(
            Reviewed.letter(EXPLANATION, language)
                .part(PartName.SALUTATION, salutation)
                .of(Reviewed.known(ann -> titled(ann, "")))
                .findings(Rule.GEND_1))
        .isEmpty();
  }

  @Test
  void setsFrenchSpaces() {
    assertThat(
            Reviewed.letter(EXPLANATION, FR_FR)
                .part(PartName.REASON, "Voici : c’est tout ; rien d’autre.")
                .findings(Rule.LOC_1))
        .isEmpty();
  }

  private static Reviewed letter(LetterLanguage language, String salutation, String close) {
    return Reviewed.letter(EXPLANATION, language)
        .part(PartName.SALUTATION, salutation)
        .signed(close, "Mara Keller", "+44 1904 960 101");
  }

  private static Customer titled(Customer ann, String title) {
    return new Customer(
        ann.id(),
        new PersonName(title, "Ann", "Reid"),
        "",
        ann.email(),
        "",
        ann.language(),
        ann.address(),
        ann.since(),
        ann.accountManager(),
        ann.status());
  }

  private static LetterHead swiss(LetterHead head) {
    Recipient ann = head.recipient();
    return new LetterHead(
        head.type(),
        head.language(),
        head.channel(),
        head.caseId(),
        head.date(),
        new Recipient(
            ann.customer(),
            ann.name(),
            "",
            new PostalAddress("Bahnhofstrasse 1", "Zürich", "", "8001", "CH"),
            ann.email()),
        head.signatory());
  }
}
