package org.regards.pdf;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.regards.document.Cell;
import org.regards.document.Chart;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.language.LetterLanguage;
import org.regards.letter.Block;
import org.regards.letter.Inline;
import org.regards.pdf.Line.Piece;
import org.regards.pdf.Tag.Role;

/**
 * The words of a document set in one long column, which is then cut into pages. Used by one thread,
 * for one document.
 */
final class DocumentGalley {
  static final String WHERE = "the document";
  private static final float LEADING = 14.5f;
  private static final float REMARK_LEADING = 11.5f;
  private static final float INDENT = 15;
  private static final float NAMES = 118;
  private static final float PARAGRAPH = 6;
  private static final float SECTION = 20;
  private static final float BAR = 2;

  private final Fonts fonts;
  private final List<PrintRefusal> refusals;
  private final HonestText honest;
  private final Ink ink;
  private final float measure;
  private final Tag document;
  private final List<Line> lines = new ArrayList<>();

  /** The head of the table that a row belongs to. */
  private final IdentityHashMap<Line, List<Line>> heads = new IdentityHashMap<>();

  private boolean afterHeading;

  /**
   * @param ink of titles and of the bars beside quotes
   * @param measure the width of the column, in points
   */
  DocumentGalley(
      Fonts fonts,
      List<PrintRefusal> refusals,
      HonestText honest,
      Ink ink,
      float measure,
      Tag document) {
    this.fonts = fonts;
    this.refusals = refusals;
    this.honest = honest;
    this.ink = ink;
    this.measure = measure;
    this.document = document;
  }

  List<Line> lines(Document of) {
    if (!of.notice().isEmpty()) {
      add(notice(of.notice()), 0, false);
    }
    Style title = Style.TITLE.with(ink);
    add(set(of.title(), title, document.child(Role.HEADING), 0, title.size() * 1.2f), 16, true);
    if (!of.subtitle().isEmpty()) {
      Style style = Style.PROSE.with(Ink.GREY);
      add(set(of.subtitle(), style, document.child(Role.PARAGRAPH), 0, LEADING), 3, true);
    }
    of.elements().forEach(this::add);
    return lines;
  }

  /** What stands again over the rows of a table that goes on with this line on a new page. */
  List<Line> headOver(Line first) {
    return heads.getOrDefault(first, List.of());
  }

  private void add(Element element) {
    boolean heading = false;
    switch (element) {
      case Element.Heading one -> {
        Style style = Style.SECTION.with(ink);
        List<Line> section = set(one.text(), style, document.child(Role.SECTION_HEADING), 0, 18);
        add(ruled(section), SECTION, false);
        heading = true;
      }
      case Element.Subheading one -> {
        List<Line> part =
            set(one.text(), Style.SUBSECTION, document.child(Role.SUBHEADING), 0, LEADING);
        add(part, afterHeading ? PARAGRAPH : 2 * PARAGRAPH, afterHeading);
        heading = true;
      }
      case Element.Paragraph one ->
          block(set(one.text(), Style.PROSE, document.child(Role.PARAGRAPH), 0, LEADING));
      case Element.Remark one ->
          block(set(one.text(), Style.REMARK, document.child(Role.PARAGRAPH), 0, REMARK_LEADING));
      case Element.Quote one -> add(one);
      case Element.Items one -> addList(one.items(), "• ");
      case Element.Checks one -> addList(one.items(), "□ ");
      case Element.Facts one -> add(one);
      case Table one -> add(one);
      case Chart one -> add(one);
    }
    afterHeading = heading;
  }

  private void block(List<Line> block) {
    add(block, PARAGRAPH, afterHeading);
  }

  private void add(List<Line> more, float room, boolean keptWithLast) {
    for (int i = 0; i < more.size(); i++) {
      Line line = more.get(i);
      if (i == 0) {
        line = lines.isEmpty() ? line : line.after(room);
        line = keptWithLast ? line.keptWithLast() : line;
      }
      if (heads.containsKey(more.get(i))) {
        heads.put(line, headOver(more.get(i)));
      }
      lines.add(line);
    }
  }

  private List<Line> set(String text, Style style, Tag tag, float x, float leading) {
    return LineBreaker.together(
        LineBreaker.lines(
            new WordSetter(fonts, refusals, WHERE)
                .words(Bound.runs(runs(text), LetterLanguage.EN_GB), style, tag),
            x,
            measure - x,
            leading,
            style));
  }

  private List<Inline> runs(String text) {
    List<Inline> runs = new ArrayList<>();
    for (String line : honest.of(text).strip().split("\\R", -1)) {
      if (!runs.isEmpty()) {
        runs.add(new Inline.LineBreak());
      }
      runs.add(new Inline.Text(line));
    }
    return runs;
  }

  private List<Line> notice(String text) {
    Style style = new Style(Typeface.SANS, 9.5f, DocumentFrame.ALERT);
    List<Line> words = set(text, style, document.child(Role.PARAGRAPH), 9, 21);
    return words.stream()
        .map(
            line ->
                line.with((x, y, marks) -> DocumentFrame.box(x, y, measure, line.height(), marks)))
        .toList();
  }

