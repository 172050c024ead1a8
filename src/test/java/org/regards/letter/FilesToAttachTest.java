package org.regards.letter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilesToAttachTest {
  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "terms.pdf, application/pdf",
    "Photo.JPG, image/jpeg",
    "offer.odt, application/vnd.oasis.opendocument.text",
    "plan.dwg, application/octet-stream",
    "README, application/octet-stream"
  })
  void knowsAKindByItsEnding(String name, String mediaType) {
    assertThat(read(name, "words").mediaType()).isEqualTo(mediaType);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.exe",
        "A.EXE",
        "a.js",
        "invoice.pdf.scr",
        "a.exe.",
        "a.bat. ",
        "a.docm",
        "a.html",
        "a.lnk",
        "a.svg"
      })
  void refusesPrograms(String name) {
    assertThat(problems(write(name, "words".getBytes(UTF_8))))
        .singleElement()
        .asString()
        .contains("mail systems take such files for an attack");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MZ\u0090", "\u007fELF", "#!/bin/sh"})
  void refusesAProgramOfAnotherName(String beginning) {
    assertThat(problems(write("photo.png", beginning.getBytes(UTF_8))))
        .singleElement()
        .asString()
        .endsWith("is a program, whatever its name says; send a document or a picture.");
  }

  @Test
  void refusesWhatIsTooLargeWithoutReadingIt() throws IOException {
    Path film = folder.resolve("film.mp4");
    try (RandomAccessFile file = new RandomAccessFile(film.toFile(), "rw")) {
      file.setLength(30_000_000);
    }
    assertThat(problems(film))
        .containsExactly(
            "The files have 30 MB together, and a letter takes 20 MB: many mailboxes refuse more."
                + " Send a link, or make them smaller (setting mail.attachment_limit).");
  }

  @Test
  void saysAllThatIsWrong() throws IOException {
    Path missing = folder.resolve("missing.pdf");
    Path empty = write("empty.pdf", new byte[0]);
    assertThat(problems(missing, Files.createDirectory(folder.resolve("all")), empty))
        .containsExactly(
            missing + " cannot be read; look whether the name is right and you may read it.",
            folder.resolve("all") + " is a folder; name the files in it, or a .zip of it.",
            empty + " is empty.");
  }

  @Test
  void makesANameOneLineThatReadsAsItIs() {
    assertThat(read("a\u202Eb\nc\u2028d.txt", "words").name()).isEqualTo("a_b_c_d.txt");
    assertThat(read("Zoe\u0308.txt", "words").name()).isEqualTo("Zoë.txt");
  }

  private AttachedFile read(String name, String words) {
    return ((FilesToAttach.Read)
            FilesToAttach.read(
                List.of(write(name, words.getBytes(UTF_8))), FilesToAttach.USUAL_LIMIT))
        .files()
        .getFirst()
        .file();
  }

  private static List<String> problems(Path... files) {
    return ((FilesToAttach.Refused) FilesToAttach.read(List.of(files), FilesToAttach.USUAL_LIMIT))
        .problems();
  }

  private Path write(String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
