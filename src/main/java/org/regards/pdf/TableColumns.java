package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import org.regards.letter.Block;
import org.regards.letter.Inline;
import org.regards.pdf.WordSetter.Word;

/**
 * Shares the width of a page among the columns of a table: each gets what its longest cell would
 * like where there is room, and never less than its longest word where that can be.
 */
final class TableColumns {
  private final Fonts fonts;
  private final List<List<List<Inline>>> rows = new ArrayList<>();

  TableColumns(Fonts fonts, Block.Table table) {
    this.fonts = fonts;
    rows.add(table.head());
    rows.addAll(table.rows());
  }

  float[] widths(float measure, float padding) {
    int columns = rows.getFirst().size();
    float[] wanted = new float[columns];
    float[] least = new float[columns];
    for (int i = 0; i < rows.size(); i++) {
      List<List<Inline>> row = rows.get(i);
      Style style = i == 0 ? Style.TABLE_HEAD : Style.TABLE_CELL;
      for (int column = 0; column < Math.min(columns, row.size()); column++) {
        float whole = 0;
        for (Word word : words(row.get(column), style)) {
          whole += word.width() + style.size() * 0.25f;
          least[column] = Math.max(least[column], word.width() + padding + 1);
        }
        wanted[column] = Math.max(wanted[column], whole + padding + 1);
      }
    }
    return share(wanted, least, measure + padding);
  }

  private List<Word> words(List<Inline> cell, Style style) {
    // refusals are noted when the cell is set
    return new WordSetter(fonts, new ArrayList<>(), "").words(cell, style, Tag.document());
  }

  private static float[] share(float[] wanted, float[] least, float measure) {
    float allWanted = sum(wanted);
    if (allWanted <= measure) {
      return wanted;
    }
    float allLeast = sum(least);
    float[] widths = new float[wanted.length];
    for (int column = 0; column < wanted.length; column++) {
      widths[column] =
          allLeast >= measure
              ? measure * least[column] / allLeast
              : least[column]
                  + (measure - allLeast)
                      * (wanted[column] - least[column])
                      / (allWanted - allLeast);
    }
    return widths;
  }

  private static float sum(float[] values) {
    float sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }
}
