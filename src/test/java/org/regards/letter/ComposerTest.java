package org.regards.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.regards.letter.LetterType.COMPROMISE;
import static org.regards.letter.LetterType.COOLING_OFF;
import static org.regards.letter.LetterType.EDUCATE;
import static org.regards.letter.LetterType.EXPLANATION;
import static org.regards.letter.LetterType.FAREWELL;
import static org.regards.letter.LetterType.FAREWELL_CARD;
import static org.regards.letter.LetterType.INVITE;
import static org.regards.letter.LetterType.REASSIGN;
import static org.regards.letter.LetterType.REFERRAL;
import static org.regards.letter.LetterType.THANK_YOU;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.customer.CustomerId;
import org.regards.history.Dossiers;
import org.regards.intake.Orchard;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;

/** What is written to the orchard's customers, and why something is not. */
class ComposerTest {
  private static final String ALTERNATIVE = "alternative=We can send a new box on 2 December.";

  @TempDir private static Path folder;
  private static Database orchard;
  private static Clerk clerk;

  @BeforeAll
  static void openOrchard() {
    orchard = Orchard.store(folder);
    clerk = new Clerk(orchard);
  }

  @AfterAll
  static void closeOrchard() {
    orchard.close();
  }

  @Test
  void lettersOfTwoHistoriesDifferInMoreThanTheirFacts() {
    Letter pike = clerk.letter(EXPLANATION, "customer=C-1002", ALTERNATIVE);
    Letter whitfield = clerk.letter(EXPLANATION, "customer=C-1001", ALTERNATIVE);
    assertThat(masked(whitfield)).isNotEqualTo(masked(pike));
    assertThat(masked(whitfield)).contains("You have had kind words for us before");
    assertThat(masked(pike)).contains("our conversation of ▒ too");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "C-1001|en-GB|Dear Mrs Whitfield,",
        "C-1006|en-US|Dear Morgan Tate:",
        "C-1013|en-US|Dear Ms. Vance:",
        "C-1007|de-DE|Sehr geehrte Frau Brandt,",
        "C-1014|de-DE|Sehr geehrter Herr Dr. Steiner,",
        "C-1014|en-GB|Dear Dr. Steiner,",
        "C-1010|fr-FR|Madame,",
        "C-1020|fr-FR|Monsieur,",
        "C-1011|es-ES|Estimado Sr. Ortega:",
        "C-1019|es-ES|Estimada Sra. Fernández Gil:",
        "C-1022|en-GB|Dear 山田明,",
        "C-1023|en-GB|Dear Robert\"); DROP TABLE O'Brien & <b>Sons</b> ${7*7},",
        "C-1026|en-GB|Dear Sasha Kowalska,",
        "C-1026|de-DE|Guten Tag Sasha Kowalska,",
        "C-1026|fr-FR|'Madame, Monsieur,'",
        "C-1026|es-ES|'Buenos días, Sasha Kowalska:'",
      })
  void salutesAsTheLanguageAndTheRecordWant(String customer, String language, String salutation) {
    assertThat(
            clerk.salutation(
                REASSIGN,
                "customer=" + customer,
                "language=" + language,
                "contact=ow",
                "start=2026-12-01"))
        .isEqualTo(salutation);
  }

  @Test
  void listsEverythingThatIsMissingWithTheRecordThatWouldSupplyIt() {
    assertThat(Clerk.said(clerk.compose(REFERRAL, "customer=C-1001")))
        .matches(
            """
            referral.ftlh:\\d+:\\d+: input.provider ← --set provider=… — whom you recommend: a name, or several
            referral.ftlh:\\d+:\\d+: input.reach ← --set reach=… — how to reach them: a telephone number, a web address
            referral.ftlh:\\d+:\\d+: input.fit ← --set fit=… — why they fit this customer, as a whole sentence
            referral.ftlh:\\d+:\\d+: input.commission ← --set commission=… — none, or what we receive for the recommendation, as a whole sentence\
            """);
  }

  @Test
  void refusesFormLetterWithTheFigures(@TempDir Path own) throws IOException {
    withTemplate(
        own,
        "thank-you",
        """
        <@subject>Thank you</@subject>
        <@salutation/>
        <@part "event">Thank you, ${customer.name} (${customer.id}).</@part>
        <@part "effect">It made our day. ${business.name}</@part>
        <@part "outlook">See you on ${letter.date}.</@part>
        <@signature/>
        """);
    assertThat(clerk.compose(own, THANK_YOU, "customer=C-1017"))
        .isEqualTo(new Composition.FormLetter(0, 1));
  }

  @Test
  void refusesPartsThatAreMissingOrOutOfOrder(@TempDir Path own) throws IOException {
    withTemplate(
        own,
        "thank-you",
        """
        <@subject>Thank you</@subject>
        <p>Hello</p>
        before
        <@part "event">On ${praise.at}.</@part>
        <@part "effet">x</@part>
        <@part "effect"></@part>
        <@signature/>
        """);
    assertThat(Clerk.said(clerk.compose(own, THANK_YOU, "customer=C-1017")))
        .isEqualTo(
            """
            thank-you.ftlh: <p> stands outside of all parts; every text belongs into <@part …>
            thank-you.ftlh: a text stands outside of all parts; every text belongs into <@part …>
            thank-you.ftlh: there is no part named "effet"
            thank-you.ftlh: the part "effect" is empty
            thank-you.ftlh: a letter begins with <@salutation/>
            thank-you.ftlh: the thank-you letter lacks: outlook\
            """);
  }

  @Test
  void refusesPartsInAnotherOrder(@TempDir Path own) throws IOException {
    withTemplate(
        own,
        "thank-you",
        """
        <@subject>x</@subject>
        <@salutation/>
        <@part "effect">x</@part>
        <@part "event">On ${praise.at}.</@part>
        <@part "outlook">x</@part>
        """);
    assertThat(Clerk.said(clerk.compose(own, THANK_YOU, "customer=C-1017")))
        .isEqualTo(
            """
            thank-you.ftlh: a letter ends with <@signature/>
            thank-you.ftlh: the parts of the thank-you letter come in this order, each once: event, effect, outlook\
            """);
  }

  @Test
  void refusesLetterWithoutSubjectAndDropsNoStrayText(@TempDir Path own) throws IOException {
    withTemplate(
        own,
        "thank-you",
        """
        <@salutation/>
        <@part "event">On ${praise.at}.<ul>Lost words<li>one</li></ul></@part>
        <@part "effect"><table><tr><th>a</th></tr><tr><td>b</td>more</tr></table></@part>
        <@part "outlook">x</@part>
        <@signature/>
        """);
    assertThat(Clerk.said(clerk.compose(own, THANK_YOU, "customer=C-1017")))
        .contains(
            "thank-you.ftlh: <ul> may hold <li> only; something else stands in it",
            "thank-you.ftlh: a letter wants a subject: <@subject>…</@subject>");
  }

  @Test
  void countsNeitherNumbersNorTheSubjectAsPersonal(@TempDir Path own) throws IOException {
    withTemplate(
        own,
        "explanation",
        """
        <@subject>Order ${case.order.id} of ${case.order.date} [${case.id}]</@subject>
        <@salutation/>
        <@part "acknowledgement">Your case ${case.id}.</@part>
        <@part "investigation">Order ${case.order.id}.</@part>
        <@part "reason">This is our policy.</@part>
        <@part "decision">No.</@part>
        <@part "alternative">None.</@part>
        <@part "next-step">None.</@part>
        <@part "close">Goodbye.</@part>
        <@signature/>
        """);
    assertThat(Clerk.said(clerk.compose(own, EXPLANATION, "customer=C-1001")))
        .isEqualTo("form letter: 0 of 2 facts");
  }

  @Test
  void saysWhatElseALetterThatDoesNotFitWouldNeed() {
    assertThat(clerk.compose(FAREWELL, "customer=C-1001", "refund=much", "reason=fit"))
        .isInstanceOfSatisfying(
            Composition.Unfit.class,
            unfit -> {
              assertThat(unfit.reasons())
                  .containsExactly("refund must be an amount in GBP, written like 9.00");
              assertThat(unfit.missing())
                  .extracting(Composition.MissingFact::value)
                  .containsExactly("input.elsewhere");
            });
  }

  @Test
  void refusesLinkThatLeadsIntoTheProgram(@TempDir Path own) throws IOException {
    withTemplate(
        own,
        "thank-you",
        """
        <@subject>x</@subject>
        <@salutation/>
        <@part "event">On ${praise.at} <a href="javascript:alert(1)">x</a>.</@part>
        <@part "effect">x</@part>
        <@part "outlook">x</@part>
        <@signature/>
        """);
    assertThat(Clerk.said(clerk.compose(own, THANK_YOU, "customer=C-1017")))
        .isEqualTo("thank-you.ftlh: a link must lead to https:, mailto: or tel:");
  }

  @Test
  void writesNothingToWhomMustNotBeContacted() {
    assertThat(Clerk.said(clerk.compose(THANK_YOU, "customer=C-1025")))
        .isEqualTo("C-1025 asked not to be written to (customers.csv, status do-not-contact)");
  }

  @Test
  void refusesUnknownCaseStaffAndValueTogether() {
    assertThat(
            Clerk.said(
                clerk.compose(
                    EDUCATE,
                    "customer=C-1001",
                    "case=K-999",
                    "from=zz",
                    "channel=print",
                    "colour=red")))
        .isEqualTo(
            """
            C-1001 has no case K-999; there is K-301
            nobody here has the staff id zz; there is ca, jo, lb, mk, ow, ss, tp
            educate.ftlh takes no value named colour; it takes how, offer, tip\
            """);
  }

  @Test
  void refusesValuesOfTheWrongKindTogether() {
    assertThat(
            Clerk.said(
                    clerk.compose(
                        COOLING_OFF,
                        "customer=C-1012",
                        "until=31.12.2026",
                        "review=",
                        "policy=X-9",
                        "contact=nobody"))
                .lines()
                .sorted())
        .containsExactly(
            "contact must be the id of a member of staff: ca, jo, lb, mk, ow, ss, tp",
            "policy must be the id of a policy: C-1, G-1, N-1, R-1, R-2, R-3",
            "review must be a day from 2026-11-20 on, written like 2026-12-20",
            "until must be a day from 2026-11-20 on, written like 2026-12-20");
  }

  @ParameterizedTest
  @CsvSource({"9.005", "-1", "EUR", "Eur 9", "EUR -1.00", "ten", "1e400000000", "GBP 1.001"})
  void refusesAmount(String amount) {
    assertThat(Clerk.said(clerk.compose(COMPROMISE, "customer=C-1001", "offer=" + amount)))
        .isEqualTo("offer must be an amount in GBP, written like 9.00");
  }

  @Test
  void saysWhatTheHistoryLacksForALetter() {
    assertThat(Clerk.said(clerk.compose(EXPLANATION, "customer=C-1022")))
        .isEqualTo("C-1022 has no case on record (cases.csv)");
    assertThat(Clerk.said(clerk.compose(THANK_YOU, "customer=C-1002")))
        .isEqualTo(
            "C-1002 has not thanked or praised us on record (interactions.csv, tags praise or"
                + " thanks)");
    assertThat(Clerk.said(clerk.compose(COOLING_OFF, "customer=C-1015")))
        .isEqualTo(
            """
            the relationship with C-1015 has ended (customers.csv, status ended)
            C-1015 has no incident on record (interactions.csv, tags abuse, harassment, impeding or threat:…)\
            """);
    assertThat(Clerk.said(clerk.compose(FAREWELL_CARD, "customer=C-1001")))
        .isEqualTo("the relationship with C-1001 has not ended (customers.csv, status active)");
    assertThat(Clerk.said(clerk.compose(INVITE, "customer=C-1017")))
        .isEqualTo(
            "C-1017 has no complaint of the last twelve months on record (interactions.csv, tag"
                + " complaint)");
  }

  @Test
  void fittingSaysTheSameForEveryType() {
    Map<LetterType, List<String>> fitting =
        TeaMerchant.composer()
            .fitting(
                new Dossiers(orchard).of(new CustomerId("C-1017"), Orchard.NOW).orElseThrow(),
                new Playbooks(orchard).load());
    assertThat(fitting).containsOnlyKeys(LetterType.values());
    assertThat(
            fitting.entrySet().stream()
                .filter(entry -> entry.getValue().isEmpty())
                .map(Map.Entry::getKey))
        .containsExactly(FAREWELL, THANK_YOU, REASSIGN, REFERRAL);
  }

  @Test
  void wantsATemplateForEveryLetter(@TempDir Path own) {
    assertThat(Clerk.said(clerk.compose(own, THANK_YOU, "customer=C-1017")))
        .isEqualTo(
            "There is no template thank-you.ftlh in %s. Templates there: none.".formatted(own));
  }

  @Test
  void namesTheNeedThatThereIsNot(@TempDir Path own) throws IOException {
    Files.writeString(
        own.resolve("thank-you.ftlh"),
        """
        <#ftl attributes={"type":"thank-you","languages":["en"],"channels":["email"],"needs":["luck"]}>
        """);
    assertThat(Clerk.said(clerk.compose(own, THANK_YOU, "customer=C-1017")))
        .isEqualTo(
            "thank-you.ftlh needs \"luck\", which is not something the history can be asked for;"
                + " there is case, order, policy, kind-words, incident, complaints, active, ended,"
                + " account-manager");
  }

  @Test
  void signsByTheLettersTypeUnlessSomebodyIsNamed() {
    assertThat(signatory(EDUCATE, "customer=C-1001")).isEqualTo("mk");
    assertThat(signatory(EDUCATE, "customer=C-1001", "from=ow")).isEqualTo("ow");
    assertThat(signatory(COOLING_OFF, "customer=C-1012")).isEqualTo("ss");
    assertThat(signatory(REASSIGN, "customer=C-1012", "contact=ow", "start=2026-12-01"))
        .isEqualTo("ss");
    assertThat(
            signatory(
                FAREWELL, "customer=C-1012", "reason=conduct", "refund=0", "elsewhere=the market"))
        .isEqualTo("tp");
  }

  @Test
  void goesByEmailWhereThereIsAnAddress() {
    assertThat(clerk.letter(THANK_YOU, "customer=C-1017").head().channel())
        .isEqualTo(LetterChannel.EMAIL);
    assertThat(clerk.letter(THANK_YOU, "customer=C-1017", "channel=print").head().channel())
        .isEqualTo(LetterChannel.PRINT);
    assertThat(clerk.letter(FAREWELL_CARD, "customer=C-1015").head().channel())
        .isEqualTo(LetterChannel.PRINT);
    assertThat(Clerk.said(clerk.compose(FAREWELL_CARD, "customer=C-1015", "channel=email")))
        .isEqualTo("letters of the type farewell-card do not go by email; they go by print");
  }

  @Test
  void keepsHostileNameAsItIs() {
    Letter letter = clerk.letter(THANK_YOU, "customer=C-1023");
    assertThat(letter.head().recipient().name())
        .isEqualTo("Robert\"); DROP TABLE O'Brien & <b>Sons</b> ${7*7}");
    assertThat(letter.subjectText()).isEqualTo("Thank you, Robert\"); DROP TABLE");
    assertThat(LetterText.of(letter)).doesNotContain("49");
  }

  @Test
  void putsFamilyNameFirstWhereTheScriptWantsIt() {
    assertThat(
            clerk
                .letter(REASSIGN, "customer=C-1022", "contact=ow", "start=2026-12-01")
                .head()
                .recipient()
                .name())
        .isEqualTo("山田明");
  }

  private static String signatory(LetterType type, String... values) {
    return clerk.letter(type, values).head().signatory().staff().value();
  }

  /** The letter's words without what came from records. */
  private static String masked(Letter letter) {
    return Stream.concat(Stream.of(letter.subject()), paragraphs(letter))
        .map(
            runs ->
                runs.stream()
                    .map(run -> run instanceof Inline.Text text ? text.text() : "▒")
                    .collect(Collectors.joining()))
        .collect(Collectors.joining("\n"));
  }

  private static Stream<List<Inline>> paragraphs(Letter letter) {
    return letter.parts().stream()
        .flatMap(part -> part.blocks().stream())
        .filter(Block.Paragraph.class::isInstance)
        .map(block -> ((Block.Paragraph) block).runs());
  }

  /** A template folder with the shipped library and this one template. */
  private static void withTemplate(Path own, String type, String body) throws IOException {
    Files.createDirectories(own.resolve("lib"));
    for (String library : List.of("lib/letter.ftlh", "lib/phrases.ftlh")) {
      Files.copy(Path.of("templates").resolve(library), own.resolve(library));
    }
    Files.writeString(
        own.resolve(type + ".ftlh"),
        """
        <#ftl attributes={"type":"%s","languages":["en"],"channels":["email","print"],"needs":[]}>
        %s\
        """
            .formatted(type, body));
  }
}
