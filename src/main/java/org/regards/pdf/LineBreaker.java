package org.regards.pdf;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regards.pdf.WordSetter.End;
import org.regards.pdf.WordSetter.Gap;
import org.regards.pdf.WordSetter.Word;

/**
 * Breaks words into lines so that the lines of a paragraph differ as little as they can in length:
 * no word is hyphenated, the right edge is ragged.
 */
final class LineBreaker {
  /** A last line shorter than this part of the measure looks lost. */
  private static final float SHORT_LAST_LINE = 0.12f;

  /** A paragraph leaves at least as many lines on either side of a page break. */
  private static final int FEWEST_TOGETHER = 2;

  private LineBreaker() {}

  /**
   * @param x where the lines begin, from the left edge of the galley
   */
  static List<Line> lines(List<Word> words, float x, float measure, float leading, Style style) {
    List<Word> fitting =
        fit(words, measure)
            ? words
            : words.stream().flatMap(word -> pieces(word, measure).stream()).toList();
    List<Line> lines = new ArrayList<>();
    int start = 0;
    for (int i = 0; i < fitting.size(); i++) {
      if (fitting.get(i).end() == End.LINE_BREAK) {
        breakStretch(fitting.subList(start, i + 1), x, measure, leading, style, lines);
        start = i + 1;
      }
    }
    return lines;
  }

  /** Lines of a paragraph, of which none may stand alone on a page. */
  static List<Line> together(List<Line> paragraph) {
    if (paragraph.size() == 1) {
      return paragraph;
    }
    List<Line> kept = new ArrayList<>();
    for (int i = 0; i < paragraph.size(); i++) {
      boolean mayBreak =
          i == 0 || (i >= FEWEST_TOGETHER && paragraph.size() - i >= FEWEST_TOGETHER);
      kept.add(mayBreak ? paragraph.get(i) : paragraph.get(i).keptWithLast());
    }
    return kept;
  }

  private static boolean fit(List<Word> words, float measure) {
    for (int i = 0; i < words.size(); i++) {
      if (words.get(i).width() > measure) {
        return false;
      }
    }
    return true;
  }

  private static void breakStretch(
      List<Word> words, float x, float measure, float leading, Style style, List<Line> lines) {
    int count = words.size();
    float[] widths = new float[count];
    float[] spaces = new float[count];
    for (int i = 0; i < count; i++) {
      widths[i] = words.get(i).width();
      spaces[i] = space(words.get(i), style);
    }
    int[] next = nextLines(widths, spaces, measure);
    for (int first = 0; first < count; first = next[first]) {
      lines.add(line(words.subList(first, next[first]), x, measure, leading, style));
    }
  }

  /** For each word, if a line began with it, the one that the next line would begin with. */
  private static int[] nextLines(float[] widths, float[] spaces, float measure) {
    int count = widths.length;
    float[] cost = new float[count + 1];
    int[] next = new int[count];
    for (int first = count - 1; first >= 0; first--) {
      float least = Float.MAX_VALUE;
      float width = 0;
      for (int last = first; last < count; last++) {
        width += widths[last];
        if (width > measure && last > first) {
          break;
        }
        float slack = (measure - width) / measure;
        float total = last == count - 1 ? lastLineCost(slack) : slack * slack + cost[last + 1];
        if (total < least) {
          least = total;
          next[first] = last + 1;
        }
        width += spaces[last];
      }
      cost[first] = least;
    }
    return next;
  }

  /**
   * @param slack the part of the measure that is left
   */
  private static float lastLineCost(float slack) {
    return slack > 1 - SHORT_LAST_LINE ? 0.05f : 0;
  }

  private static float space(Word word, Style style) {
    if (word.end() != End.SPACE) {
      return 0;
    }
    if (word.gap() != null) {
      return word.gap().inLine().width();
    }
    TextRun run = word.pieces().getLast().run();
    return run.face().advance(' ') * style.size() / 1000;
  }

  private static Line line(List<Word> words, float x, float measure, float leading, Style style) {
    LinePieces pieces = new LinePieces();
    float at = x;
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      for (Line.Piece piece : word.pieces()) {
        pieces.add(at + piece.x(), piece.run(), piece.tag());
      }
      at += word.width();
      if (word.end() != End.JOINT) {
        // at the end of a line too, so that words stay apart when the text is read out
        Gap gap = word.gap();
        if (gap == null) {
          pieces.addSpace();
        } else {
          TextRun space = i == words.size() - 1 ? gap.atLineEnd() : gap.inLine();
          pieces.add(at, space, pieces.lastTag());
        }
      }
      at += space(word, style);
    }
    return Line.of(leading, inVisualOrder(pieces.ended(), words, x, measure));
  }

  /** The pieces where they are to stand, still in the order of reading. */
  private static List<Line.Piece> inVisualOrder(
      List<Line.Piece> pieces, List<Word> words, float x, float measure) {
    Gap gap = words.getLast().gap();
    List<TextRun> runs = gap == null ? List.of() : pieces.stream().map(Line.Piece::run).toList();
    if (gap == null || !VisualOrder.matters(runs)) {
      return pieces;
    }
    float[] offsets = VisualOrder.offsets(runs);
    float width = 0;
    for (TextRun run : runs) {
      width += run.width();
    }
    float left = gap.rightToLeft() ? x + measure - width : x;
    List<Line.Piece> placed = new ArrayList<>();
    for (int i = 0; i < offsets.length; i++) {
      Line.Piece piece = pieces.get(i);
      placed.add(new Line.Piece(left + offsets[i], piece.run(), piece.tag()));
    }
    return placed;
  }

  /** Cuts a word that is wider than the measure, such as a long address on the web. */
  private static List<Word> pieces(Word word, float measure) {
    if (word.width() <= measure) {
      return List.of(word);
    }
    List<Word> cut = new ArrayList<>();
    for (Line.Piece piece : word.pieces()) {
      StringBuilder text = new StringBuilder();
      for (String character : characters(piece.run())) {
        TextRun run = piece.run().saying(text + character);
        if (run.width() > measure && !text.isEmpty()) {
          int keep = piece.run().isPlain() ? lastGoodCut(text) : text.length();
          cut.add(joint(piece, text.substring(0, keep), word.gap()));
          text.delete(0, keep);
        }
        text.append(character);
      }
      cut.add(joint(piece, text.toString(), word.gap()));
    }
    Word last = cut.removeLast();
    cut.add(new Word(last.pieces(), last.width(), word.end(), word.gap()));
    return cut;
  }

  private static List<String> characters(TextRun run) {
    if (run.isPlain()) {
      return run.text().codePoints().mapToObj(Character::toString).toList();
    }
    List<String> characters = new ArrayList<>();
    BreakIterator breaks = BreakIterator.getCharacterInstance(Locale.ROOT);
    breaks.setText(run.text());
    int start = breaks.first();
    for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
      characters.add(run.text().substring(start, end));
      start = end;
    }
    return characters;
  }

  private static int lastGoodCut(StringBuilder text) {
    int space = text.lastIndexOf("\u00a0") + 1;
    if (space > 1) {
      return space;
    }
    int at = text.lastIndexOf("@") + 1;
    if (at > 1) {
      return at;
    }
    for (int i = text.length(); i > text.length() / 2; i--) {
      if ("./?&=_-".indexOf(text.charAt(i - 1)) >= 0) {
        return i;
      }
    }
    return text.length();
  }

  private static Word joint(Line.Piece piece, String text, @Nullable Gap gap) {
    TextRun run = piece.run().saying(text);
    return new Word(List.of(new Line.Piece(0, run, piece.tag())), run.width(), End.JOINT, gap);
  }
}
