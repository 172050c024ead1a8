package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

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

/** The commands about the plan, on the sample business. */
class PlaybookCommandsTest {
  private static final String PLAN = "src/test/resources/org/regards/playbook/orchard.yaml";

  @TempDir private Path folder;
  private Terminal orchard;

  @BeforeEach
  void importOrchard() {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    orchard.run("import", Orchard.FILES.toString());
  }

  @Test
  void checksAPlanWithoutAStore() throws IOException {
    Terminal.Ended sound = Terminal.bare("playbook", "check", PLAN);
    assertThat(sound.code()).isZero();
    assertThat(sound.out())
        .isEqualTo(PLAN + " is sound: \"The plan of the orchard\", with the policies C-1, R-1.\n");
    Path wrong = Files.writeString(folder.resolve("wrong.yaml"), "name: x\nname: y\nlettres: {}\n");
    Terminal.Ended refused = Terminal.bare("playbook", "check", wrong.toString());
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo(
            """
            %1$s:2:1: name stands here a second time; it is on line 1
            %1$s:3:1: there is no lettres here (letters is meant?); there may be duties, escalation, letters, name, never, pauses, policies, referrals, signs, words
            2 problems
            """
                .formatted(wrong));
    assertThat(Terminal.bare("playbook", "check", "--json", wrong.toString()).json().toString())
        .contains("\"sound\":false", "\"line\":2,\"column\":1");
  }

  @Test
  void adoptsAPlanOnce() {
    assertThat(orchard.run("playbook adopt --from 2026-11-01 --as tp", PLAN).out())
        .isEqualTo(PLAN + " is in force from 2026-11-01 on.\n");
    assertThat(orchard.run("playbook adopt --from 2027-11-01 --as tp", PLAN).out())
        .isEqualTo(PLAN + " is in force since 2026-11-01 already; nothing was changed.\n");
    assertThat(orchard.run("playbook show --as-of 2026-11-20").out())
        .startsWith("The plan of the orchard, in force from 2026-11-01 (")
        .contains("R-1 v2  Freshness", "agent GBP 40.00, supervisor GBP 60.00");
    assertThat(orchard.run("playbook show --as-of 2026-10-31").out())
        .startsWith(
            """
            The plan that comes with the program
            No plan of your own has been adopted. Begin with: regards playbook show --standard --yaml > playbook.yaml
            """);
  }

  @Test
  void showsThePlanAsItWasWritten() throws IOException {
    orchard.run("playbook adopt --from 2026-11-01 --as tp", PLAN);
    assertThat(orchard.run("playbook show --yaml --as-of 2026-11-20").out())
        .isEqualTo(Files.readString(Path.of(PLAN)));
    Path standard =
        Files.writeString(
            folder.resolve("standard.yaml"),
            orchard.run("playbook show --yaml --as-of 2026-10-01").out());
    assertThat(Terminal.bare("playbook", "check", standard.toString()).code()).isZero();
    assertThat(
            orchard.run("playbook show --json --as-of 2026-11-20").json().at("/chapters/Policies"))
        .hasSize(7);
  }

  @Test
  void exportsEveryPolicy() throws IOException {
    orchard.run("playbook adopt --from 2026-11-01 --as tp", PLAN);
    Path page = folder.resolve("plan.html");
    assertThat(orchard.run("playbook export --as-of 2026-11-20 --html", page.toString()).out())
        .isEqualTo("The plan lies in " + page + ".\n");
    assertThat(Files.readString(page))
        .contains("<html lang=\"en\">", "<title>The plan of the orchard, in force from 2026-11-01")
        .contains("R-1 v1", "R-1 v2", "R-2 v1", "R-3 v3", "G-1 v1", "C-1 v1", "N-1 v1", "NEVER-6")
        .doesNotContain("<script");
  }

  @Test
  void recordsTraining() {
    assertThat(orchard.run("playbook trained lb C-1 R-1 --on 2026-11-02 --as tp").out())
        .isEqualTo(
            """
            lb was trained on C-1 v1 on 2026-11-02; it counts until 2027-11-02.
            lb was trained on R-1 v2 on 2026-11-02; it counts until 2027-11-02.
            """);
    assertThat(orchard.run("playbook show --as-of 2026-11-20").out())
        .containsPattern("lb +Luc Bernard +agent +C-1 v1 until 2027-11-02, R-1 v2 until");
    assertThat(orchard.run("playbook trained lb R-9 --as tp").err())
        .isEqualTo("There is no policy R-9; there is C-1, G-1, N-1, R-1, R-2, R-3.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"check", "adopt", "show", "export", "trained"})
  void helpShowsAnExample(String command) {
    assertThat(Terminal.bare("playbook", command, "--help").out())
        .contains("Example", "  regards playbook " + command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "playbook|2|Say what to do: regards playbook check, adopt, show, export or trained.",
        "playbook check none.yaml|1|none.yaml: there is no such file",
        "playbook adopt x.yaml --from soon|2|'soon' is not a day; write it as 2026-11-20",
        "playbook trained mk R-1|2|Say who you are with --as STAFF, or set REGARDS_STAFF to your"
            + " staff id.",
        "playbook trained mk|2|Missing required parameter: 'POLICY'",
        "playbook trained mk R-1 --on 9000-01-01 --as tp|2|--on 9000-01-01 is still to come; record"
            + " it when it is done.",
        "playbook trained mk R-1 --on 2026-01-01 --until 2025-01-01 --as tp|2|--until 2025-01-01 is"
            + " before the training of 2026-01-01.",
      })
  void refusesWhatItDoesNotUnderstand(String line, int code, String message) {
    Terminal.Ended ended =
        line.startsWith("playbook trained mk R-1")
            ? orchard.run(line)
            : Terminal.bare(line.split(" "));
    assertThat(ended.code()).isEqualTo(code);
    assertThat(ended.err()).contains(message).doesNotContain("\tat ");
  }
}
