package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.intake.Orchard;

class DoctorCommandTest {
  @TempDir private Path folder;

  private Terminal orchard;

  @BeforeEach
  void open() {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
  }

  @Test
  void saysWhereLettersStay() {
    orchard.run("import", Orchard.FILES.toString());
    Terminal.Ended ended = orchard.run("doctor");
    assertThat(ended.err()).isEmpty();
    assertThat(ended.out())
        .isEqualTo(
            """
            ✓ store: It answers; no letter waits in the outbox.
            – settings: No mail server is set (smtp.host or smtp.preset): letters stay in the sandbox, and nothing leaves this machine.
            """);
    assertThat(ended.code()).isZero();
  }

  @Test
  void saysThatNoTestLetterIsSentWithoutAServer() {
    orchard.run("import", Orchard.FILES.toString());
    assertThat(orchard.run("doctor --to me@orchard.example").out())
        .endsWith("– test letter: Not sent: set a mail server first, then ask for it again.\n");
  }

  @Test
  void endsWithOneWhenSomethingIsWrong() {
    Terminal.Ended ended = orchard.run("doctor --json");
    assertThat(ended.code()).isEqualTo(1);
    JsonNode json = ended.json();
    assertThat(json.get("healthy").asBoolean()).isFalse();
    assertThat(json.get("findings").get(0).get("step").asText()).isEqualTo("store");
    assertThat(json.get("findings").get(0).get("verdict").asText()).isEqualTo("wrong");
    assertThat(json.get("findings").get(0).get("message").asText()).startsWith("There is no store");
  }

  @Test
  void wantsAnAddress() {
    Terminal.Ended ended = orchard.run("doctor --to nobody");
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err()).contains("'nobody' is not an address; write me@orchard.example");
  }
}
