package org.regards.letter;

import java.util.List;

/** What became of a change to a draft. */
public sealed interface Revision {
  /** The draft is changed. */
  record Revised(StoredLetter letter) implements Revision {}

  /** It says what it said before. */
  record Unchanged(StoredLetter letter) implements Revision {}

  /**
   * Somebody else has changed it since it was read; nothing was kept.
   *
   * @param digest of what it is now
   */
  record ChangedMeanwhile(LetterId letter, String digest) implements Revision {}

  /** It is past changing. */
  record NotADraft(LetterId letter, LetterState state) implements Revision {}

  /** It would not be such a letter any more, or would change what is not its author's to change. */
  record Refused(LetterId letter, List<String> problems) implements Revision {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
