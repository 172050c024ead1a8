package org.regards.document;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Figures as lengths. What it shows stands in a table too. */
public sealed interface Chart extends Element {
  String title();

  /** What it shows, in words, for whoever cannot see it. */
  String spoken();

  /**
   * A bar for each, the first on top.
   *
   * @param line from where on something is to be done, or null
   */
  record Bars(String title, List<Bar> bars, @Nullable Line line) implements Chart {
    public Bars {
      bars = List.copyOf(bars);
    }

    @Override
    public String spoken() {
      String all =
          bars.stream()
              .map(bar -> "%s %,d%s".formatted(bar.label, bar.value, bar.marked ? " (!)" : ""))
              .collect(Collectors.joining(", "));
      return line == null
          ? "%s: %s".formatted(title, all)
          : "%s: %s. %s: %,d".formatted(title, all, line.label, line.value);
    }

    /** The longest that is drawn. */
    public long most() {
      long most = bars.stream().mapToLong(Bar::value).max().orElse(0);
      return Math.max(1, line == null ? most : Math.max(most, line.value));
    }
  }

  /**
   * One bar.
   *
   * @param marked needs somebody's eye
   */
  record Bar(String label, long value, boolean marked) {}

  record Line(String label, long value) {}

  /** A column for each stretch of time, made of as many pieces as there are series. */
  record Columns(String title, List<String> labels, List<Series> series) implements Chart {
    public Columns {
      labels = List.copyOf(labels);
      series = List.copyOf(series);
    }

    @Override
    public String spoken() {
      return title
          + ": "
          + IntStream.range(0, labels.size())
              .mapToObj(
                  i ->
                      labels.get(i)
                          + " "
                          + series.stream()
                              .map(one -> "%s %,d".formatted(one.name, one.values.get(i)))
                              .collect(Collectors.joining(", ")))
              .collect(Collectors.joining("; "));
    }

    /** The height of the highest column. */
    public long most() {
      return Math.max(1, IntStream.range(0, labels.size()).mapToLong(this::total).max().orElse(0));
    }

    private long total(int column) {
      return series.stream().mapToLong(one -> one.values.get(column)).sum();
    }
  }

  record Series(String name, List<Long> values) {
    public Series {
      values = List.copyOf(values);
    }
  }

  /** The colours of series in their order, 0xRRGGBB; beyond them they begin anew. */
  static int colour(int series) {
    int[] colours = {0x1F4E5F, 0xC8743C, 0x6A8D73, 0x8A6FA8, 0xB59B3B, 0x7A7A7A};
    return colours[series % colours.length];
  }

  /** Of what needs somebody's eye. */
  static int alert() {
    return 0xB3402A;
  }
}
