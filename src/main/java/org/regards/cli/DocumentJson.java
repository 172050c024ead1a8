package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.regards.document.Cell;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;

/** The tables of a document for a script: each a list of rows under its name. */
final class DocumentJson {
  private DocumentJson() {}

  static ObjectNode of(String kind, Document document) {
    ObjectNode node =
        JsonNodeFactory.instance
            .objectNode()
            .put("report", kind)
            .put("title", document.title())
            .put("about", document.subtitle())
            .put("date", document.date().toString());
    for (Element element : document.elements()) {
      if (element instanceof Table table) {
        ArrayNode rows = node.putArray(table.name());
        table.rows().forEach(row -> rows.add(row(table, row)));
      }
    }
    return node;
  }

  private static ObjectNode row(Table table, List<Cell> cells) {
    ObjectNode row = JsonNodeFactory.instance.objectNode();
    for (int column = 0; column < cells.size(); column++) {
      String name = table.columns().get(column).name();
      switch (cells.get(column)) {
        case Cell.Words words -> row.put(name, words.text());
        case Cell.Count count -> row.put(name, count.value());
        case Cell.Percent percent -> row.put(name, percent.value());
      }
    }
    return row;
  }
}
