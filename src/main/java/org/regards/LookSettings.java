package org.regards;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.FontChoice;
import org.regards.pdf.Look;

/** The settings of how the sender's paper looks. */
final class LookSettings {
  private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");
  private static final int MOST_COLUMNS = 4;
  private static final int MOST_LINES = 5;

  private final Settings settings;

  LookSettings(Settings settings) {
    this.settings = settings;
  }

  /** Notes what is wrong; files are looked at when the first letter is printed. */
  void check(List<String> problems) {
    String colour = settings.value("stationery.colour");
    if (!colour.isEmpty() && !COLOUR.matcher(colour).matches()) {
      problems.add(
          "stationery.colour is \"%s\"; it wants six digits after a #, for example #1b414a"
              .formatted(colour));
    } else if (Look.contrast(colour()) < Look.LEAST_CONTRAST) {
      problems.add(
          String.format(
              Locale.ROOT,
              "stationery.colour is %s, which has a contrast of %.1f with white paper; small words"
                  + " need %.1f: take a darker one",
              colour,
              Look.contrast(colour()),
              Look.LEAST_CONTRAST));
    }
    List<List<String>> foot = foot();
    if (foot.size() > MOST_COLUMNS
        || foot.stream().anyMatch(column -> column.size() > MOST_LINES)) {
      problems.add(
          ("stationery.footer has %d columns, the longest of %d lines; there is room for %d columns"
                  + " of %d lines")
              .formatted(
                  foot.size(),
                  foot.stream().mapToInt(List::size).max().orElse(0),
                  MOST_COLUMNS,
                  MOST_LINES));
    }
  }

  Look look() {
    return new Look(path("stationery.logo"), colour(), path("stationery.signatures"), foot());
  }

  FontChoice fonts() {
    return new FontChoice(
        settings.value("stationery.font"), settings.value("stationery.heading_font"));
  }

  private @Nullable Path path(String name) {
    return settings.value(name).isEmpty() ? null : settings.path(name, "");
  }

  private int colour() {
    String colour = settings.value("stationery.colour");
    return colour.isEmpty() ? Look.plain().colour() : Integer.parseInt(colour.substring(1), 16);
  }

  /** Columns are set apart by a bar, lines by \n, which the file has made a line break already. */
  private List<List<String>> foot() {
    return Arrays.stream(settings.value("stationery.footer").replace("\\n", "\n").split("\\|"))
        .map(column -> column.lines().map(String::strip).filter(line -> !line.isEmpty()).toList())
        .filter(column -> !column.isEmpty())
        .toList();
  }
}
