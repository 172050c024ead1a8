package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.document.Chart;

/** A chart on paper: one figure with its words as alternative. Used by one thread. */
final class PaperChart implements Line.Drawn {
  private static final float ROW = 17;
  private static final float BAR = 10;
  private static final float LABELS = 130;
  private static final float AFTER = 45;
  private static final float COLUMNS = 110;
  private static final float UNDER_COLUMNS = 18;
  private static final float LEGEND = 13;
  private static final float PATCH = 8;
  private static final Style LABEL = new Style(Typeface.SANS, 8, Ink.BLACK);

  private final Chart chart;
  private final Pen pen;
  private final HonestText honest;
  private final Ink ink;
  private final float width;
  private final Tag parent;

  PaperChart(Chart chart, Fonts fonts, HonestText honest, Ink ink, float width, Tag parent) {
    this.chart = chart;
    this.pen = new Pen(fonts, new ArrayList<>());
    this.honest = honest;
    this.ink = ink;
    this.width = width;
    this.parent = parent;
  }

  float height() {
    return switch (chart) {
      case Chart.Bars bars -> bars.bars().size() * ROW + (bars.line() == null ? 0 : 14);
      case Chart.Columns columns -> COLUMNS + UNDER_COLUMNS + columns.series().size() * LEGEND;
    };
  }

  @Override
  public void at(float x, float y, List<Mark> marks) {
    Tag figure = parent.figure(new Tag.Figure(chart.spoken(), x, y, width, height()));
    switch (chart) {
      case Chart.Bars bars -> draw(bars, x, y, figure, marks);
      case Chart.Columns columns -> draw(columns, x, y, figure, marks);
    }
  }

  private void draw(Chart.Bars bars, float x, float y, Tag figure, List<Mark> marks) {
    float unit = (width - LABELS - AFTER) / bars.most();
    Operators usual = new Operators(ink);
    Operators marked = new Operators(DocumentFrame.ALERT);
    for (int i = 0; i < bars.bars().size(); i++) {
      Chart.Bar bar = bars.bars().get(i);
      float bottom = -(i * ROW + (ROW + BAR) / 2);
      (bar.marked() ? marked : usual).rectangle(LABELS, bottom, bar.value() * unit, BAR);
    }
    Chart.@Nullable Line line = bars.line();
    if (line != null) {
      float rows = bars.bars().size() * ROW;
      for (float dash = 0; dash < rows; dash += 5) {
        marked.rectangle(LABELS + line.value() * unit, -dash - 3, 0.6f, 3);
      }
    }
    marks.add(new Mark.Drawing(x, y, usual.filled(), figure));
    marks.add(new Mark.Drawing(x, y, marked.filled(), figure));
    for (int i = 0; i < bars.bars().size(); i++) {
      Chart.Bar bar = bars.bars().get(i);
      float baseline = y + i * ROW + ROW / 2 + LABEL.size() * 0.36f;
      List<TextRun> name = fitting(bar.label());
      write(x + LABELS - 6 - Pen.width(name), baseline, name, figure, marks);
      String value = "%,d%s".formatted(bar.value(), bar.marked() ? " !" : "");
      write(x + LABELS + bar.value() * unit + 5, baseline, runs(value), figure, marks);
    }
    if (line != null) {
      List<TextRun> words = runs("%s: %,d".formatted(line.label(), line.value()));
      float middle = x + LABELS + line.value() * unit - Pen.width(words) / 2;
      float left = Math.min(Math.max(middle, x), x + width - Pen.width(words));
      write(left, y + bars.bars().size() * ROW + 10, words, figure, marks);
    }
  }

  private void draw(Chart.Columns columns, float x, float y, Tag figure, List<Mark> marks) {
    int count = Math.max(1, columns.labels().size());
    float step = width / count;
    float unit = (COLUMNS - 12) / columns.most();
    float[] tops = new float[count];
    long[] totals = new long[count];
    for (int i = 0; i < columns.series().size(); i++) {
      Operators pieces = new Operators(Ink.of(Chart.colour(i)));
      for (int column = 0; column < columns.labels().size(); column++) {
        long value = columns.series().get(i).values().get(column);
        pieces.rectangle(
            column * step + step * 0.2f, tops[column] - COLUMNS, step * 0.6f, value * unit);
        tops[column] += value * unit;
        totals[column] += value;
      }
      float patch = COLUMNS + UNDER_COLUMNS + i * LEGEND + PATCH;
      pieces.rectangle(0, -patch, PATCH, PATCH);
      marks.add(new Mark.Drawing(x, y, pieces.filled(), figure));
    }
    for (int column = 0; column < columns.labels().size(); column++) {
      float middle = x + (column + 0.5f) * step;
      centred(
          middle, y + COLUMNS - tops[column] - 3, "%,d".formatted(totals[column]), figure, marks);
      centred(middle, y + COLUMNS + 11, columns.labels().get(column), figure, marks);
    }
    for (int i = 0; i < columns.series().size(); i++) {
      float baseline = y + COLUMNS + UNDER_COLUMNS + i * LEGEND + PATCH - 1;
      write(x + PATCH + 5, baseline, runs(columns.series().get(i).name()), figure, marks);
    }
  }

  private void centred(float x, float baseline, String text, Tag figure, List<Mark> marks) {
    List<TextRun> words = runs(text);
    write(x - Pen.width(words) / 2, baseline, words, figure, marks);
  }

  private void write(float x, float baseline, List<TextRun> words, Tag figure, List<Mark> marks) {
    pen.write(x, baseline, words, figure, marks);
  }

  private List<TextRun> fitting(String text) {
    String rest = text;
    List<TextRun> words = runs(rest);
    while (Pen.width(words) > LABELS - 8 && rest.length() > 2) {
      rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1)).stripTrailing();
      words = runs(rest + "…");
    }
    return words;
  }

  private List<TextRun> runs(String text) {
    return pen.runs(honest.of(text), LABEL, DocumentGalley.WHERE);
  }
}
