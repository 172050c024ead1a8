package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import org.regards.language.LetterLanguage;
import org.regards.language.NoBreaks;
import org.regards.letter.Block;
import org.regards.letter.Fact;
import org.regards.letter.Inline;

/**
 * Runs of which the spaces that hold words together are no-break spaces; what belongs together may
 * stand in two runs, as the 3 and the May of a date.
 */
final class Bound {
  private final String plain;
  private int at;

  private Bound(String plain) {
    this.plain = plain;
  }

  static List<Inline> runs(List<Inline> runs, LetterLanguage language) {
    String plain = Inline.plain(runs);
    String bound = NoBreaks.bind(plain, language);
    return bound.equals(plain) ? runs : new Bound(bound).taken(runs);
  }

  static Block.Table table(Block.Table table, LetterLanguage language) {
    return new Block.Table(
        cells(table.head(), language),
        table.rows().stream().map(row -> cells(row, language)).toList());
  }

  private static List<List<Inline>> cells(List<List<Inline>> cells, LetterLanguage language) {
    return cells.stream().map(cell -> runs(cell, language)).toList();
  }

  /** The same runs with their part of the text; a character is never added or lost. */
  private List<Inline> taken(List<Inline> runs) {
    List<Inline> taken = new ArrayList<>();
    for (Inline run : runs) {
      taken.add(
          switch (run) {
            case Inline.Text text -> new Inline.Text(next(text.text()));
            case Inline.FactText text -> {
              Fact fact = text.fact();
              yield new Inline.FactText(new Fact(next(fact.text()), fact.source(), fact.value()));
            }
            case Inline.Emphasis emphasis -> new Inline.Emphasis(taken(emphasis.runs()));
            case Inline.Link link -> new Inline.Link(link.target(), taken(link.runs()));
            case Inline.LineBreak lineBreak -> {
              at++;
              yield lineBreak;
            }
          });
    }
    return taken;
  }

  private String next(String text) {
    at += text.length();
    return plain.substring(at - text.length(), at);
  }
}
