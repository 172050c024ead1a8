package org.regards.letter;

import java.net.URI;
import java.util.List;

/** A run within a block. */
public sealed interface Inline {
  /** Words of the template or of an author. */
  record Text(String text) implements Inline {}

  /** Something that came from a record. */
  record FactText(Fact fact) implements Inline {}

  record Emphasis(List<Inline> runs) implements Inline {
    public Emphasis {
      runs = List.copyOf(runs);
    }
  }

  /** A link; the target is {@code https}, {@code mailto} or {@code tel}. */
  record Link(URI target, List<Inline> runs) implements Inline {
    public Link {
      runs = List.copyOf(runs);
    }
  }

  /** A line break inside a block. */
  record LineBreak() implements Inline {}

  /** The runs as plain text; a line break is {@code \n}. */
  static String plain(List<Inline> runs) {
    StringBuilder text = new StringBuilder();
    appendPlain(runs, text);
    return text.toString();
  }

  private static void appendPlain(List<Inline> runs, StringBuilder text) {
    for (Inline run : runs) {
      switch (run) {
        case Text words -> text.append(words.text());
        case FactText fact -> text.append(fact.fact().text());
        case Emphasis emphasis -> appendPlain(emphasis.runs(), text);
        case Link link -> appendPlain(link.runs(), text);
        case LineBreak ignored -> text.append('\n');
      }
    }
  }
}
