package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.regards.letter.Block;
import org.regards.letter.Inline;
import org.regards.pdf.WordSetter.Word;

/**
 * The columns of a table. Each gets what its longest cell would like where there is room, and never
 * less than its longest word where that can be. A column of numbers is set to the right.
 */
final class TableColumns {
  private static final Pattern NUMBER =
      Pattern.compile("[-+−]?\\p{Sc}?[ \u00A0]?[-+−]?[0-9][0-9.,' \u00A0\u202F]*\\p{Sc}?%?");

  /** A table of nearly the whole width is made as wide as the text. */
  private static final float NEARLY_WHOLE = 0.7f;

  private final float[] widths;
  private final boolean[] numbers;

  private TableColumns(float[] widths, boolean[] numbers) {
    this.widths = widths;
    this.numbers = numbers;
  }

  static TableColumns of(Fonts fonts, Block.Table table, float measure, TableLook look) {
    float padding = look.padding();
    List<List<List<Inline>>> rows = new ArrayList<>();
    rows.add(table.head());
    rows.addAll(table.rows());
    int columns = table.head().size();
    float[] wanted = new float[columns];
    float[] least = new float[columns];
    boolean[] numbers = new boolean[columns];
    for (int column = 0; column < columns; column++) {
      numbers[column] = isOfNumbers(table.rows(), column);
    }
    for (int i = 0; i < rows.size(); i++) {
      Style style = i == 0 ? look.head() : look.cell();
      for (int column = 0; column < columns; column++) {
        float whole = 0;
        for (Word word : words(fonts, rows.get(i).get(column), style)) {
          whole += word.width() + style.size() / 4;
          least[column] = Math.max(least[column], word.width() + padding + 1);
        }
        wanted[column] = Math.max(wanted[column], whole + padding + 1);
      }
    }
    return new TableColumns(share(wanted, least, measure + padding, look.filling()), numbers);
  }

  /** Columns of words, each as wide as said, with the padding to its right. */
  static TableColumns ofWords(float... widths) {
    return new TableColumns(widths, new boolean[widths.length]);
  }

  int count() {
    return widths.length;
  }

  /** With the padding to its right. */
  float width(int column) {
    return widths[column];
  }

  boolean isOfNumbers(int column) {
    return numbers[column];
  }

  private static boolean isOfNumbers(List<List<List<Inline>>> rows, int column) {
    List<String> texts =
        rows.stream()
            .map(row -> Inline.plain(row.get(column)).strip())
            .filter(text -> !text.isEmpty())
            .toList();
    return !texts.isEmpty() && texts.stream().allMatch(text -> NUMBER.matcher(text).matches());
  }

  private static List<Word> words(Fonts fonts, List<Inline> cell, Style style) {
    // refusals are noted when the cell is set
    return new WordSetter(fonts, new ArrayList<>(), "").words(cell, style, Tag.document());
  }

  private static float[] share(float[] wanted, float[] least, float measure, boolean byLength) {
    float all = sum(wanted);
    if (all <= measure) {
      return byLength && all >= measure * NEARLY_WHOLE ? filled(wanted, measure - all) : wanted;
    }
    float allLeast = sum(least);
    float[] widths = new float[wanted.length];
    if (allLeast >= measure) {
      for (int column = 0; column < widths.length; column++) {
        widths[column] = measure * least[column] / allLeast;
      }
      return widths;
    }
    float[] weights = new float[wanted.length];
    for (int column = 0; column < weights.length; column++) {
      weights[column] = byLength ? (float) Math.sqrt(wanted[column]) : 1;
    }
    float most = widestCommon(wanted, least, weights, measure);
    for (int column = 0; column < widths.length; column++) {
      widths[column] = granted(wanted[column], least[column], most * weights[column]);
    }
    return widths;
  }

  /** The widest column takes what is left over. */
  private static float[] filled(float[] wanted, float rest) {
    float[] widths = wanted.clone();
    int widest = 0;
    for (int column = 1; column < widths.length; column++) {
      widest = widths[column] > widths[widest] ? column : widest;
    }
    widths[widest] += rest;
    return widths;
  }

  /** The width up to which every column may have what it wants: narrow ones then need not break. */
  private static float widestCommon(float[] wanted, float[] least, float[] weights, float measure) {
    float low = 0;
    float high = measure;
    while (high - low > 0.01f) {
      float middle = (low + high) / 2;
      float all = 0;
      for (int column = 0; column < wanted.length; column++) {
        all += granted(wanted[column], least[column], middle * weights[column]);
      }
      if (all > measure) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low;
  }

  private static float granted(float wanted, float least, float most) {
    return Math.max(least, Math.min(wanted, most));
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
