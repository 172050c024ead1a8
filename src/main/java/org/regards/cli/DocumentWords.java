package org.regards.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.regards.document.Cell;
import org.regards.document.Chart;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;

/** A document on a terminal: its words and tables; what a chart shows stands in a table too. */
final class DocumentWords {
  private final PrintWriter out;

  DocumentWords(PrintWriter out) {
    this.out = out;
  }

  void print(Document document) {
    if (!document.notice().isEmpty()) {
      line(document.notice());
    }
    line(
        document.subtitle().isEmpty()
            ? document.title()
            : "%s, %s".formatted(document.title(), document.subtitle()));
    document.elements().forEach(this::print);
  }

  private void print(Element element) {
    switch (element) {
      case Element.Heading heading -> {
        out.println();
        line(heading.text());
      }
      case Element.Subheading heading -> line(heading.text());
      case Element.Paragraph paragraph -> line(paragraph.text());
      case Element.Remark remark -> line(remark.text());
      case Element.Quote quote -> {
        line("  \"%s\"".formatted(quote.text()));
        line("  " + quote.source());
      }
      case Element.Items items -> items.items().forEach(item -> line("- " + item));
      case Element.Checks checks -> checks.items().forEach(item -> line("[ ] " + item));
      case Element.Facts facts ->
          facts.facts().forEach(fact -> line("%s: %s".formatted(fact.name(), fact.value())));
      case Table table -> print(table);
      case Chart ignored -> {}
    }
  }

  private void print(Table table) {
    out.println();
    if (!table.caption().isEmpty()) {
      line(table.caption());
    }
    if (table.rows().isEmpty()) {
      line("None.");
      return;
    }
    List<List<String>> rows = new ArrayList<>();
    rows.add(table.columns().stream().map(Table.Column::title).toList());
    table.rows().forEach(row -> rows.add(row.stream().map(Cell::text).toList()));
    new Columns(out).print(rows);
  }

  private void line(String text) {
    out.println(TerminalText.block(text));
  }
}
