package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.intake.Orchard;
import org.regards.pdf.VeraPdf;

/** The commands that write papers, reports and evidence, on the sample business. */
class PaperCommandsTest {
  private static final String AS_OF = " --as-of 2026-11-20T09:00:00Z";

  @TempDir private Path folder;
  private Terminal orchard;

  @BeforeEach
  void open() {
    Orchard.store(folder).close();
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "legal-brief C-1004",
        "incident-log",
        "incident-log C-1008 --from 2026-11-01",
        "staff-note C-1008",
        "authority-checklist C-1009"
      })
  void writesAValidPaperThatIsNotToBeMailed(String paper) throws IOException {
    Path file = folder.resolve("paper.pdf");
    Terminal.Ended ended =
        orchard.run("paper " + paper + AS_OF + " --as ss --pdf", file.toString());

    assertThat(ended.err()).isEmpty();
    assertThat(ended.out()).endsWith(" lies in " + file + ". Internal – not to be mailed.\n");
    byte[] pdf = Files.readAllBytes(file);
    assertThat(VeraPdf.broken(pdf)).isEmpty();
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (int page = 1; page <= document.getNumberOfPages(); page++) {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(page);
        text.setEndPage(page);
        assertThat(text.getText(document).replace('\u00a0', ' '))
            .contains("Internal – not to be mailed");
      }
      if (paper.startsWith("staff-note")) {
        assertThat(document.getNumberOfPages()).isEqualTo(1);
      }
    }
  }

  @Test
  void papersLieByThemselves() {
    assertThat(
            orchard
                .run("paper legal-brief C-1004 --as ss --json" + AS_OF)
                .json()
                .at("/files/0")
                .textValue())
        .isEqualTo(folder.resolve("letters/papers/legal-brief-C-1004-2026-11-20.pdf").toString());
    assertThat(orchard.run("letters --json").json()).isEmpty();
  }

  @Test
  void saysWhyThereIsNoRequestToASite() {
    Terminal.Ended refused =
        orchard.run("paper platform-request C-1008 --as ss" + AS_OF, "--rule", "Rule 3: be kind");

    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.err())
        .isEqualTo(
            """
            No platform-request was written:
              counsel has not released it; they do so with: regards counsel C-1008 allow --for platform-request --because … --as STAFF
              nothing is kept of the posts; keep each first: regards evidence add C-1008 --url … --seen … --file …
            """);
  }

  @Test
  void evidenceShowsWhatWasChanged() throws IOException {
    Path picture = Files.write(folder.resolve("post.png"), new byte[] {1, 2, 3});
    Terminal.Ended kept =
        orchard.run(
            "evidence add C-1008 --url https://social.example/p/1 --seen 2026-11-13T19:05:00Z --as"
                + " ss --file",
            picture.toString());
    assertThat(kept.out())
        .isEqualTo(
            "E-1 of C-1008 is kept as E-1-039058c6f2c0.png, SHA-256"
                + " 039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81.\n");
    assertThat(orchard.run("evidence --verify").out()).endsWith("All is as it was kept.\n");

    Files.write(folder.resolve("letters/evidence/E-1-039058c6f2c0.png"), new byte[] {9});
    Terminal.Ended changed = orchard.run("evidence C-1008 --verify");
    assertThat(changed.code()).isEqualTo(1);
    assertThat(changed.out())
        .contains("E-1: the file ", "has been changed: its SHA-256 was 039058c6")
        .endsWith("1 of 1 piece not as it was kept.\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"team", "causes", "exceptions", "drift", "training"})
  void reportsStandOnPaperInTheBrowserAndForScripts(String report) throws IOException {
    Path pdf = folder.resolve("report.pdf");
    Path html = folder.resolve("report.html");
    orchard.run("report " + report + AS_OF + " --pdf", pdf.toString(), "--html", html.toString());

    assertThat(VeraPdf.broken(Files.readAllBytes(pdf))).isEmpty();
    String page = Files.readString(html);
    assertThat(page)
        .contains(
            "<html lang=\"en\">",
            "<main>",
            "<svg role=\"img\" aria-labelledby=\"chart1 chart1-words\"")
        .contains("<title id=\"chart1\">", "<desc id=\"chart1-words\">", "<th scope=\"col\"")
        .doesNotContain("<script", "http://", "https://");
    assertThat(Pattern.compile("<h1>").matcher(page).results()).hasSize(1);
    assertThat(orchard.run("report " + report + " --json" + AS_OF).json().get("report").textValue())
        .isEqualTo(report);
    assertThat(orchard.run("report " + report + AS_OF).out()).isNotBlank();
  }

  @Test
  void teamReportForScriptsHasFigures() {
    var people = orchard.run("report team --json" + AS_OF).json().get("people");

    assertThat(people.get(0).toString())
        .isEqualTo(
            "{\"staff\":\"mk\",\"name\":\"Maria Keller\",\"role\":\"agent\",\"now\":9,\"most\":10,"
                + "\"most_until\":\"2026-11-18\",\"all\":11}");
  }

  @Test
  void playbookOnPaperHasEveryPolicyAndWhatCustomersReadOnlyThePublished() throws IOException {
    Path all = folder.resolve("all.pdf");
    Path open = folder.resolve("open.pdf");
    orchard.run("playbook export" + AS_OF + " --pdf", all.toString());
    orchard.run("playbook export --public" + AS_OF + " --pdf", open.toString());

    assertThat(text(all))
        .contains("R-1 v2", "R-2 v1", "R-3 v3", "G-1 v1", "C-1 v1", "N-1 v1")
        .contains("Never", "cooling-off", "abuse of staff");
    assertThat(text(open))
        .contains("R-1 v2", "Terms 4.1", "Fruit is picked ripe.", "C-1 v1")
        .doesNotContain("G-1", "Goodwill", "GBP", "agent");
    assertThat(VeraPdf.broken(Files.readAllBytes(all))).isEmpty();
    assertThat(VeraPdf.broken(Files.readAllBytes(open))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"paper", "report", "evidence", "evidence add"})
  void helpShowsAnExample(String command) {
    assertThat(orchard.run(command + " --help").out()).contains("Example", "  regards " + command);
  }

  @Test
  void refusesWhatItDoesNotKnow() {
    assertThat(orchard.run("report mood").err())
        .contains("there is no report 'mood'; there is team, causes, exceptions, drift, training");
    assertThat(orchard.run("paper diary C-1004 --as ss").err())
        .contains("there is no paper 'diary'; there is legal-brief, incident-log, staff-note");
    assertThat(orchard.run("paper legal-brief --as ss").err())
        .contains("Name the customer: regards paper legal-brief CUSTOMER");
    assertThat(orchard.run("report team --from 2026-12-01 --to 2026-11-01").err())
        .contains("--from 2026-12-01 is after --to 2026-11-01");
  }

  private static String text(Path pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }
}
