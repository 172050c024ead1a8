package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.intake.Orchard;

/** Advice and verdicts from the command line, on the sample business. */
class AdviseCommandsTest {
  private static final String NOW = "--as-of=2026-11-20T09:00:00Z";

  @TempDir private Path folder;
  private Terminal orchard;

  @BeforeEach
  void importOrchard() {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    orchard.run("import", Orchard.FILES.toString());
  }

  @Test
  void saysWhatAHistoryCallsFor() {
    Terminal.Ended ended = orchard.run("advise C-1001", NOW);
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.out())
        .isEqualTo(
            """
            C-1001  Mrs Agnes Whitfield
            Write educate: honest misunderstanding
            Because
              - 2026-11-14 case K-301: Figs opened a week after delivery had gone bad; asked for a refund of the
                box (GBP 28.00); fault: nobody
              - 2026-11-06 order O-5002: order GBP 28.00: Fig and pear box
              - 2025-01-01 policy R-1 v2: Terms 4.1: Fruit is picked ripe. Eat soft fruit within two days and
                hard fruit within seven days of delivery. We replace or credit a box that arrives spoilt if…
              - 2026-11-14 10:12 email I-0001: “Hello, the figs in the box of 6 November were mouldy when I
                opened them on the 13th. I would like my money back please. Agnes Whitfield”
            Mind
              - approved by agent, never by its author
              - state the fact about the thing, never about the person
              - counts once: the next request of this kind is judged by the policy alone
              - at most GBP 28.00 (R-1 v2: credit of 100 % of GBP 28.00)
              - within what an agent may give alone (GBP 60.00)
            Can do
              - a credit, GBP 28.00: R-1 v2 gives it to everybody to whom this happens
            Not
              - explanation: the first request of its kind, and of low value: a no costs more
              - compromise: it can be granted as a whole
            Next: regards compose C-1001 --letter educate --case K-301
            """);
  }

  @Test
  void listsAllForWhomSomethingIsToBeDone() {
    assertThat(orchard.run("advise --all", NOW).out())
        .startsWith("C-1001       educate        honest misunderstanding, K-301\n")
        .contains("C-1005       hold           threat: physical\n", "\n       2  kindness\n")
        .doesNotContain("C-1021");
  }

  @Test
  void advisesAsJson() {
    JsonNode all = orchard.run("advise --all --json", NOW).json();
    assertThat(all).hasSize(26);
    JsonNode lawsuit = all.get(3);
    assertThat(lawsuit.fieldNames())
        .toIterable()
        .containsExactly(
            "customer",
            "sign",
            "recommend",
            "case",
            "most",
            "approvers",
            "guards",
            "alternatives",
            "rejected",
            "evidence",
            "proposed");
    assertThat(lawsuit.get("recommend").asText()).isEqualTo("hold");
    assertThat(lawsuit.get("evidence").get(0).toString())
        .isEqualTo(
            "{\"record\":\"interaction/I-0009\",\"quote\":\"If I do not have 500 pounds by Friday"
                + " my solicitor will sue you for damages.\",\"date\":\"2026-11-17\","
                + "\"at\":\"2026-11-17T18:05:00Z\",\"channel\":\"email\"}");
    assertThat(orchard.run("advise C-1004 C-1001 --json", NOW).json().get(0)).isEqualTo(lawsuit);
  }

  @Test
  void goesByWhatPeopleSayOfAContact() {
    assertThat(
            orchard
                .run("incident deny I-0009 threat:legal --by ca --because", "a figure of speech")
                .out())
        .isEqualTo(
            "I-0009 of C-1004 is no threat:legal, says ca. See what it calls for: regards advise"
                + " C-1004\n");
    assertThat(orchard.run("advise C-1004 --json").json().get(0).get("recommend").asText())
        .isNotEqualTo("hold");
    orchard.run("incident confirm I-0009 threat:legal --by ca");
    assertThat(orchard.run("advise C-1004 --json").json().get(0).get("recommend").asText())
        .isEqualTo("hold");
  }

  @Test
  void goesByThePlanInForce() throws IOException {
    Path plan =
        Files.writeString(
            folder.resolve("strict.yaml"),
            "name: Strict\nsigns: {pattern of dissatisfaction: {complaints: 6}}\n");
    assertThat(orchard.run("playbook adopt --as ow --from 2026-11-01", plan.toString()).code())
        .isZero();
    JsonNode advice = orchard.run("advise C-1010 --json", NOW).json().get(0);
    assertThat(advice.get("recommend").asText()).isEqualTo("educate");
    assertThat(advice.get("rejected").toString())
        .contains("5 complaints in 12 months; a pattern begins with 6");
  }

  @Test
  void measuresItself() {
    Terminal.Ended ended = Terminal.bare("bench", "advise", "--customers", "300", "--json");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(ended.json().get("customers").asInt()).isEqualTo(300);
  }

  @ParameterizedTest
  @ValueSource(strings = {"advise", "incident"})
  void helpShowsAnExample(String command) {
    assertThat(Terminal.bare(command, "--help").out()).contains("Examples", "  regards " + command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "advise|2|Name customers, or say --all for every one.",
        "advise C-1001 --all|2|Name customers, or say --all for every one.",
        "advise C-999|1|There is no customer C-999",
        "incident|2|Missing required",
        "incident perhaps I-0009 threat:legal --by ca|2|'perhaps' is neither confirm nor deny",
        "incident deny I-0009 praise --by ca|2|'praise' is no kind of incident; there are: abuse,"
            + " harassment, impeding, threat:legal, threat:vandalism, threat:retaliation,"
            + " threat:physical",
        "incident deny I-0009 abuse --by zz|1|Nobody here has the staff id zz; there is ca,",
        "incident deny I-9999 abuse --by ca|1|There is no contact I-9999.",
        "bench advise --customers 0|2|--customers must be positive, was: 0",
      })
  void refusesWhatItDoesNotUnderstand(String line, int code, String message) {
    Terminal.Ended ended =
        line.startsWith("bench") ? Terminal.bare(line.split(" ")) : orchard.run(line);
    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.err()).contains(message).doesNotContain("\tat ");
  }
}
