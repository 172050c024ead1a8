package org.regards.letter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter as a file that its author changes: the markup that the store holds, a line a block.
 * Facts keep their marks or lose them; nobody makes one up.
 */
public final class LetterEdit {
  private static final Pattern FIRST_LINE =
      Pattern.compile("\\uFEFF?<!-- (L-[0-9]+) ([0-9a-f]{64}) -->\\R");
  private static final int LONGEST = 64_000;

  private LetterEdit() {}

  /** What was read from a file. */
  public sealed interface Reading {
    /**
     * A letter, which may still not be one of its type.
     *
     * @param digest of the letter that the file was written from
     */
    record Read(Letter letter, String digest) implements Reading {}

    /** Something that no letter can hold. */
    record Unreadable(List<String> problems) implements Reading {
      public Unreadable {
        problems = List.copyOf(problems);
      }
    }
  }

  /** The file, whose first line says which letter it was written from. */
  public static String write(StoredLetter stored) {
    return "<!-- %s %s -->\n".formatted(stored.id(), LetterDigest.of(stored.letter()))
        + lines(stored.letter());
  }

  private static String lines(Letter letter) {
    return LetterMarkup.write(letter)
        .replaceAll("(<section[^>]*>)", "$1\n")
        .replaceAll("(</(?:p|ul|table|li|tr)>)(?!\n)", "$1\n")
        .replaceAll("<(ul|footer)>", "<$1>\n");
  }

  /**
   * Reads a file into the place of a letter's text.
   *
   * @param stored the letter that it belongs to
   */
  public static Reading read(String text, StoredLetter stored) {
    Letter before = stored.letter();
    if (text.length() > LONGEST) {
      return new Reading.Unreadable(
          List.of(
              "the file has %,d characters; a letter holds %,d".formatted(text.length(), LONGEST)));
    }
    List<String> problems = new ArrayList<>();
    Matcher first = FIRST_LINE.matcher(text);
    if (!first.lookingAt() || !first.group(1).equals(stored.id().toString())) {
      problems.add(
          "the first line is not that of a file of %s; write one with regards edit %1$s --to FILE"
              .formatted(stored.id()));
    }
    LetterMarkup.Content content = LetterMarkup.read(text, before.head().language(), problems::add);
    Letter letter = new Letter(before.head(), content.subject(), content.parts());
    return problems.isEmpty()
        ? new Reading.Read(letter, first.group(2))
        : new Reading.Unreadable(problems);
  }

  /** Why a letter cannot stand in the place of another; empty when it can. */
  static List<String> problems(Letter before, Letter after) {
    List<String> problems =
        new ArrayList<>(
            PartOrder.problems(
                before.head().type(), new LetterMarkup.Content(after.subject(), after.parts())));
    if (!after.head().equals(before.head())) {
      problems.add("recipient, sender, language, channel and day are not changed by an edit");
    }
    List<Part> locked = before.parts().stream().filter(Part::locked).toList();
    for (Part part : locked) {
      if (!after.parts().contains(part)) {
        problems.add(
            "the part %s is locked: its words are policy or law".formatted(part.name().word()));
      }
    }
    for (Part part : after.parts()) {
      if (part.locked() && !locked.contains(part)) {
        problems.add("the part %s cannot be locked by an edit".formatted(part.name().word()));
      }
    }
    Set<Fact> known = new HashSet<>(before.facts());
    after.facts().stream()
        .filter(fact -> !known.contains(fact))
        .distinct()
        .forEach(
            fact ->
                problems.add(
                    "“%s” is marked as %s and the letter had no such fact; write it without <data>"
                        .formatted(fact.text(), fact.source())));
    return problems;
  }
}
