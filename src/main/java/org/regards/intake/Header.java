package org.regards.intake;

import static java.util.stream.Collectors.joining;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** The first row of a file: which column stands where. Names are read without regard to case. */
final class Header {
  /** What a file of rejects has beyond the columns of its kind. */
  static final List<String> REJECT_COLUMNS = List.of("line", "reason");

  private final List<String> names;
  private final Map<String, Integer> places = new HashMap<>();

  private Header(List<String> names) {
    this.names = names;
    for (int place = 0; place < names.size(); place++) {
      places.putIfAbsent(names.get(place), place);
    }
  }

  static Header of(CsvRecord row) {
    List<String> names = new ArrayList<>();
    for (String name : row.getFields()) {
      names.add(name.strip().toLowerCase(Locale.ROOT));
    }
    while (!names.isEmpty() && names.getLast().isEmpty()) {
      names.removeLast();
    }
    return new Header(names);
  }

  int width() {
    return names.size();
  }

  int place(String column) {
    Integer place = places.get(column);
    if (place == null) {
      throw new IllegalArgumentException("no such column was checked: " + column);
    }
    return place;
  }

  boolean holdsAll(List<String> columns) {
    return places.keySet().containsAll(columns);
  }

  /** Refuses a header that lacks a column or names one twice, with all of them. */
  void check(Path file, long line, Sheet<?> sheet) {
    List<String> missing = named(sheet.columns(), column -> !places.containsKey(column));
    List<String> twice =
        named(sheet.columns(), column -> names.indexOf(column) != names.lastIndexOf(column));
    if (!missing.isEmpty()) {
      throw RefusedFileException.of(
          new Problem(
              file,
              line,
              0,
              "the %s %s missing, expected %s"
                  .formatted(
                      columns(missing),
                      missing.size() == 1 ? "is" : "are",
                      String.join(",", sheet.columns()))));
    }
    if (!twice.isEmpty()) {
      throw RefusedFileException.of(
          new Problem(
              file,
              line,
              names.lastIndexOf(twice.getFirst()) + 1,
              "the %s %s more than once, expected each once"
                  .formatted(columns(twice), twice.size() == 1 ? "stands" : "stand")));
    }
  }

  /** Those that no column of the kind goes by. */
  List<String> unknown(Sheet<?> sheet) {
    Set<String> known = Set.copyOf(sheet.columns());
    return named(
        names, name -> !name.isEmpty() && !known.contains(name) && !REJECT_COLUMNS.contains(name));
  }

  static String columns(List<String> names) {
    return (names.size() == 1 ? "column " : "columns ")
        + names.stream().map(name -> Shown.of(name).replace("\"", "")).collect(joining(", "));
  }

  private static List<String> named(List<String> names, Predicate<String> which) {
    return names.stream().filter(which).distinct().toList();
  }
}
