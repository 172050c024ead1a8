package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FontsTest {
  @TempDir private Path folder;

  @Test
  void doesWithoutAFolder() {
    assertThat(Fonts.withFolder(folder.resolve("none")).face(Typeface.SERIF, 'A')).isPresent();
  }

  @Test
  void readsTheUsersFonts() throws IOException {
    Files.write(folder.resolve("Mono.ttf"), mono());
    Files.writeString(folder.resolve("README.txt"), "not a font");
    Files.writeString(folder.resolve("Mono.otf"), "OTTO");
    Files.writeString(folder.resolve("Mono.ttc"), "ttcf");
    assertThat(Fonts.withFolder(folder).face(Typeface.SERIF, 'A'))
        .hasValueSatisfying(face -> assertThat(face.name()).isEqualTo("LiberationSerif"));
  }

  @Test
  void refusesAFileThatIsNoFont() throws IOException {
    Path file = Files.writeString(folder.resolve("Fake.ttf"), "This is a text of some length.");
    assertThatThrownBy(() -> Fonts.withFolder(folder))
        .isInstanceOf(UnusableFontException.class)
        .hasMessage(
            "the font %s cannot be used: it is not a TrueType font; use a TrueType font (.ttf) or"
                + " take the file out of the font folder",
            file);
  }

  @Test
  void refusesATruncatedFont() throws IOException {
    Path file = Files.write(folder.resolve("Half.ttf"), Arrays.copyOf(mono(), 20_000));
    assertThatThrownBy(() -> Fonts.withFolder(folder))
        .isInstanceOf(UnusableFontException.class)
        .hasMessage(
            "the font %s cannot be used: it is damaged or not a font; use a TrueType font (.ttf)"
                + " or take the file out of the font folder",
            file);
  }

  @Test
  void refusesAnEmptyFont() throws IOException {
    Files.write(folder.resolve("Empty.ttf"), new byte[0]);
    assertThatThrownBy(() -> Fonts.withFolder(folder)).isInstanceOf(UnusableFontException.class);
  }

  @Test
  void kernsPairs() {
    FontFace serif = Fonts.builtIn().first(Typeface.SERIF);
    assertThat(serif.kerning('A', 'V')).isNegative();
    assertThat(serif.kerning('n', 'n')).isZero();
  }

  @Test
  void kernsPairsOfFontsThatHaveTheNewTableOnly() throws IOException {
    byte[] program = serif();
    FontFace old = FontFace.read("Serif.ttf", program);
    FontFace without = FontFace.read("Serif.ttf", renamed(program, "kern", "kerx"));
    for (String pair : List.of("AV", "To", "Yo", "P.", "nn")) {
      assertThat(without.kerning(pair.charAt(0), pair.charAt(1)))
          .isEqualTo(old.kerning(pair.charAt(0), pair.charAt(1)));
    }
  }

  @Test
  void saysWhichFontsOfTheFolderDoNotServe() throws IOException {
    Files.writeString(folder.resolve("NotoSansCJK-Regular.ttc"), "ttcf");
    Files.writeString(folder.resolve("Body.otf"), "OTTO");
    assertThat(Fonts.withFolder(folder).place())
        .isEqualTo(
            "the folder %s (Body.otf, NotoSansCJK-Regular.ttc cannot be used: only .ttf files can)",
            folder);
  }

  /** The font without a table: nobody asks for it under its new name. */
  private static byte[] renamed(byte[] program, String table, String to) {
    byte[] other = program.clone();
    String text = new String(program, StandardCharsets.ISO_8859_1);
    byte[] name = to.getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(name, 0, other, text.indexOf(table), name.length);
    return other;
  }

  private static byte[] serif() throws IOException {
    try (InputStream font = FontsTest.class.getResourceAsStream(Typeface.SERIF.resource())) {
      return Objects.requireNonNull(font).readAllBytes();
    }
  }

  private static byte[] mono() throws IOException {
    try (InputStream font =
        FontsTest.class.getResourceAsStream("/liberation/LiberationMono-Regular.ttf")) {
      return Objects.requireNonNull(font).readAllBytes();
    }
  }
}
