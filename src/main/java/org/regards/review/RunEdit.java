package org.regards.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.regards.letter.Inline;
import org.regards.review.Mending.Cut;
import org.regards.store.RecordKind;

/** Replaces a stretch of the text of some runs. For one use, on one thread. */
final class RunEdit {
  private final Cut cut;
  private int position;
  private boolean written;
  private boolean refused;

  RunEdit(Cut cut) {
    this.cut = cut;
  }

  /** The runs with the words in their place; empty when a fact on record is in the way. */
  Optional<List<Inline>> edit(List<Inline> runs) {
    List<Inline> edited = each(runs);
    return refused || !written ? Optional.empty() : Optional.of(edited);
  }

  private List<Inline> each(List<Inline> runs) {
    List<Inline> edited = new ArrayList<>();
    for (Inline run : runs) {
      switch (run) {
        case Inline.Text text -> add(text.text(), run, edited);
        case Inline.FactText fact -> {
          if (touches(fact.fact().text().length())
              && fact.fact().source().record().kind() != RecordKind.INPUT) {
            refused = true;
          }
          add(fact.fact().text(), run, edited);
        }
        case Inline.Emphasis emphasis -> edited.add(new Inline.Emphasis(each(emphasis.runs())));
        case Inline.Link link -> edited.add(new Inline.Link(link.target(), each(link.runs())));
        case Inline.LineBreak ignored -> {
          refused |= touches(1);
          position++;
          edited.add(run);
        }
      }
    }
    return edited;
  }

  private boolean touches(int length) {
    return position < cut.to() && cut.from() < position + length;
  }

  /** What the author gave while composing becomes plain text when it is changed. */
  private void add(String text, Inline run, List<Inline> edited) {
    if (!touches(text.length())) {
      edited.add(run);
    } else {
      int from = Math.max(0, cut.from() - position);
      int to = Math.min(text.length(), cut.to() - position);
      String words = written ? "" : cut.words();
      written = true;
      String rest = text.substring(0, from) + words + text.substring(to);
      if (!rest.isEmpty()) {
        edited.add(new Inline.Text(rest));
      }
    }
    position += text.length();
  }
}
