package org.regards.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Which files an import takes, each with what is in it, in the order in which they refer to each
 * other.
 */
final class Sources {
  /** What refers comes after what it refers to. */
  static final List<Sheet<?>> SHEETS =
      List.of(
          new PolicySheet(),
          new StaffSheet(),
          new CustomerSheet(),
          new OrderSheet(),
          new CaseSheet(),
          new InteractionSheet());

  private static final Set<String> ENDINGS = Set.of("csv", "tsv", "txt");
  private static final Pattern REJECTS = Pattern.compile("\\.rejects(-\\d+)?$");

  private final List<Source> sources = new ArrayList<>();
  private final List<FileReport> skipped = new ArrayList<>();

  record Source(Path file, Sheet<?> sheet) {}

  private Sources() {}

  static Sources of(List<Path> filesAndFolders) {
    if (filesAndFolders.isEmpty()) {
      throw new ImportRefusedException(
          "No file is named to import. Name a folder that holds some of %s, or such files."
              .formatted(names()));
    }
    for (Path path : filesAndFolders) {
      if (!Files.exists(path)) {
        throw new ImportRefusedException(
            "There is no file or folder %s. Nothing was imported; correct the name."
                .formatted(path));
      }
    }
    Sources all = new Sources();
    Set<Path> named = new HashSet<>();
    for (Path path : filesAndFolders) {
      if (Files.isDirectory(path)) {
        all.addFolder(path, named);
      } else if (named.add(path.toAbsolutePath().normalize())) {
        all.addFile(path);
      }
    }
    all.sources.sort(Comparator.comparingInt(source -> SHEETS.indexOf(source.sheet())));
    return all;
  }

  List<Source> inOrder() {
    return sources;
  }

  List<FileReport> skipped() {
    return skipped;
  }

  private void addFolder(Path folder, Set<Path> named) {
    int before = sources.size();
    for (Path file : files(folder)) {
      Optional<Sheet<?>> sheet = isRejects(file) ? Optional.empty() : byName(file);
      if (sheet.isPresent() && named.add(file.toAbsolutePath().normalize())) {
        sources.add(new Source(file, sheet.get()));
      } else if (sheet.isEmpty()) {
        skipped.add(
            new FileReport.Skipped(
                file,
                isRejects(file)
                    ? "rejects of an earlier import; name it by itself to import it"
                    : "not one of " + names()));
      }
    }
    if (sources.size() == before) {
      throw new ImportRefusedException(
          "The folder %s holds none of %s. Nothing was imported; name the folder of an export."
              .formatted(folder, names()));
    }
  }

  private void addFile(Path file) {
    Optional<Sheet<?>> sheet = byName(file).or(() -> byHeader(file));
    if (sheet.isEmpty()) {
      throw new ImportRefusedException(
          "%s is none of the files that can be imported. Nothing was imported; name it as one of %s."
              .formatted(file, names()));
    }
    sources.add(new Source(file, sheet.get()));
  }

  private static Optional<Sheet<?>> byName(Path file) {
    String name = stem(file).toLowerCase(Locale.ROOT);
    return ENDINGS.contains(ending(file))
        ? SHEETS.stream().filter(sheet -> sheet.name().equals(name)).findFirst()
        : Optional.empty();
  }

  private static Optional<Sheet<?>> byHeader(Path file) {
    try (CsvFile csv = CsvFile.open(file)) {
      Header header = Header.of(csv.header());
      return SHEETS.stream().filter(sheet -> header.holdsAll(sheet.columns())).findFirst();
    } catch (RefusedFileException unreadable) {
      throw new ImportRefusedException(String.valueOf(unreadable.getMessage()));
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException failure) {
      throw new ImportRefusedException(
          "The folder %s cannot be read. Nothing was imported; allow reading it."
              .formatted(folder));
    }
  }

  private static boolean isRejects(Path file) {
    return REJECTS.matcher(withoutEnding(file)).find();
  }

  /** The name without ending; {@code customers.rejects-2.csv} has the stem {@code customers}. */
  static String stem(Path file) {
    return REJECTS.matcher(withoutEnding(file)).replaceFirst("");
  }

  private static String withoutEnding(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot < 1 ? name : name.substring(0, dot);
  }

  private static String ending(Path file) {
    String name = String.valueOf(file.getFileName());
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String names() {
    return Shown.either(SHEETS.toArray(Sheet<?>[]::new), sheet -> sheet.name() + ".csv");
  }
}
