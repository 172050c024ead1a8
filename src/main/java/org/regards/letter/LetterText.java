package org.regards.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A letter as plain text, complete, from salutation to signature: blocks parted by a blank line,
 * one line a paragraph, whatever its length. The subject is not part of it.
 */
public final class LetterText {
  /** The widest table that is still set in columns; a wider one is written row by row. */
  private static final int WIDEST_TABLE = 76;

  private static final String BETWEEN_COLUMNS = "  ";

  private LetterText() {}

  /** The text, with {@code \n} between lines and none at the end. */
  public static String of(Letter letter) {
    return letter.parts().stream()
        .flatMap(part -> part.blocks().stream())
        .map(block -> of(block, letter))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private static String of(Block block, Letter letter) {
    return switch (block) {
      case Block.Paragraph paragraph -> line(paragraph.runs());
      case Block.ItemList list ->
          list.items().stream()
              .map(item -> "- " + line(item).replace("\n", "\n  "))
              .collect(Collectors.joining("\n"));
      case Block.Table table -> table(table, letter);
      case Block.Signature signature ->
          (line(signature.close())
                  + "\n\n"
                  + signature.lines().stream()
                      .map(LetterText::line)
                      .collect(Collectors.joining("\n")))
              .strip();
    };
  }

  private static String table(Block.Table table, Letter letter) {
    List<String> head = cells(table.head());
    List<List<String>> rows = table.rows().stream().map(LetterText::cells).toList();
    int[] widths = widths(head, rows);
    int width = BETWEEN_COLUMNS.length() * (widths.length - 1);
    for (int column : widths) {
      width += column;
    }
    if (width > WIDEST_TABLE) {
      return rows.stream()
          .map(row -> labelled(head, row, letter))
          .collect(Collectors.joining("\n\n"));
    }
    List<List<String>> lines = new ArrayList<>();
    lines.add(head);
    lines.addAll(rows);
    return lines.stream()
        .filter(line -> line.stream().anyMatch(cell -> !cell.isEmpty()))
        .map(line -> padded(line, widths))
        .collect(Collectors.joining("\n"));
  }

  private static List<String> cells(List<List<Inline>> cells) {
    return cells.stream().map(cell -> line(cell).replace('\n', ' ')).toList();
  }

  private static int[] widths(List<String> head, List<List<String>> rows) {
    int[] widths = new int[head.size()];
    for (int column = 0; column < widths.length; column++) {
      widths[column] = length(head.get(column));
      for (List<String> row : rows) {
        widths[column] = Math.max(widths[column], length(row.get(column)));
      }
    }
    return widths;
  }

  private static String padded(List<String> line, int[] widths) {
    StringBuilder text = new StringBuilder();
    for (int column = 0; column < line.size(); column++) {
      String cell = line.get(column);
      text.append(cell).repeat(" ", widths[column] - length(cell)).append(BETWEEN_COLUMNS);
    }
    return text.toString().stripTrailing();
  }

  private static String labelled(List<String> head, List<String> row, Letter letter) {
    // French sets a no-break space before the colon
    String colon = letter.head().language().code().equals("fr") ? "\u00A0: " : ": ";
    List<String> lines = new ArrayList<>();
    for (int column = 0; column < head.size(); column++) {
      String label = head.get(column);
      lines.add(label.isEmpty() ? row.get(column) : label + colon + row.get(column));
    }
    return String.join("\n", lines);
  }

  private static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  /** The runs with white space folded as HTML folds it, so that all faces of a letter agree. */
  private static String line(List<Inline> runs) {
    StringBuilder line = new StringBuilder(256);
    append(runs, line);
    String text = line.toString();
    if (text.indexOf('\n') < 0) {
      return text.strip();
    }
    return text.lines().map(String::strip).collect(Collectors.joining("\n")).strip();
  }

  private static void append(List<Inline> runs, StringBuilder text) {
    for (Inline run : runs) {
      switch (run) {
        case Inline.Text words -> appendFolded(words.text(), text);
        case Inline.FactText fact -> appendFolded(fact.fact().text(), text);
        case Inline.Emphasis emphasis -> append(emphasis.runs(), text);
        case Inline.Link link -> appendLink(link, text);
        case Inline.LineBreak ignored -> text.append('\n');
      }
    }
  }

  private static void appendLink(Inline.Link link, StringBuilder text) {
    append(link.runs(), text);
    String target = link.target().toString();
    String shown = target.replaceFirst("^(?:https://|mailto:|tel:)", "");
    String words = Inline.plain(link.runs()).strip();
    boolean saysIt =
        words.equals(target)
            || words.equals(shown)
            || (target.startsWith("tel:") && digits(words).endsWith(digits(shown)));
    if (!saysIt) {
      text.append(" (").append(target.startsWith("https:") ? target : shown).append(')');
    }
  }

  private static String digits(String text) {
    return text.replaceAll("[^0-9]", "");
  }

  private static void appendFolded(String words, StringBuilder text) {
    boolean afterSpace = !text.isEmpty() && " \n".indexOf(text.charAt(text.length() - 1)) >= 0;
    int from = 0;
    for (int at = 0; at < words.length(); at++) {
      char character = words.charAt(at);
      if (character != ' ' && !Character.isISOControl(character)) {
        afterSpace = false;
      } else if (character == ' ' && !afterSpace) {
        afterSpace = true;
      } else {
        text.append(words, from, at).append(afterSpace ? "" : " ");
        afterSpace = true;
        from = at + 1;
      }
    }
    text.append(words, from, words.length());
  }
}
