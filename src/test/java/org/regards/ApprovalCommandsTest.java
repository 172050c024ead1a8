package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.intake.Orchard;

/** The commands of those who read letters before they go. */
final class ApprovalCommandsTest {
  @TempDir private Path folder;
  private Terminal orchard;

  @BeforeEach
  void composeOne() {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    assertThat(orchard.run("import --json", Orchard.FILES.toString()).code()).isZero();
    assertThat(orchard.run("compose C-1017 --letter thank-you --as mk").code()).isZero();
  }

  @Test
  void takesALetterFromItsAuthorToTheSandbox() {
    assertThat(orchard.run("send L-1 --as mk").err())
        .isEqualTo(
            "L-1 was not sent: nobody has approved it. It needs the word of an agent (Jonas Ott,"
                + " jo; Luc Bernard, lb): regards approve L-1 --as jo\n");
    assertThat(orchard.run("approvals --mine --as jo").out()).contains("L-1     thank-you  C-1017");
    assertThat(orchard.run("approvals --mine --as mk").out())
        .isEqualTo("No letters wait for the word of Maria Keller.\n");
    JsonNode waiting = orchard.run("approvals L-1 --json").json();
    assertThat(waiting.get("author").asText()).isEqualTo("mk");
    assertThat(waiting.get("missing").get(0).asText()).isEqualTo("agent");
    Terminal.Ended approved =
        orchard.run("approve L-1 --json --as jo --because read --digest", digest("L-1"));
    assertThat(approved.code()).as(approved.out()).isZero();
    assertThat(approved.json().get(0).get("outcome").asText()).isEqualTo("approved");
    assertThat(approved.json().get(0).at("/account/customer").asText()).isEqualTo("C-1017");
    assertThat(orchard.run("approvals L-1").out())
        .contains(" approved by jo (agent)", "It has every word that it needs.");
    assertThat(orchard.run("send L-1 --as mk").code()).isZero();
    assertThat(orchard.run("decline L-1 --as ss --because late").err())
        .isEqualTo("L-1 was not approved: it has left already.\n");
  }

  @Test
  void declinesAndTellsWhy() {
    assertThat(orchard.run("decline L-1 --as ss --because cold").out())
        .startsWith("L-1 is declined and a draft again;");
    assertThat(orchard.run("approvals L-1 --json").json().at("/said/0/because").asText())
        .isEqualTo("cold");
  }

  @Test
  void stopsAndReleasesForCounsel() {
    orchard.approved("L-1");
    assertThat(orchard.run("counsel C-1017 deny --because talks --as ca").out())
        .isEqualTo(
            "Counsel has stopped every letter to C-1017; nothing of it goes until they release"
                + " it.\n");
    assertThat(orchard.run("send L-1 --as mk").err()).contains("Clara Adeyemi said no to every");
    JsonNode allowed = orchard.run("counsel L-1 allow --because harmless --as ca --json").json();
    assertThat(allowed.get("allowed").asBoolean()).isTrue();
    assertThat(orchard.run("send L-1 --as mk").code()).isZero();
    assertThat(orchard.run("counsel C-9 deny --because talks --as ca").code()).isEqualTo(1);
  }

  @Test
  void handsOverAndExcepts() {
    assertThat(orchard.run("hand-over L-1 --to ss --because rage --as mk").out())
        .startsWith("L-1 is signed by Sana Siddiqui now and goes not before ");
    orchard.approved("L-1");
    assertThat(orchard.run("send L-1 --as mk").err()).contains("it was handed over from tp to ss");
    assertThat(orchard.run("exceptions").out()).isEqualTo("There are no exceptions.\n");
    assertThat(orchard.run("exception L-1 --because once --as tp --up-to", "5.00 GBP").err())
        .isEqualTo("L-1 gets no exception: it gives nothing under a policy.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "approve L-1",
        "approve --as ss",
        "approve --all L-1 --as ss",
        "approve --all --digest abc --as ss",
        "decline L-1 --as ss",
        "approvals L-1 --mine --as ss",
        "approvals --mine",
        "counsel L-1 maybe --because x --as ca",
        "hand-over L-1 --to ss --because x --after soon --as mk",
        "hand-over L-1 --to ss --because x --after 1h --not-before 2026-12-01 --as mk",
        "exception L-1 --up-to 5 --because x --as tp",
        "exception L-1 --up-to 5GBP --from NO-1 --because x --as tp"
      })
  void refusesWhatItDoesNotUnderstand(String command) {
    Terminal.Ended ended = orchard.run(command);
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).isNotBlank();
  }

  private String digest(String letter) {
    return orchard.run("letter --json " + letter).json().get("digest").asText().substring(0, 12);
  }
}
