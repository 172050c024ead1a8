package org.regards.review;

import java.util.Set;
import org.regards.history.CaseFile;
import org.regards.history.Fault;
import org.regards.letter.LetterType;
import org.regards.playbook.Role;

/** When words that a letter does without may stand in it all the same. */
final class Occasions {
  private Occasions() {}

  /** Whether a rule of words holds for this letter. */
  static boolean holds(Rule rule, ReviewedLetter letter) {
    Set<Role> word = letter.surroundings().wordOf();
    return switch (rule) {
      case ADMIT_1 -> !(word.contains(Role.COUNSEL) && isOurs(letter));
      case LEGAL_1, GAG_1 -> !word.contains(Role.COUNSEL);
      // the door may stand open to anybody but those whose conduct ended it
      // and nobody is sorry to them that it ended
      case SORRY_5 ->
          letter.type() != LetterType.FAREWELL || FarewellRules.incident(letter).isEmpty();
      case FARE_3 -> FarewellRules.incident(letter).isPresent();
      default -> true;
    };
  }

  private static boolean isOurs(ReviewedLetter letter) {
    return letter.caseFile().map(CaseFile::fault).filter(Fault.OURS::equals).isPresent();
  }
}
