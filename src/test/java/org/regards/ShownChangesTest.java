package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.intake.Orchard;

/** What an import replaced can still be seen. */
class ShownChangesTest {
  @TempDir private Path folder;
  private Terminal orchard;

  @BeforeEach
  void correctACase() throws IOException {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    assertThat(orchard.run("import", Orchard.FILES.toString()).code()).isZero();
    Path cases = folder.resolve("cases.csv");
    Files.writeString(
        cases,
        Files.readString(Orchard.FILES.resolve("cases.csv"))
            .replaceFirst("R-1,nobody,open,,", "R-1,ours,open,,"));
    assertThat(orchard.run("import", cases.toString()).out()).contains("1 changed");
  }

  @Test
  void timelineSaysWhatAnImportChanged() {
    assertThat(orchard.run("show C-1001").out().lines())
        .last()
        .asString()
        .matches(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d  changed by the import of cases\\.csv:2: case"
                + " K-301 fault: nobody → ours");
    assertThat(orchard.run("show C-1002").out()).doesNotContain("changed by");
  }

  @Test
  void timelineLeavesOutChangesAfterItsMoment() {
    assertThat(orchard.run("show C-1001 --as-of=2024-01-01").out()).doesNotContain("changed by");
  }

  @Test
  void jsonHoldsWhatAnImportChanged() {
    JsonNode changes = orchard.run("show C-1001 --json").json().get("changes");
    assertThat(changes).hasSize(1);
    assertThat(changes.get(0).properties())
        .filteredOn(entry -> !entry.getKey().equals("at"))
        .extracting(entry -> entry.getKey() + "=" + entry.getValue().asText())
        .containsExactly(
            "record=case/K-301",
            "field=fault",
            "old=nobody",
            "new=ours",
            "source=cases.csv",
            "line=2");
    assertThat(changes.get(0).get("at").asText()).endsWith("Z");
    assertThat(orchard.run("show C-1002 --json").json().get("changes")).isEmpty();
  }
}
