package org.regards.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.language.LetterLanguage;
import org.regards.letter.Block;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.Part;
import org.regards.pdf.Line.Piece;
import org.regards.pdf.Line.Signed;
import org.regards.pdf.Tag.Role;

/**
 * The words of a letter set in one long column, which is then cut into pages. Used by one thread,
 * for one letter.
 */
final class Galley {
  private static final float INDENT = 16;
  private static final float CLEAR_OF_NAMES = 8;

  /** A paragraph leaves at least as many lines on either side of a page break. */
  private static final int FEWEST_TOGETHER = 2;

  private final Fonts fonts;
  private final List<PrintRefusal> refusals;
  private final Style body;
  private final Spacing spacing;
  private final float measure;
  private final Tag document;
  private final @Nullable Plate signature;
  private final List<Line> lines = new ArrayList<>();
  private String where = "the subject";
  private String signatureAlt = "";
  private LetterLanguage language = LetterLanguage.EN_GB;

  /** For words that are signed by hand. */
  Galley(
      Fonts fonts,
      List<PrintRefusal> refusals,
      Style body,
      Spacing spacing,
      float measure,
      Tag document) {
    this(fonts, refusals, body, spacing, measure, document, null);
  }

  /**
   * @param signature stands in the room to sign in; null where it is signed by hand
   */
  Galley(
      Fonts fonts,
      List<PrintRefusal> refusals,
      Style body,
      Spacing spacing,
      float measure,
      Tag document,
      @Nullable Plate signature) {
    this.fonts = fonts;
    this.refusals = refusals;
    this.body = body;
    this.spacing = spacing;
    this.measure = measure;
    this.document = document;
    this.signature = signature;
  }

  List<Line> lines(Letter letter) {
    language = letter.head().language();
    signatureAlt =
        String.format(Wording.in(language).signature(), letter.head().signatory().name());
    if (!letter.subject().isEmpty()) {
      Tag heading = document.child(Role.HEADING);
      add(kept(set(letter.subject(), Style.SUBJECT, heading, 0, measure)), 0, true);
    }
    boolean afterHeading = !lines.isEmpty();
    for (Part part : letter.parts()) {
      where = "part " + part.name().word();
      for (Block block : part.blocks()) {
        float room = afterHeading ? spacing.subject() : spacing.paragraph();
        add(block, room, afterHeading);
        afterHeading = false;
      }
    }
    return lines;
  }

  private void add(Block block, float room, boolean keptWithLast) {
    switch (block) {
      case Block.Paragraph paragraph ->
          add(paragraph(paragraph.runs(), document.child(Role.PARAGRAPH)), room, keptWithLast);
      case Block.ItemList list -> add(list, room);
      case Block.Table table -> add(table, room);
      case Block.Signature signature -> add(signature);
    }
  }

  private void add(List<Line> more, float room, boolean keptWithLast) {
    for (int i = 0; i < more.size(); i++) {
      Line line = more.get(i);
      if (i == 0) {
        line = lines.isEmpty() ? line : line.after(room);
        line = keptWithLast ? line.keptWithLast() : line;
      }
      lines.add(line);
    }
  }

  private List<Line> paragraph(List<Inline> runs, Tag tag) {
    return set(runs, body, tag, 0, measure);
  }

  private List<Line> set(List<Inline> runs, Style style, Tag tag, float x, float width) {
    return LineBreaker.together(
        LineBreaker.lines(
            new WordSetter(fonts, refusals, where).words(Bound.runs(runs, language), style, tag),
            x,
            width,
            spacing.leading(),
            style));
  }

  private static List<Line> kept(List<Line> block) {
    return block.stream().map(Line::keptWithLast).toList();
  }

  private void add(Block.ItemList list, float room) {
    Tag listTag = document.child(Role.LIST);
    boolean first = true;
    for (List<Inline> item : list.items()) {
      Tag itemTag = listTag.child(Role.LIST_ITEM);
      Tag label = itemTag.child(Role.LABEL);
      List<Line> itemLines =
          new ArrayList<>(set(item, body, itemTag.child(Role.LIST_BODY), INDENT, measure - INDENT));
      if (!itemLines.isEmpty()) {
        Line top = itemLines.removeFirst();
        List<Piece> pieces = new ArrayList<>();
        pieces.add(
            new Piece(INDENT - 11, new TextRun("• ", fonts.first(body.typeface()), body), label));
        pieces.addAll(top.pieces());
        itemLines.addFirst(
            new Line(top.before(), top.height(), top.mayOpenPage(), pieces, top.strokes()));
        add(itemLines, first ? Math.max(spacing.item(), room / 2) : spacing.item(), first);
        first = false;
      }
    }
  }

  private void add(Block.Table unbound, float room) {
    if (unbound.head().isEmpty()) {
      return;
    }
    Block.Table table = Bound.table(unbound, language);
    Tag tableTag = document.child(Role.TABLE);
    TableLook look = TableLook.OF_LETTER;
    TableColumns columns = TableColumns.of(fonts, table, measure, look);
    TableRows rows = new TableRows(fonts, refusals, where, look, columns);
    add(rows.head(table.head(), tableTag), room, true);
    boolean first = true;
    for (List<List<Inline>> row : table.rows()) {
      add(rows.row(row, tableTag), look.gap(), first);
      first = false;
    }
    add(kept(List.of(Line.of(look.gap(), List.of()))), 0, true);
  }

  private void add(Block.Signature block) {
    keepTwoLines();
    List<Line> close = kept(paragraph(block.close(), document.child(Role.PARAGRAPH)));
    add(close, spacing.close(), true);
    float room = spacing.signing();
    if (signature != null) {
      lines.add(signed(signature));
      room = 0;
    }
    Tag names = document.child(Role.PARAGRAPH);
    for (List<Inline> line : block.lines()) {
      add(kept(paragraph(line, names)), room, true);
      room = 0;
    }
  }

  /** A signature does not stand on a page of its own, nor under one line. */
  private void keepTwoLines() {
    if (lines.size() >= FEWEST_TOGETHER) {
      lines.add(lines.removeLast().keptWithLast());
    }
  }

  private Line signed(Plate plate) {
    float height = Math.min(Appearance.SIGNATURE_HEIGHT, spacing.signing() - CLEAR_OF_NAMES);
    float width = height * plate.columns() / plate.rows();
    if (width > Appearance.SIGNATURE_WIDTH) {
      height *= Appearance.SIGNATURE_WIDTH / width;
      width = Appearance.SIGNATURE_WIDTH;
    }
    return Line.of(spacing.signing(), new Signed(plate, width, height, signatureAlt, document));
  }
}
