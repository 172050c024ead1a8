package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.Line.Piece;
import org.regards.pdf.WordSetter.Word;

/** Writes single lines of plain text where they are to stand. */
final class Pen {
  private static final float UNBROKEN = 100_000;

  private final Fonts fonts;
  private final List<PrintRefusal> refusals;

  Pen(Fonts fonts, List<PrintRefusal> refusals) {
    this.fonts = fonts;
    this.refusals = refusals;
  }

  /** The text in as many runs as it needs fonts. */
  List<TextRun> runs(String text, Style style, String where) {
    List<TextRun> runs = new ArrayList<>(1);
    for (Piece piece : line(text, style, where)) {
      runs.add(piece.run());
    }
    return runs;
  }

  /** Writes runs that are not part of what is read: head, return line, page number. */
  void adorn(float x, float baseline, List<TextRun> runs, List<Mark> marks) {
    place(x, baseline, runs, null, marks);
  }

  /** Writes text that belongs to a tag. */
  void write(float x, float baseline, List<TextRun> runs, Tag tag, List<Mark> marks) {
    place(x, baseline, runs, tag, marks);
  }

  private static void place(
      float x, float baseline, List<TextRun> runs, @Nullable Tag tag, List<Mark> marks) {
    if (!VisualOrder.matters(runs)) {
      float at = x;
      for (TextRun run : runs) {
        marks.add(new Mark.Words(at, baseline, run, tag));
        at += run.width();
      }
      return;
    }
    float[] offsets = VisualOrder.offsets(runs);
    // the space at the end of a line that runs from right to left stands outside
    TextRun last = runs.getLast();
    float left = last.isRightToLeft() ? x - last.width() + last.inked().width() : x;
    for (int i = 0; i < offsets.length; i++) {
      marks.add(new Mark.Words(left + offsets[i], baseline, runs.get(i), tag));
    }
  }

  /** Lines of text broken at a measure, in points. */
  List<List<TextRun>> broken(String text, Style style, float measure, String where) {
    List<Word> words = new WordSetter(fonts, refusals, where).words(text, style, Tag.document());
    return LineBreaker.lines(words, 0, measure, style.size(), style).stream()
        .map(line -> line.pieces().stream().map(Piece::run).toList())
        .toList();
  }

  /** Without the space at the end. */
  static float width(List<TextRun> runs) {
    float width = 0;
    for (int i = 0; i < runs.size(); i++) {
      TextRun run = runs.get(i);
      width += i < runs.size() - 1 ? run.width() : run.inked().width();
    }
    return width;
  }

  private List<Piece> line(String text, Style style, String where) {
    List<Word> words = new WordSetter(fonts, refusals, where).words(text, style, Tag.document());
    List<Line> lines = LineBreaker.lines(words, 0, UNBROKEN, style.size(), style);
    return lines.size() == 1
        ? lines.getFirst().pieces()
        : lines.stream().flatMap(line -> line.pieces().stream()).toList();
  }
}
