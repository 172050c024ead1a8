package org.regards.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regards.letter.Block;
import org.regards.letter.Fact;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.Part;
import org.regards.letter.PartName;
import org.regards.letter.Signatory;
import org.regards.store.RecordKind;

/**
 * The plain text of one block of a letter, or of one line of it where a block has several, and
 * which of it came from records. Immutable.
 *
 * @param part the part it stands in, or null for the subject
 * @param block of the part, counted from 0
 * @param offset where the line begins in the text of the block, its lines joined by line breaks
 */
record Passage(@Nullable PartName part, int block, int offset, String text, List<FactAt> facts) {
  Passage {
    facts = List.copyOf(facts);
  }

  private static final Pattern GIVEN =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}|[A-Z]{3} -?\\d+(?:\\.\\d+)?|\\d+");

  /** A passage that is its whole block. */
  Passage(@Nullable PartName part, int block, String text, List<FactAt> facts) {
    this(part, block, 0, text, facts);
  }

  /** A fact and where it is printed in the text. */
  record FactAt(Fact fact, int from, int to) {
    /**
     * Whether its words are nobody's choice: it stands in a record, or is a day, an amount or a
     * number that the author gave and the program wrote. A text that was given is the author's.
     */
    boolean isOnRecord() {
      return fact.source().record().kind() != RecordKind.INPUT
          || GIVEN.matcher(fact.value()).matches();
    }
  }

  /** All passages of a letter, subject first; the signature is the last of them. */
  static List<Passage> of(Letter letter) {
    List<Passage> passages = new ArrayList<>();
    if (!letter.subject().isEmpty()) {
      passages.add(of(null, 0, letter.subject()));
    }
    letter.parts().forEach(part -> add(part, passages));
    return List.copyOf(passages);
  }

  /** Those of some parts of a letter. */
  static List<Passage> of(Letter letter, List<PartName> parts) {
    List<Passage> passages = new ArrayList<>();
    letter.parts().stream()
        .filter(part -> parts.contains(part.name()))
        .forEach(part -> add(part, passages));
    return List.copyOf(passages);
  }

  private static void add(Part part, List<Passage> passages) {
    for (int block = 0; block < part.blocks().size(); block++) {
      add(part.name(), block, part.blocks().get(block), passages);
    }
  }

  private static void add(PartName part, int block, Block of, List<Passage> passages) {
    int offset = 0;
    for (List<Inline> line : lines(of)) {
      Passage passage = of(part, block, offset, line);
      passages.add(passage);
      offset += passage.text().length() + 1;
    }
  }

  /** The lines of a block: items, cells, or the one that a paragraph is. */
  static List<List<Inline>> lines(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> List.of(paragraph.runs());
      case Block.ItemList list -> list.items();
      case Block.Table table ->
          Stream.concat(table.head().stream(), table.rows().stream().flatMap(List::stream))
              .toList();
      case Block.Signature signature ->
          Stream.concat(Stream.of(signature.close()), signature.lines().stream()).toList();
    };
  }

  static Passage of(@Nullable PartName part, int block, List<Inline> runs) {
    return of(part, block, 0, runs);
  }

  private static Passage of(@Nullable PartName part, int block, int offset, List<Inline> runs) {
    StringBuilder text = new StringBuilder();
    List<FactAt> facts = new ArrayList<>();
    append(runs, text, facts);
    return new Passage(part, block, offset, text.toString(), facts);
  }

  /** Whether any of a stretch came from a record. */
  boolean isFact(int from, int to) {
    for (FactAt fact : facts) {
      if (fact.isOnRecord() && from < fact.to() && fact.from() < to) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of a stretch is marked as a fact, be it on record or given by the author. */
  boolean isMarked(int from, int to) {
    return facts.stream().anyMatch(fact -> from < fact.to() && fact.from() < to);
  }

  /** Whether a digit stands in it that came from no record. */
  boolean hasOwnDigit() {
    return hasDigit(false);
  }

  /**
   * Whether there is a digit in it. By hand: most passages hold none, and patterns that want one
   * are slow to find that out.
   */
  boolean hasDigit(boolean inFacts) {
    for (int at = 0; at < text.length(); at++) {
      if (Character.isDigit(text.charAt(at)) && (inFacts || !isFact(at, at + 1))) {
        return true;
      }
    }
    return false;
  }

  /** Whether any of some characters stands in it. */
  boolean hasAny(String characters) {
    for (int at = 0; at < text.length(); at++) {
      if (characters.indexOf(text.charAt(at)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether it says who signs, or how to reach them. */
  boolean names(Signatory signatory) {
    return Stream.of(signatory.name(), signatory.phone(), signatory.email())
        .anyMatch(words -> !words.isBlank() && text.contains(words));
  }

  Place place(int from, int to) {
    return new Place(
        part, block, offset + from, offset + to, text.substring(from, to), sentence(from, to));
  }

  /** The passage as a whole. */
  Place place() {
    return new Place(part, block, offset, offset, "", "");
  }

  /** The sentence around a stretch, or those that it reaches over. */
  String sentence(int from, int to) {
    int begin = from;
    while (begin > 0 && !endsSentence(begin - 1)) {
      begin--;
    }
    int end = to;
    while (end < text.length() && (end == 0 || !endsSentence(end - 1))) {
      end++;
    }
    return text.substring(begin, end).strip();
  }

  /** A mark that no letter or digit follows: neither {@code 4.2} nor {@code larch.example}. */
  private boolean endsSentence(int at) {
    return ".!?…\n".indexOf(text.charAt(at)) >= 0
        && (at + 1 == text.length() || Character.isWhitespace(text.charAt(at + 1)))
        && !isFact(at, at + 1);
  }

  private static void append(List<Inline> runs, StringBuilder text, List<FactAt> facts) {
    for (Inline run : runs) {
      switch (run) {
        case Inline.Text words -> text.append(words.text());
        case Inline.FactText fact -> {
          int from = text.length();
          text.append(fact.fact().text());
          facts.add(new FactAt(fact.fact(), from, text.length()));
        }
        case Inline.Emphasis emphasis -> append(emphasis.runs(), text, facts);
        case Inline.Link link -> append(link.runs(), text, facts);
        case Inline.LineBreak ignored -> text.append('\n');
      }
    }
  }
}
