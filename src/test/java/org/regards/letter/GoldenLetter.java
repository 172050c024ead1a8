package org.regards.letter;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.regards.language.LetterLanguage;

/**
 * A letter as it shall be: {@code <tag>/<type>[.variant]/} with {@code request.txt}, what was asked
 * for, and {@code letter.txt}, what it must read like.
 */
record GoldenLetter(Path folder) {
  static final Path ROOT = Path.of("src/test/resources/letters");

  static List<GoldenLetter> all() {
    return folders(ROOT).flatMap(GoldenLetter::folders).map(GoldenLetter::new).toList();
  }

  String tag() {
    return folder.getName(folder.getNameCount() - 2).toString();
  }

  String typeWord() {
    return folder.getFileName().toString().replaceFirst("\\..*", "");
  }

  LetterLanguage language() {
    return LetterLanguage.of(tag()).orElseThrow();
  }

  TeaMerchant.Wanted wanted() {
    return TeaMerchant.Wanted.of(
        LetterType.of(typeWord()).orElseThrow(),
        read("request.txt").lines().filter(Predicate.not(String::isBlank)).toList());
  }

  String text() {
    return read("letter.txt");
  }

  List<String> files() {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static String asText(Letter letter) {
    return (letter.subject().isEmpty() ? "" : "Subject: " + letter.subjectText() + "\n\n")
        + LetterText.of(letter)
        + "\n";
  }

  @Override
  public String toString() {
    return ROOT.relativize(folder).toString();
  }

  private String read(String file) {
    try {
      return Files.readString(folder.resolve(file));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  static Stream<Path> folders(Path parent) {
    try (Stream<Path> entries = Files.list(parent)) {
      return entries.sorted().toList().stream();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
