package org.regards.pdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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

  private static byte[] mono() throws IOException {
    try (InputStream font =
        FontsTest.class.getResourceAsStream("/liberation/LiberationMono-Regular.ttf")) {
      return Objects.requireNonNull(font).readAllBytes();
    }
  }
}
