package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.intake.Orchard;

/** Closing cases and keeping answers from the command line, on the sample business. */
class OutcomeCommandsTest {
  @TempDir private Path folder;
  private Terminal orchard;

  @BeforeEach
  void importOrchard() {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    orchard.run("import", Orchard.FILES.toString());
  }

  @Test
  void closesACaseThatWasAnsweredAndOpensItAgain() {
    assertThat(orchard.run("case close K-302 --because settled --as mk").out())
        .startsWith(
            "K-302 of C-1002 is closed. Only something new opens it again: regards case reopen"
                + " K-302\nK-1  by ")
        .endsWith(", owner: mend what caused it: Two bruised quinces in one box\n");
    assertThat(orchard.run("show C-1002 --json").json().toString()).contains("\"closed\"");
    assertThat(orchard.run("case close K-302 --because settled --as mk").err())
        .isEqualTo("K-302 is closed already.\n");
    assertThat(orchard.run("case reopen K-302 --because photograph --as mk --json").json())
        .hasToString(
            "{\"case\":\"K-302\",\"customer\":\"C-1002\",\"state\":\"open\",\"resolved\":null}");
  }

  @Test
  void keepsAnAnswerAndThatNoMoreIsWanted() {
    String invitation =
        orchard
            .run(
                "compose C-1010 --letter invite --set day=2099-12-03 --set minutes=20 --as lb",
                "--set",
                "place=par téléphone",
                "--as-of=2026-11-20")
            .firstLine()
            .split(" ")[0];
    assertThat(
            orchard
                .run("answer C-1010 --cause K-331 --as lb --to " + invitation, "--text", "Too thin")
                .out())
        .startsWith("C-1010 answered " + invitation + ", about case/K-331: Too thin\nK-1  by ");
    assertThat(orchard.run("answer C-1010 --opt-out --as lb --to " + invitation).out())
        .isEqualTo(
            "C-1010 answered " + invitation + ": wants no more invitations, and gets none\n");
    assertThat(orchard.run("answer C-1010 --json").json()).hasSize(2);
    assertThat(orchard.run("compose C-1010 --letter invite --as lb").err())
        .contains("C-1010 does not want to be invited again");
  }

  @ParameterizedTest
  @ValueSource(strings = {"case", "case close", "case reopen", "answer"})
  void helpShowsAnExample(String command) {
    assertThat(Terminal.bare((command + " --help").split(" ")).out())
        .contains("Examples", "  regards " + command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "case close K-1 --because x --as mk|1|There is no case K-1.",
        "case reopen K-360 --because x --as mk|1|K-360 is not closed, it is open.",
        "case close K-302 --because x --as zz|1|Nobody here has the staff id zz",
        "answer C-1010 --to L-9 --as lb|2|Say what the customer said",
        "answer C-1010 --to L-9 --opt-out --as lb|1|L-9 is no invitation to C-1010; there is none.",
        "answer C-999 --to L-9 --opt-out --as lb|1|There is no customer C-999",
      })
  void refusesWhatItDoesNotUnderstand(String line, int code, String message) {
    Terminal.Ended ended = orchard.run(line);
    assertThat(ended.code()).as(ended.err()).isEqualTo(code);
    assertThat(ended.err()).contains(message).doesNotContain("\tat ");
  }
}
