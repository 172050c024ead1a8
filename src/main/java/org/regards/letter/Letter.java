package org.regards.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A letter: an ordered list of parts, each of blocks of text and facts. The one model behind its
 * three faces: email, plain text and paper. Immutable.
 *
 * @param subject empty for a card
 */
public record Letter(LetterHead head, List<Inline> subject, List<Part> parts) {
  public Letter {
    subject = List.copyOf(subject);
    parts = List.copyOf(parts);
  }

  public String subjectText() {
    return Inline.plain(subject);
  }

  /** All facts in the order they are printed, the subject's first; repeated ones repeat. */
  public List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    collect(subject, facts);
    facts.addAll(bodyFacts());
    return facts;
  }

  /** The same without the subject's. */
  public List<Fact> bodyFacts() {
    List<Fact> facts = new ArrayList<>();
    for (Part part : parts) {
      for (Block block : part.blocks()) {
        runs(block).forEach(runs -> collect(runs, facts));
      }
    }
    return facts;
  }

  private static Stream<List<Inline>> runs(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> Stream.of(paragraph.runs());
      case Block.ItemList list -> list.items().stream();
      case Block.Table table ->
          Stream.concat(table.head().stream(), table.rows().stream().flatMap(List::stream));
      case Block.Signature signature ->
          Stream.concat(Stream.of(signature.close()), signature.lines().stream());
    };
  }

  private static void collect(List<Inline> runs, List<Fact> facts) {
    for (Inline run : runs) {
      switch (run) {
        case Inline.FactText fact -> facts.add(fact.fact());
        case Inline.Emphasis emphasis -> collect(emphasis.runs(), facts);
        case Inline.Link link -> collect(link.runs(), facts);
        case Inline.Text ignored -> {}
        case Inline.LineBreak ignored -> {}
      }
    }
  }
}
