package org.regards.triage;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.regards.history.Dossiers;
import org.regards.intake.Orchard;
import org.regards.letter.LetterType;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;

/** Advice agrees with what an experienced owner says of the sample business, row by row. */
final class OrchardAdviceTest {
  private static final Pattern RECORD =
      Pattern.compile("\\b[OKI]-\\d+\\b|\\b[RGNC]-\\d( v\\d)?\\b");

  @TempDir private static Path folder;
  private static Database database;
  private static final Map<String, Recommendation> ADVICE = new HashMap<>();

  @BeforeAll
  static void adviseOnAll() throws InterruptedException {
    database = Orchard.store(folder);
    new AdviceRun(new Dossiers(database), new Playbooks(database))
        .run(Orchard.NOW, advice -> ADVICE.put(advice.customer().id().value(), advice));
  }

  @AfterAll
  static void close() {
    database.close();
  }

  @TestFactory
  Collection<DynamicTest> agreesWithTheOwner() throws IOException {
    List<DynamicTest> tests = new ArrayList<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(Orchard.FILES.resolve("expected.csv"))) {
      for (NamedCsvRecord row : rows) {
        tests.add(
            DynamicTest.dynamicTest(
                row.getField("customer") + " " + row.getField("recommend"), () -> compare(row)));
      }
    }
    assertThat(tests).hasSize(26);
    return tests;
  }

  private static void compare(NamedCsvRecord row) {
    Recommendation advice = ADVICE.get(row.getField("customer"));
    String wanted = row.getField("recommend").toLowerCase(Locale.ROOT).replaceAll("[ _]", "-");
    assertThat(advice.move().word()).as(String.valueOf(advice)).isEqualTo(wanted);
    List<String> cited = advice.evidence().stream().map(Evidence::record).toList();
    RECORD
        .matcher(row.getField("because"))
        .results()
        .forEach(
            record ->
                assertThat(cited)
                    .anyMatch(one -> one.matches(".*/" + record.group() + "( v\\d)?")));
  }

  @Test
  void givesEveryRecommendationEvidence() {
    assertThat(ADVICE.values())
        .filteredOn(advice -> !advice.move().equals(Move.nothing()))
        .allSatisfy(
            advice -> {
              assertThat(advice.evidence()).isNotEmpty();
              assertThat(advice.rejected()).isNotEmpty();
              assertThat(advice.guards()).isNotEmpty();
            });
  }

  @Test
  void namesLettersAsComposeDoes() {
    assertThat(ADVICE.values())
        .map(Recommendation::move)
        .filteredOn(Move.Write.class::isInstance)
        .allSatisfy(move -> assertThat(LetterType.of(move.word())).isPresent());
  }

  @Test
  void saysTheSameAgain() throws InterruptedException {
    List<Recommendation> again = new ArrayList<>();
    new AdviceRun(new Dossiers(database), new Playbooks(database)).run(Orchard.NOW, again::add);
    assertThat(again)
        .isSortedAccordingTo((one, other) -> one.customer().id().compareTo(other.customer().id()))
        .hasSize(26)
        .allSatisfy(
            advice -> assertThat(advice).isEqualTo(ADVICE.get(advice.customer().id().value())));
  }
}
