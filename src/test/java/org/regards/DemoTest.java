package org.regards;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.cli.CommandLines;
import org.regards.language.LetterLanguage;
import org.regards.letter.LetterType;
import org.regards.pdf.VeraPdf;

/** The demonstration: a letter of every type, in a place of its own. */
class DemoTest {
  @TempDir private Path folder;

  @Test
  void writesALetterOfEveryType() throws IOException {
    Terminal.Ended ended = demo("--json");
    assertThat(ended.code()).as(ended.err()).isZero();
    assertThat(values(ended.json(), "type"))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(LetterType.values()).map(LetterType::word).toList());
    assertThat(values(ended.json(), "language"))
        .containsAll(Arrays.stream(LetterLanguage.values()).map(LetterLanguage::tag).toList());
    assertThat(values(ended.json(), "letter")).allMatch(id -> id.matches("L-\\d+"));
    List<String> pdfs =
        values(ended.json(), "file").stream().filter(file -> file.endsWith(".pdf")).toList();
    assertThat(pdfs).hasSize(5);
    assertThat(values(ended.json(), "file"))
        .hasSize(10)
        .allSatisfy(file -> assertThat(Path.of(file)).isNotEmptyFile());
    for (String pdf : pdfs) {
      assertThat(VeraPdf.broken(Files.readAllBytes(Path.of(pdf)))).as(pdf).isEmpty();
    }
  }

  @Test
  void beginsAnewEachTime() throws IOException {
    Terminal.Ended first = demo();
    assertThat(first.out()).contains("No mail left this machine. Try next:");
    List<Path> files = files(folder);
    assertThat(demo().code()).isZero();
    assertThat(files(folder)).isEqualTo(files);
    assertThat(
            Terminal.bare("show", "T-101", "--store", folder.resolve("demo.db").toString()).code())
        .isZero();
  }

  @Test
  void hasNothingToDoWithTheSettings(@TempDir Path work) throws IOException {
    Files.writeString(work.resolve(Settings.FILE), "busines.name = Fern");
    Files.writeString(
        Files.createDirectory(work.resolve("own")).resolve("thank-you.ftlh"), "<#broken");
    Files.writeString(
        Files.createDirectory(work.resolve("fonts")).resolve("Fake.ttf"), "not a font at all");
    Map<String, String> environment =
        Map.of(
            "REGARDS_TEMPLATES", "own",
            "REGARDS_STORE", work.resolve("mine.db").toString(),
            "REGARDS_SMTP_HOST", "smtp.orchard.example",
            "REGARDS_SMTP_PORT", "none");
    StringWriter heard = new StringWriter();
    int code =
        CommandLines.make(options -> Wiring.open(options, work, environment), "demo")
            .setOut(new PrintWriter(heard))
            .setErr(new PrintWriter(heard))
            .execute("demo", "--out", folder.toString());
    assertThat(code).as(heard.toString()).isZero();
    assertThat(work.resolve("mine.db")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "regards.db",
        "L-000001-thank-you-C-1017.pdf",
        "sandbox/L-000012-thank-you-C-1017.eml"
      })
  void leavesFolderOfRealLettersAlone(String file) throws IOException {
    Path real = folder.resolve(file);
    Files.createDirectories(real.getParent());
    Files.writeString(real, "real");
    Terminal.Ended ended = demo();
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .isEqualTo(
            "%s holds letters or a store that no demonstration made, such as %s. Name another folder"
                    .formatted(folder, real)
                + " with --out FOLDER.\n");
    assertThat(files(folder)).containsExactly(real);
  }

  private Terminal.Ended demo(String... arguments) {
    return Terminal.bare(
        Stream.concat(Stream.of("demo", "--out", folder.toString()), Stream.of(arguments))
            .toArray(String[]::new));
  }

  private static List<String> values(JsonNode letters, String field) {
    return letters.findValuesAsText(field);
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Test
  void refusesAFileInThePlaceOfItsFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Terminal.Ended ended = Terminal.bare("demo", "--out", file.toString());
    assertThat(ended.code()).isEqualTo(2);
    assertThat(ended.err())
        .startsWith(file + " is a file, not a folder; name another place with --out\n");
  }
}
