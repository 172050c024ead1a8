package org.regards.outbox;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What lies in the letters folder about the programs that sent from a store: {@code .outbox-STORE},
 * a file for each that has not been vouched for by a later one.
 */
final class WitnessFolder {
  private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final Path letters;

  WitnessFolder(Path letters) {
    this.letters = letters;
  }

  WitnessFile begin(String store, String token) {
    return new WitnessFile(folder(store).resolve(token));
  }

  List<Testimony> of(String store) {
    List<Testimony> all = new ArrayList<>();
    for (Path file : files(store)) {
      try {
        all.add(WitnessFile.read(file));
      } catch (NoSuchFileException vouchedForMeanwhile) {
        // Another worker has, who knows the store as it is now.
      } catch (IOException failure) {
        throw new WitnessException(file, failure);
      }
    }
    return List.copyOf(all);
  }

  /** A later worker's witness stands for these. */
  void forget(String store, List<String> tokens) {
    for (String token : tokens) {
      Path file = folder(store).resolve(token);
      try {
        Files.deleteIfExists(file);
      } catch (IOException failure) {
        throw new WitnessException(file, failure);
      }
    }
  }

  /** All of a store's, and their folder, unless something else lies in it. */
  void clear(String store) {
    try {
      for (Path file : files(store)) {
        Files.deleteIfExists(file);
      }
      Files.deleteIfExists(folder(store));
    } catch (DirectoryNotEmptyException notOurs) {
      // which stays
    } catch (IOException failure) {
      throw new WitnessException(folder(store), failure);
    }
  }

  private List<Path> files(String store) {
    Path folder = folder(store);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> TOKEN.matcher(String.valueOf(file.getFileName())).matches())
          .sorted()
          .toList();
    } catch (IOException failure) {
      throw new WitnessException(folder, failure);
    }
  }

  private Path folder(String store) {
    return letters.resolve(".outbox-" + store);
  }
}
