package org.regards.review;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.letter.Block;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.Part;
import org.regards.letter.PartName;
import org.regards.review.Suggestion.Replacement;

/**
 * Puts what findings suggest into a letter, where that is words for words. Facts on record and
 * locked parts stay as they are.
 */
public final class Mending {
  private static final Comparator<Finding> FROM_THE_END =
      Comparator.comparingInt((Finding finding) -> finding.place().from()).reversed();

  private Mending() {}

  /** Whether a finding can be mended without a person finding the words. */
  public static boolean canMend(Finding finding, Letter letter) {
    return finding.suggestion() instanceof Replacement
        && finding.place().to() > finding.place().from()
        && letter.parts().stream()
            .noneMatch(part -> part.locked() && part.name() == finding.place().part());
  }

  /** The letter with all of the findings mended that can be; of two that overlap the later one. */
  public static Letter mend(Letter letter, Collection<Finding> findings) {
    List<Finding> mendable =
        findings.stream().filter(finding -> canMend(finding, letter)).sorted(FROM_THE_END).toList();
    return new Letter(
        letter.head(),
        mended(letter.subject(), at(mendable, null, 0)),
        letter.parts().stream().map(part -> mended(part, mendable)).toList());
  }

  private static Part mended(Part part, List<Finding> findings) {
    List<Block> blocks = new ArrayList<>();
    for (int block = 0; block < part.blocks().size(); block++) {
      blocks.add(mended(part.blocks().get(block), at(findings, part.name(), block)));
    }
    return new Part(part.name(), part.locked(), blocks);
  }

  private static List<Finding> at(List<Finding> findings, @Nullable PartName part, int block) {
    return findings.stream()
        .filter(finding -> finding.place().part() == part && finding.place().block() == block)
        .toList();
  }

  private static Block mended(Block block, List<Finding> findings) {
    if (findings.isEmpty()) {
      return block;
    }
    List<List<Inline>> lines = new ArrayList<>();
    int offset = 0;
    for (List<Inline> line : Passage.lines(block)) {
      int begin = offset;
      offset += Inline.plain(line).length() + 1;
      int end = offset;
      lines.add(
          mended(
              line,
              begin,
              findings.stream()
                  .filter(one -> one.place().from() >= begin && one.place().to() < end)
                  .toList()));
    }
    return switch (block) {
      case Block.Paragraph ignored -> new Block.Paragraph(lines.getFirst());
      case Block.ItemList ignored -> new Block.ItemList(lines);
      case Block.Table table -> {
        int width = table.head().size();
        List<List<List<Inline>>> rows = new ArrayList<>();
        for (int from = width; from < lines.size(); from += width) {
          rows.add(lines.subList(from, from + width));
        }
        yield new Block.Table(lines.subList(0, width), rows);
      }
      case Block.Signature ignored ->
          new Block.Signature(lines.getFirst(), lines.subList(1, lines.size()));
    };
  }

  private static List<Inline> mended(List<Inline> runs, List<Finding> findings) {
    return mended(runs, 0, findings);
  }

  private static List<Inline> mended(List<Inline> runs, int offset, List<Finding> findings) {
    List<Inline> mended = runs;
    int taken = Integer.MAX_VALUE;
    for (Finding finding : findings) {
      if (finding.place().to() <= taken && finding.suggestion() instanceof Replacement words) {
        List<Inline> current = mended;
        Optional<List<Inline>> replaced =
            Cut.of(
                    Inline.plain(current),
                    finding.place().from() - offset,
                    finding.place().to() - offset,
                    words.words())
                .flatMap(cut -> new RunEdit(cut).edit(current));
        if (replaced.isPresent()) {
          mended = replaced.get();
          taken = finding.place().from();
        }
      }
    }
    return mended;
  }

  /**
   * A stretch and what stands in its place. Words that are left out take a space with them, or the
   * pair of commas between which they stand, and the word after them begins the sentence where they
   * began it.
   */
  record Cut(int from, int to, String words) {
    /** Empty where words can only be left out by a person: next to other marks, or alone. */
    static Optional<Cut> of(String text, int from, int to, String words) {
      if (!words.isEmpty()) {
        return Optional.of(new Cut(from, to, words));
      }
      if (startsAt(text, from)) {
        int next = to;
        while (next < text.length() && ", ".indexOf(text.charAt(next)) >= 0) {
          next++;
        }
        return isLetter(text, next)
            ? Optional.of(
                new Cut(from, next + 1, text.substring(next, next + 1).toUpperCase(Locale.ROOT)))
            : Optional.empty();
      }
      if (from < 2 || text.charAt(from - 1) != ' ') {
        return Optional.empty();
      }
      boolean afterComma = text.charAt(from - 2) == ',';
      boolean beforeComma = to < text.length() && text.charAt(to) == ',';
      if (afterComma && beforeComma) {
        return Optional.of(new Cut(from - 2, to + 1, ""));
      }
      boolean ends = to == text.length() || (text.charAt(to) == '.' && !afterComma);
      boolean goesOn = to + 1 < text.length() && text.charAt(to) == ' ' && isLetter(text, to + 1);
      return Character.isLetterOrDigit(text.charAt(from - 2)) && (ends || goesOn)
          ? Optional.of(new Cut(from - 1, to, ""))
          : Optional.empty();
    }

    private static boolean isLetter(String text, int at) {
      return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    private static boolean startsAt(String text, int from) {
      String before = text.substring(0, from).stripTrailing();
      return before.isEmpty() || ".!?\n".indexOf(before.charAt(before.length() - 1)) >= 0;
    }
  }
}
