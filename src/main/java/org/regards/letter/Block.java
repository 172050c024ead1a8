package org.regards.letter;

import java.util.List;

/** A paragraph or what stands in the place of one. */
public sealed interface Block {
  record Paragraph(List<Inline> runs) implements Block {
    public Paragraph {
      runs = List.copyOf(runs);
    }
  }

  /** A list with a mark before each item. */
  record ItemList(List<List<Inline>> items) implements Block {
    public ItemList {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** A table; each row has as many cells as the head. */
  record Table(List<List<Inline>> head, List<List<List<Inline>>> rows) implements Block {
    public Table {
      head = head.stream().map(List::copyOf).toList();
      rows = rows.stream().map(row -> row.stream().map(List::copyOf).toList()).toList();
    }
  }

  /**
   * The end of a letter: the complimentary close, room for a signature by hand on paper, and the
   * lines that name who signs and how to reach them.
   */
  record Signature(List<Inline> close, List<List<Inline>> lines) implements Block {
    public Signature {
      close = List.copyOf(close);
      lines = lines.stream().map(List::copyOf).toList();
    }
  }
}
