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

/** Reading a draft by the rules, and changing it by them or by hand. */
final class ReviewCommandsTest {
  @TempDir private Path folder;
  private Terminal orchard;
  private Path file;

  @BeforeEach
  void composeOne() {
    orchard = new Terminal(folder.resolve("regards.db"), folder.resolve("letters"));
    file = folder.resolve("l-1.html");
    assertThat(orchard.run("import --json", Orchard.FILES.toString()).code()).isZero();
    assertThat(orchard.run("compose C-1017 --letter thank-you --as mk").code()).isZero();
  }

  @Test
  void hasNothingToSayOfALetterThatIsWell() {
    Terminal.Ended ended = orchard.run("review L-1");
    assertThat(ended.code()).as(ended.out()).isZero();
    assertThat(ended.out()).startsWith("L-1  thank-you to C-1017").contains("nothing to mend");
  }

  @Test
  void findsWhatAnAuthorWroteAndSaysWhere() throws IOException {
    edit("</p>\n</section>\n<section id=\"effect\">", " You failed to mention it.");
    Terminal.Ended ended = orchard.run("review L-1 --json");
    assertThat(ended.code()).isEqualTo(1);
    JsonNode letter = ended.json().get(0);
    assertThat(letter.get("letter").asText()).isEqualTo("L-1");
    assertThat(letter.get("blocked").asBoolean()).isTrue();
    JsonNode finding = letter.get("findings").get(0);
    assertThat(finding.get("rule").asText()).isEqualTo("BLAME-1");
    assertThat(finding.get("severity").asText()).isEqualTo("error");
    assertThat(finding.get("part").asText()).isEqualTo("event");
    assertThat(finding.get("words").asText()).isEqualTo("You failed");
    assertThat(finding.get("to").asInt() - finding.get("from").asInt()).isEqualTo(10);
    assertThat(orchard.run("approve L-1 --as jo --because kind").err()).contains("BLAME-1");
  }

  @Test
  void putsASuggestionIntoTheDraft() throws IOException {
    edit("</p>\n</section>\n<section id=\"effect\">", " It was not just another box.");
    assertThat(orchard.run("review L-1 --apply all").code()).isZero();
    assertThat(orchard.run("letter L-1").out()).contains("It was not another box.");
    assertThat(orchard.run("audit --record letter/L-1").out()).contains("edited");
  }

  @Test
  void takesNoEditThatMakesUpAFact() throws IOException {
    String before = orchard.run("letter L-1").out();
    write(read().replaceFirst("(<data value=\"[^\"]*\"[^>]*>)[^<]*", "$1something else"));
    Terminal.Ended ended = orchard.run("edit L-1", file.toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err()).contains("something else");
    assertThat(orchard.run("letter L-1").out()).isEqualTo(before);
  }

  @Test
  void takesNoEditOfWhatChangedMeanwhile() throws IOException {
    String first = read();
    edit("</p>\n</section>\n<section id=\"effect\">", " We read it out.");
    write(first);
    Terminal.Ended ended = orchard.run("edit L-1", file.toString());
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.err())
        .startsWith("L-1 was changed by somebody else since it was read; nothing was kept.");
    assertThat(orchard.run("letter L-1").out()).contains("We read it out.");
  }

  @Test
  void namesALetterThatIsNotThere() {
    assertThat(orchard.run("review L-99").code()).isEqualTo(1);
    assertThat(orchard.run("review L-99").err()).contains("L-99");
  }

  private void edit(String before, String words) throws IOException {
    String text = read();
    assertThat(text).contains(before);
    write(text.replace(before, words + before));
    Terminal.Ended ended = orchard.run("edit L-1", file.toString());
    assertThat(ended.code()).as(ended.err()).isZero();
  }

  private String read() throws IOException {
    assertThat(orchard.run("edit L-1 --to", file.toString()).code()).isZero();
    return Files.readString(file);
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }
}
