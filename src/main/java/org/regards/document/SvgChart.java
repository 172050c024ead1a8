package org.regards.document;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A chart as SVG within a page (SVG 2, 5.8: title and description for who cannot see it). */
final class SvgChart {
  private static final int WIDTH = 640;
  private static final int LABELS = 190;
  private static final int ROW = 24;
  private static final int BAR = 15;
  private static final int HEIGHT = 150;
  private static final int LEGEND_ROW = 18;

  private final StringBuilder svg = new StringBuilder();

  private SvgChart() {}

  /**
   * @param number of the chart on its page
   */
  static String of(Chart chart, int number) {
    SvgChart drawn = new SvgChart();
    switch (chart) {
      case Chart.Bars bars -> drawn.draw(bars, number);
      case Chart.Columns columns -> drawn.draw(columns, number);
    }
    return drawn.svg.append("</svg>\n").toString();
  }

  private void begin(Chart chart, int number, int height) {
    add(
        "<svg role=\"img\" aria-labelledby=\"chart%1$d chart%1$d-words\" viewBox=\"0 0 %2$d %3$d\""
            + " width=\"%2$d\" font-family=\"sans-serif\" font-size=\"12\">%n",
        number, WIDTH, height);
    add("<title id=\"chart%d\">%s</title>%n", number, HtmlPage.escaped(chart.title()));
    add("<desc id=\"chart%d-words\">%s</desc>%n", number, HtmlPage.escaped(chart.spoken()));
  }

  private void draw(Chart.Bars bars, int number) {
    Chart.@Nullable Line line = bars.line();
    begin(bars, number, bars.bars().size() * ROW + (line == null ? 4 : 22));
    double unit = (WIDTH - LABELS - 60.0) / bars.most();
    int y = 0;
    for (Chart.Bar bar : bars.bars()) {
      text(LABELS - 8, y + 14, "end", "#222", cut(bar.label()));
      rectangle(
          LABELS, y + 3, bar.value() * unit, BAR, bar.marked() ? Chart.alert() : Chart.colour(0));
      text(
          LABELS + bar.value() * unit + 6,
          y + 14,
          "start",
          "#222",
          "%,d%s".formatted(bar.value(), bar.marked() ? " !" : ""));
      y += ROW;
    }
    if (line != null) {
      double x = LABELS + line.value() * unit;
      add(
          "<line x1=\"%1$.1f\" y1=\"0\" x2=\"%1$.1f\" y2=\"%2$d\" stroke=\"#b3402a\""
              + " stroke-dasharray=\"4 3\"/>%n",
          x, y + 4);
      text(x, y + 17, "middle", "#8f2f1d", "%s: %,d".formatted(line.label(), line.value()));
    }
  }

  private void draw(Chart.Columns columns, int number) {
    int legend = columns.series().size() * LEGEND_ROW;
    begin(columns, number, HEIGHT + 30 + legend);
    double step = (double) WIDTH / Math.max(1, columns.labels().size());
    double unit = (HEIGHT - 16.0) / columns.most();
    for (int column = 0; column < columns.labels().size(); column++) {
      double bottom = HEIGHT;
      long total = 0;
      for (int i = 0; i < columns.series().size(); i++) {
        long value = columns.series().get(i).values().get(column);
        rectangle(
            column * step + step * 0.2,
            bottom - value * unit,
            step * 0.6,
            value * unit,
            Chart.colour(i));
        bottom -= value * unit;
        total += value;
      }
      text((column + 0.5) * step, bottom - 4, "middle", "#222", "%,d".formatted(total));
      text((column + 0.5) * step, HEIGHT + 16, "middle", "#222", columns.labels().get(column));
    }
    int y = HEIGHT + 26;
    for (int i = 0; i < columns.series().size(); i++) {
      rectangle(0, y, 12, 12, Chart.colour(i));
      text(18, y + 10, "start", "#222", columns.series().get(i).name());
      y += LEGEND_ROW;
    }
  }

  private void rectangle(double x, double y, double width, double height, int colour) {
    add(
        "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"#%06x\"/>%n",
        x, y, width, height, colour);
  }

  private void text(double x, double y, String anchor, String colour, String words) {
    add(
        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>%n",
        x, y, anchor, colour, HtmlPage.escaped(words));
  }

  private static String cut(String label) {
    return label.length() <= 28 ? label : label.substring(0, 27) + "…";
  }

  private void add(String form, Object... values) {
    svg.append(String.format(Locale.ROOT, form, values));
  }
}
