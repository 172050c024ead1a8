package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.regards.intake.Orchard;
import org.regards.pdf.VeraPdf;

/** Envelopes and labels from the command line. */
class AddressCommandsTest {
  @TempDir private static Path folder;
  private static Terminal orchard;
  private static String letter;

  @BeforeAll
  static void writeALetter() {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    orchard.run("import", Orchard.FILES.toString());
    letter =
        orchard
            .run("compose C-1017 --letter thank-you --channel print --as-of=2026-11-20")
            .firstLine();
  }

  @Test
  void envelopeLiesInTheLettersFolder() throws Exception {
    Path file = folder.resolve("letters/envelopes-c6-%s.pdf".formatted(letter));
    Terminal.Ended ended = orchard.run("envelope --size c6", letter);
    assertThat(ended.out()).isEqualTo(file + " holds 1 envelope of size c6.\n");
    assertThat(ended.code()).isZero();
    assertThat(VeraPdf.broken(Files.readAllBytes(file))).isEmpty();
  }

  @Test
  void envelopeTakesTheSizeAsAmericansSayIt() {
    assertThat(orchard.run("envelope --size #10", letter).out())
        .endsWith("holds 1 envelope of size us-10.\n");
  }

  @Test
  void labelsComeForLettersAndCustomersAndSayWhereToGoOn() throws Exception {
    Path file = folder.resolve("friday.pdf");
    Terminal.Ended ended =
        orchard.run(
            "labels --sheet L7160 --start-at 20",
            letter,
            "C-1001",
            "C-1002",
            "--file",
            file.toString());
    assertThat(ended.out())
        .isEqualTo(
            file
                + " holds 3 labels on 2 sheets l7160.\n"
                + "The next free label of the last sheet: --start-at 2\n");
    assertThat(ended.code()).isZero();
    assertThat(VeraPdf.broken(Files.readAllBytes(file))).isEmpty();
  }

  @Test
  void noLabelForWhoAskedNotToBeWrittenTo() {
    Terminal.Ended ended = orchard.run("labels --sheet l7160 C-1025 C-1001");
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.out()).contains("holds 1 label on 1 sheet l7160.");
    assertThat(ended.err()).startsWith("C-1025 is not printed: C-1025 asked not to be written to");
  }

  @Test
  void tellsScriptsWhatIsPrintedAndWhatIsNot() {
    Terminal.Ended ended = orchard.run("labels --sheet 5160 --json C-1025 C-1001");
    assertThat(ended.json().at("/files/0/printed/0").asText()).isEqualTo("C-1001");
    assertThat(ended.json().at("/files/0/pages").asInt()).isEqualTo(1);
    assertThat(ended.json().at("/refused/0/name").asText()).isEqualTo("C-1025");
  }

  @Test
  void calibrationPageNeedsNoStore() {
    Path file = folder.resolve("calibration.pdf");
    Terminal.Ended ended =
        Terminal.bare(
            "labels",
            "--sheet",
            "5163",
            "--calibrate",
            "--file",
            file.toString(),
            "--store",
            folder.resolve("none.db").toString());
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(file).exists();
    assertThat(folder.resolve("none.db")).doesNotExist();
  }

  @Test
  void labelsAndEnvelopesComeForTheQueueAndForARun() {
    String queued =
        orchard
            .run("compose C-1017 --letter thank-you --channel print --as-of=2026-11-21")
            .firstLine();
    assertThat(orchard.run("queue", orchard.approved(queued)).code()).isZero();
    assertThat(orchard.run("labels --sheet l7160 --queued --json").json().at("/files/0/printed/0"))
        .asString()
        .contains(queued);
    assertThat(orchard.run("print-run").code()).isZero();
    assertThat(orchard.run("envelope --run R-1 --size c6 --json").json().at("/files/0/printed/0"))
        .asString()
        .contains(queued);
    Terminal.Ended none = orchard.run("labels --sheet l7160 --queued");
    assertThat(none.err()).isEqualTo("No letter waits for a print run.\n");
    assertThat(none.code()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "labels C-1001|Missing required option: '--sheet=SHEET'",
        "labels --sheet l7160|Say whose labels: name letters (L-12) or customers, or",
        "labels --sheet 5161 C-1001|Invalid value for option '--sheet': There is no label sheet"
            + " '5161'; there are 5160 (30 of 66.7 × 25.4 mm on US Letter), 5163 (10 of",
        "labels --sheet l7163 --start-at 15 C-1001|--start-at is 15; a sheet l7163 has the labels"
            + " 1 to 14.",
        "labels --sheet l7163 --start-at 0 C-1001|--start-at is 0; a sheet l7163 has the labels 1"
            + " to 14.",
        "labels --sheet l7163 --offset-x 11 C-1001|--offset-x and --offset-y are millimetres"
            + " between -10 and 10;",
        "labels --sheet l7163 --offset-y NaN C-1001|--offset-x and --offset-y are millimetres",
        "labels --sheet l7160 --queued C-1001|Say whose labels: ",
        "envelope|Say whose envelopes: name letters (L-12), or --queued, or --run RUN.",
        "envelope --run 3|Invalid value for option '--run': '3' is not the number of a print run",
        "envelope L-1 --size c7|Invalid value for option '--size': 'c7' is not an envelope; there"
            + " are: "
      })
  void saysWhatIsWrong(String command, String message) {
    Terminal.Ended ended = orchard.run(command);
    assertThat(ended.err()).startsWith(message);
    assertThat(ended.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "labels --sheet l7160 L-999,There is no letter L-999.",
    "labels --sheet l7160 C-99999,There is no customer C-99999",
    "envelope L-999,There is no letter L-999.",
    "envelope --run R-77,There is no print run R-000077"
  })
  void namesWhatThereIsNot(String command, String message) {
    Terminal.Ended ended = orchard.run(command);
    assertThat(ended.err()).startsWith(message);
    assertThat(ended.code()).isEqualTo(1);
  }
}
