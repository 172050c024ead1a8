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

/** From the queue to the post and back, on the command line. */
final class PrintRunCommandsTest {
  private static final String RETURNED = "--reason=moved";

  @TempDir private Path folder;
  private Terminal orchard;

  @BeforeEach
  void composeOnPaper() {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    assertThat(orchard.run("import --json", Orchard.FILES.toString()).code()).isZero();
    assertThat(run("compose C-1017 --letter thank-you --channel print --as-of=2026-11-20").code())
        .isZero();
  }

  @Test
  void takesALetterFromTheQueueToThePostAndBack() {
    assertThat(run("queue").out())
        .isEqualTo("No letters are queued. Queue approved letters on paper: regards queue --all\n");
    assertThat(run("queue --all").out())
        .isEqualTo(
            "There are no approved letters on paper that do not wait already. Approve drafts:"
                + " regards approve --all --as STAFF\n");
    orchard.approved("L-1");
    assertThat(run("queue --all").out())
        .isEqualTo("1 queued, 0 not. Print them: regards print-run\n");
    assertThat(run("queue").out())
        .startsWith("type       letters  since\nthank-you  1        ")
        .endsWith("\nin all     1\n");
    assertThat(run("queue --json").json().get("queued").asInt()).isEqualTo(1);

    Terminal.Ended made = run("print-run");
    assertThat(made.code()).as(made.err()).isZero();
    Path runFolder = folder.resolve("letters/runs/R-000001").toAbsolutePath();
    assertThat(made.out())
        .isEqualTo(
            "R-000001\n  %s: 1 letter, 1 sheet of A4\nPrint them as %s says.\n"
                .formatted(
                    runFolder.resolve("R-000001-letters-A4-01.pdf"),
                    runFolder.resolve("cover.pdf")));
    assertThat(made.err()).isEqualTo("When it is posted: regards printed R-000001\n");
    assertThat(run("print-run show R-1").out())
        .contains("0 posted, 0 came back, 1 not posted", "R-000001-letters-A4-01.pdf");
    assertThat(run("print-run list --json").json()).hasSize(1);

    Terminal.Ended again = run("print-run reprint R-000001 --sheets 1 --reason jam");
    assertThat(again.out()).isEqualTo(runFolder.resolve("reprint-1.pdf") + "\n");
    assertThat(again.err()).isEqualTo("Destroy the spoiled sheets 1 of R-000001.\n");
    JsonNode shown = run("print-run show R-000001 --json").json();
    assertThat(shown.get("reprints").get(0).get("reason").asText()).isEqualTo("jam");

    assertThat(run("printed R-000001").out())
        .matches("1 letter of R-000001 posted on \\d{4}-\\d\\d-\\d\\d\\.\n");
    assertThat(run("returned L-1", RETURNED).out())
        .matches(
            "L-1 came back on \\d{4}-\\d\\d-\\d\\d: the recipient has moved\\. No paper goes to"
                + " that address of C-1017 any more; correct it in the customer's record\\.\n");
    assertThat(run("show C-1017").out())
        .containsPattern("letter L-1: thank-you by print, done\n")
        .containsPattern(
            "  letter L-1 posted\n[-\\d]{10} {8}letter L-1 returned by the post: moved");
    assertThat(run("show C-1017 --json").json().at("/letters/0/events")).hasSize(2);
    run("compose C-1017 --letter thank-you --channel print --as-of=2026-11-21");
    Terminal.Ended held = run("queue L-2");
    assertThat(held.code()).isEqualTo(1);
    assertThat(held.err()).startsWith("L-2 was not queued: L-1 came back from this address of");
  }

  @Test
  void saysHowToQueueWhenNothingIs() {
    Terminal.Ended none = run("print-run");
    assertThat(none.code()).isEqualTo(1);
    assertThat(none.out()).isEmpty();
    assertThat(none.err())
        .isEqualTo(
            "No letters are queued. 1 draft waits on paper: approve and queue it with regards"
                + " approve LETTER --as STAFF and regards queue --all\n");
    assertThat(run("print-run --of invite").err())
        .isEqualTo(
            "No letters of type invite are queued, and no drafts of type invite wait on paper."
                + " Write one: regards compose CUSTOMER --letter invite --channel print\n");
    assertThat(run("print-run --json").json().get("drafts").asInt()).isEqualTo(1);
  }

  @Test
  void takesALetterBack() {
    assertThat(run("queue L-1").err())
        .isEqualTo(
            "L-1 was not queued: nobody has approved it. It needs the word of an agent (Jonas Ott,"
                + " jo; Luc Bernard, lb; Maria Keller, mk): regards approve L-1 --as jo\n");
    orchard.approved("L-1");
    assertThat(run("queue L-1").out()).isEqualTo("L-1 waits for the next print run.\n");
    assertThat(run("queue --cancel L-1").out())
        .isEqualTo("L-1 is out of the queue and stays approved.\n");
    assertThat(run("queue --json L-1").json().get(0).get("outcome").asText()).isEqualTo("queued");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "queue --cancel",
        "queue --of thank-you",
        "queue --all L-1",
        "print-run --sheets-per-file 0",
        "print-run show 7",
        "print-run reprint R-1 --sheets 5-3",
        "print-run reprint R-1",
        "returned L-1 --reason lost",
        "returned nobody --reason moved",
        "printed R-1 --on yesterday"
      })
  void refusesWhatItDoesNotUnderstand(String command) {
    Terminal.Ended ended = run(command);
    assertThat(ended.code()).as(ended.err()).isEqualTo(2);
    assertThat(ended.err()).isNotBlank();
  }

  private Terminal.Ended run(String command, String... arguments) {
    return orchard.run(command, arguments);
  }
}