  private List<Line> ruled(List<Line> section) {
    List<Line> ruled = new ArrayList<>(section);
    if (!ruled.isEmpty()) {
      Line last = ruled.removeLast();
      ruled.add(
          last.with(
              (x, y, marks) ->
                  marks.add(
                      new Mark.Rule(
                          x, y + last.height(), x + measure, y + last.height(), 0.5f, ink))));
    }
    return ruled;
  }

  private void add(Element.Quote quote) {
    Tag tag = document.child(Role.QUOTE);
    List<Line> all = new ArrayList<>();
    all.addAll(set(quote.text(), Style.PROSE, tag.child(Role.PARAGRAPH), INDENT, LEADING));
    Tag source = tag.child(Role.PARAGRAPH);
    set(quote.source(), Style.REMARK, source, INDENT, REMARK_LEADING).stream()
        .map(Line::keptWithLast)
        .forEach(all::add);
    block(
        all.stream()
            .map(
                line ->
                    line.with(
                        (x, y, marks) ->
                            marks.add(
                                new Mark.Rule(
                                    x + 4, y, x + 4, y + line.height() + 0.2f, BAR, ink))))
            .toList());
  }

  private void addList(List<String> items, String mark) {
    if (items.isEmpty()) {
      return;
    }
    Tag list = document.child(Role.LIST);
    boolean first = true;
    for (String item : items) {
      Tag tag = list.child(Role.LIST_ITEM);
      Tag label = tag.child(Role.LABEL);
      List<Line> set = set(item, Style.PROSE, tag.child(Role.LIST_BODY), INDENT, LEADING);
      if (set.isEmpty()) {
        continue;
      }
      Line top = set.getFirst();
      List<Piece> pieces = new ArrayList<>();
      new Pen(fonts, refusals)
          .runs(mark, Style.PROSE, WHERE)
          .forEach(run -> pieces.add(new Piece(INDENT - 12, run, label)));
      pieces.addAll(top.pieces());
      List<Line> whole = new ArrayList<>(set);
      whole.set(0, new Line(top.before(), top.height(), top.mayOpenPage(), pieces, top.strokes()));
      add(whole, first ? PARAGRAPH + 2 : 2.5f, first && afterHeading);
      first = false;
    }
  }

  private void add(Element.Facts facts) {
    if (facts.facts().isEmpty()) {
      return;
    }
    Tag table = document.child(Role.TABLE);
    TableLook look = TableLook.OF_FACTS;
    TableRows rows =
        new TableRows(
            fonts,
            refusals,
            WHERE,
            look,
            TableColumns.ofWords(NAMES, measure + look.padding() - NAMES));
    boolean first = true;
    for (Element.Fact fact : facts.facts()) {
      add(
          rows.namedRow(List.of(runs(fact.name()), runs(fact.value())), table),
          first ? 2 * PARAGRAPH : look.gap(),
          !first || afterHeading);
      first = false;
    }
  }

  private void add(Table table) {
    if (table.rows().isEmpty()) {
      add(new Element.Remark((table.caption() + " None.").strip()));
      return;
    }
    Tag tag = document.child(Role.TABLE);
    boolean kept = afterHeading;
    if (!table.caption().isEmpty()) {
      add(
          set(table.caption(), Style.REMARK, tag.child(Role.CAPTION), 0, REMARK_LEADING),
          PARAGRAPH,
          kept);
      kept = true;
    }
    TableLook look = TableLook.OF_DOCUMENT;
    Block.Table set = Bound.table(table(table), LetterLanguage.EN_GB);
    TableColumns columns = TableColumns.of(fonts, set, measure, look);
    TableRows rows = new TableRows(fonts, refusals, WHERE, look, columns);
    List<Line> head = rows.head(set.head(), tag);
    add(head, PARAGRAPH + 2, kept);
    boolean first = true;
    for (List<List<Inline>> row : set.rows()) {
      List<Line> rowLines = rows.namedRow(row, tag);
      heads.put(rowLines.getFirst(), head);
      add(rowLines, look.gap(), first);
      first = false;
    }
    add(List.of(Line.of(look.gap(), List.of()).keptWithLast()), 0, true);
  }

  private Block.Table table(Table table) {
    return new Block.Table(
        table.columns().stream().map(column -> runs(column.title())).toList(),
        table.rows().stream()
            .map(row -> row.stream().map(Cell::text).map(this::runs).toList())
            .toList());
  }

  private void add(Chart chart) {
    List<Line> caption =
        set(chart.title(), Style.SUBSECTION, document.child(Role.PARAGRAPH), 0, LEADING);
    add(caption, 2 * PARAGRAPH, afterHeading);
    PaperChart drawn = new PaperChart(chart, fonts, honest, ink, measure, document);
    add(List.of(Line.of(drawn.height(), List.of()).with(drawn)), PARAGRAPH, true);
  }
}
