package org.regards.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class WindowCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsTheFigures() {
    assertThat(run("--envelope", "dl", "--fold", "din-b")).isZero();
    assertThat(out.toString())
        .isEqualToNormalizingNewlines(
            """
            A letter of form din-5008-b, folded din-b:
              envelope        dl, 220.0 × 110.0 mm
              window          90.0 × 45.0 mm, 20.0 mm from the left and 15.0 mm from the bottom
              folds           105.0 and 210.0 mm from the top
              folded sheet    210.0 × 105.0 mm
              it slips        10.0 mm across, 5.0 mm up and down
              always visible  x 20.0 to 100.0 mm, y 50.0 to 90.0 mm of the sheet
              may be visible  x 10.0 to 110.0 mm, y 45.0 to 95.0 mm of the sheet
              text height     40.0 mm, 8 lines; for the address from 62.7 mm: 27.3 mm, 75.0 mm wide
              address lines   6
              verdict         fits: an address of 6 lines
            """);
  }

  @Test
  void endsWithOneWhereNoAddressFits() throws IOException {
    assertThat(run("--envelope", "us-10", "--fold", "thirds", "--json")).isEqualTo(1);
    JsonNode figures = new ObjectMapper().readTree(out.toString());
    assertThat(figures.get("form").asText()).isEqualTo("us-10");
    assertThat(figures.get("fits").asBoolean()).isFalse();
    assertThat(figures.get("visible").get("bottom").asDouble()).isEqualTo(77.26);
    assertThat(figures.get("lines").asInt()).isEqualTo(2);
  }

  @Test
  void takesTheFormThatTheEnvelopeIsMadeFor() {
    run("--envelope", "dl-right");
    assertThat(out.toString()).startsWith("A letter of form french, folded thirds:");
  }

  @Test
  void drawsToAFile() throws IOException {
    Path pdf = folder.resolve("window.pdf");
    Path svg = folder.resolve("window.SVG");
    assertThat(run("--envelope", "dl", "--out", pdf.toString())).isZero();
    assertThat(run("--envelope", "c6", "--fold", "none", "--out", svg.toString())).isEqualTo(1);
    assertThat(Files.readString(pdf, java.nio.charset.StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-1.7");
    assertThat(Files.readString(svg)).contains("<svg ").contains("does not fit");
  }

  @Test
  void refusesAnotherKindOfFile() {
    assertThat(run("--envelope", "dl", "--out", folder.resolve("window.png").toString()))
        .isEqualTo(2);
    assertThat(err.toString()).contains("--out wants a file that ends in .pdf or .svg");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void listsWhatThereIs() {
    assertThat(run("--envelope", "dll")).isEqualTo(2);
    assertThat(err.toString())
        .contains("'dll' is not an envelope; there are: dl, c6-5, c5, uk-dl, ")
        .contains("220x110/90x45@20/15");
    assertThat(run("--envelope", "dl", "--fold", "fourths")).isEqualTo(2);
    assertThat(err.toString()).contains("'fourths' is no way to fold; there are: thirds, din-a,");
    assertThat(run("--envelope", "dl", "--form", "b")).isEqualTo(2);
    assertThat(err.toString()).contains("'b' is not a letter form; there are: din-5008-a,");
  }

  private int run(String... arguments) {
    String[] all = new String[arguments.length + 1];
    all[0] = "window";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    CommandLine line =
        CommandLines.make(
            options -> {
              throw new AssertionError("needs no house");
            },
            all);
    return line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err)).execute(all);
  }
}
