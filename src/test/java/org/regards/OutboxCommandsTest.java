package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.intake.Orchard;

/** The outbox from the command line, on the sample business and its sandbox. */
class OutboxCommandsTest {
  @TempDir private Path folder;
  private Terminal orchard;
  private String letter;

  @BeforeEach
  void approveOne() {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    orchard.run("import", Orchard.FILES.toString());
    letter =
        orchard.approved(
            orchard
                .run("compose C-1017 --letter thank-you --channel email --as-of=2026-11-20")
                .firstLine());
  }

  @Test
  void letsALetterWaitShowsItAndTakesItBack() {
    assertThat(orchard.run("outbox").out()).isEqualTo("No email waits.\n");
    Terminal.Ended queued = orchard.run("send " + letter + " --at 2099-12-01T09:00:00Z");
    assertThat(queued.code()).as(queued.err()).isZero();
    assertThat(queued.out())
        .startsWith(letter + " waits in the outbox. It goes on 1 December 2099");
    assertThat(orchard.run("send").out()).isEqualTo("0 sent; 1 in the outbox: regards outbox\n");
    assertThat(orchard.run("outbox --customer C-1017 --state accepted").out())
        .startsWith("No email to C-1017 is accepted.\n");

    assertThat(orchard.run("outbox").out())
        .contains(letter, "thank-you", "C-1017", "queued", "In all: 1 queued.");
    JsonNode shown = orchard.run("outbox --customer C-1017 --json").json();
    assertThat(shown.get("counts").get("queued").asInt()).isEqualTo(1);
    assertThat(shown.get("emails").get(0).get("due").textValue()).isEqualTo("2099-12-01T09:00:00Z");

    assertThat(orchard.run("outbox cancel " + letter).code()).isEqualTo(2);
    assertThat(orchard.run("outbox cancel " + letter + " --as mk").out())
        .isEqualTo(letter + " is out of the outbox and stays approved.\n");
    Terminal.Ended twice = orchard.run("outbox cancel " + letter + " --as mk");
    assertThat(twice.code()).isEqualTo(1);
    assertThat(twice.err())
        .isEqualTo(letter + " was left as it is: it does not wait in the outbox.\n");
  }

  @Test
  void sendsAllThatIsApproved() {
    Terminal.Ended sent = orchard.run("send --all --type thank-you");
    assertThat(sent.code()).as(sent.err()).isZero();
    assertThat(sent.out())
        .isEqualTo(
            "1 in the sandbox (%s) and nothing left this machine; no email waits.\n"
                .formatted(folder.resolve("letters").resolve("sandbox")));
    assertThat(orchard.run("send --all").out())
        .isEqualTo("Nothing was due. Letters that nobody has approved yet: regards approvals\n");
    assertThat(orchard.run("outbox --state accepted").out()).contains(letter);
    assertThat(orchard.run("outbox resolve " + letter + " --resend --as mk").err())
        .isEqualTo(letter + " was left as it is: it is not in doubt; it is accepted.\n");
  }

  @Test
  void warnsOfALetterThatWentIntoTheSandboxBefore() {
    assertThat(orchard.run("send " + letter).code()).isZero();
    String again =
        orchard
            .run("compose C-1017 --letter thank-you --channel email --as-of=2026-11-20")
            .firstLine();
    Terminal.Ended review = orchard.run("review " + again);
    assertThat(review.code()).as(review.out()).isZero();
    assertThat(review.out())
        .contains(
            "DUP-1    warning",
            letter + ", of the type thank-you and to the same person, is of ",
            " and lies in the sandbox.");
  }

  @Test
  void saysWhenNothingHadStopped() {
    assertThat(orchard.run("outbox resume --as mk").out()).isEqualTo("Email had not stopped.\n");
    assertThat(orchard.run("outbox release --all --as mk --json").json().get("released").asInt())
        .isZero();
  }
}
