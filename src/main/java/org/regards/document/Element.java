package org.regards.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** A piece of a document, in the order of reading. */
public sealed interface Element permits Element.Prose, Table, Chart {
  /** What is made of words alone. */
  sealed interface Prose extends Element {}

  /** Begins a section. */
  record Heading(String text) implements Prose {}

  /** Begins a part of a section. */
  record Subheading(String text) implements Prose {}

  record Paragraph(String text) implements Prose {}

  /** Said beside the matter: where figures come from, what is left out. */
  record Remark(String text) implements Prose {}

  /**
   * The very words of somebody.
   *
   * @param text may have several lines
   * @param source who said them, when and where
   */
  record Quote(String text, String source) implements Prose {}

  record Items(List<String> items) implements Prose {
    public Items {
      items = List.copyOf(items);
    }
  }

  /** Items to be ticked by hand. */
  record Checks(List<String> items) implements Prose {
    public Checks {
      items = List.copyOf(items);
    }
  }

  /** Names with what they stand for. */
  record Facts(List<Fact> facts) implements Prose {
    public Facts {
      facts = List.copyOf(facts);
    }

    /** Pairs of a name and its value; those without a value are left out. */
    public static Facts of(String... namesAndValues) {
      List<Fact> facts = new ArrayList<>();
      for (int i = 0; i + 1 < namesAndValues.length; i += 2) {
        if (!namesAndValues[i + 1].isBlank()) {
          facts.add(new Fact(namesAndValues[i], namesAndValues[i + 1]));
        }
      }
      return new Facts(facts);
    }
  }

  record Fact(String name, String value) {}

  /** All words in it, for whoever looks for some. */
  default Stream<String> words() {
    return switch (this) {
      case Heading heading -> Stream.of(heading.text);
      case Subheading heading -> Stream.of(heading.text);
      case Paragraph paragraph -> Stream.of(paragraph.text);
      case Remark remark -> Stream.of(remark.text);
      case Quote quote -> Stream.of(quote.text, quote.source);
      case Items items -> items.items.stream();
      case Checks checks -> checks.items.stream();
      case Facts facts -> facts.facts.stream().flatMap(fact -> Stream.of(fact.name, fact.value));
      case Table table ->
          Stream.of(
                  Stream.of(table.caption()),
                  table.columns().stream().map(Table.Column::title),
                  table.rows().stream().flatMap(row -> row.stream().map(Cell::text)))
              .flatMap(words -> words);
      case Chart chart -> Stream.of(chart.spoken());
    };
  }
}
