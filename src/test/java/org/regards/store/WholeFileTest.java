package org.regards.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir private Path folder;

  @Test
  void makesMissingFolders() throws IOException {
    Path file = folder.resolve("letters-out/may/L-12.pdf");
    WholeFile.write(file, "words".getBytes(UTF_8));
    assertThat(file).hasContent("words");
    assertThat(names(file.getParent())).containsExactly("L-12.pdf");
  }

  @Test
  void replacesWhatStoodThere() throws IOException {
    Path file = folder.resolve("L-12.pdf");
    WholeFile.write(file, "first".getBytes(UTF_8));
    WholeFile.write(file, new byte[] {});
    assertThat(file).hasSize(0);
    assertThat(names(folder)).containsExactly("L-12.pdf");
  }

  @Test
  void saysThatTheFolderIsAFile() throws IOException {
    Path blocked = Files.writeString(folder.resolve("out"), "a file");
    Path file = blocked.resolve("L-12.pdf");
    assertThatThrownBy(() -> WholeFile.write(file, new byte[1]))
        .isInstanceOf(FileNotWrittenException.class)
        .hasMessage(
            "%s was not written: %s is a file, not a folder; choose another place", file, blocked);
    assertThat(blocked).hasContent("a file");
  }

  @Test
  void saysThatAFolderHasTheName() throws IOException {
    Path taken = Files.createDirectories(folder.resolve("L-12.pdf/inside")).getParent();
    assertThatThrownBy(() -> WholeFile.write(taken, new byte[1]))
        .isInstanceOf(FileNotWrittenException.class)
        .hasMessage(
            "%s was not written: a folder has that name; choose another name", taken);
    assertThat(names(folder)).containsExactly("L-12.pdf");
  }

  private static List<String> names(Path directory) throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
