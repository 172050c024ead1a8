package org.regards.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
  @TempDir Path folder;

  @Test
  void makesTheFoldersAndLeavesNothingElse() throws Exception {
    Path file = folder.resolve("a/b/letter.pdf");
    WholeFile.write(file, new byte[] {1, 2, 3});
    assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
    try (var files = Files.list(file.getParent())) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void takesThePlaceOfWhatWasThere() throws Exception {
    Path file = Files.writeString(folder.resolve("letter.pdf"), "an older and longer one");
    WholeFile.write(file, new byte[] {1});
    assertThat(file).hasBinaryContent(new byte[] {1});
  }

  @Test
  void saysThatAFolderIsMissing() {
    assertThat(WholeFile.reason(new java.nio.file.NoSuchFileException("/proc/x")))
        .isEqualTo("the folder above it does not exist");
  }

  @Test
  void leavesNothingWhenItCannotBeWritten() throws Exception {
    Path file = Files.createDirectories(folder.resolve("letter.pdf/full")).getParent();
    assertThatThrownBy(() -> WholeFile.write(file, new byte[] {1}))
        .isInstanceOf(WholeFileException.class)
        .hasMessageStartingWith("The file " + file + " could not be written: ");
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }
}
