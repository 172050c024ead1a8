package org.regards.review;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseFile;
import org.regards.history.Dossier;
import org.regards.letter.Letter;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.playbook.Playbook;

/**
 * A letter as the rules read it: taken apart once for all of them. For one review, on one thread.
 */
final class ReviewedLetter {
  private final Letter letter;
  private final Dossier dossier;
  private final Playbook playbook;
  private final Surroundings surroundings;
  private final List<Read> passages;

  /** A passage and its words. */
  record Read(Passage passage, List<Token> tokens) {
    @Nullable PartName part() {
      return passage.part();
    }

    String text() {
      return passage.text();
    }
  }

  /**
   * @param dossier of the customer, as of now: not as of when the letter was written
   */
  ReviewedLetter(Letter letter, Dossier dossier, Playbook playbook, Surroundings surroundings) {
    this.letter = letter;
    this.dossier = dossier;
    this.playbook = playbook;
    this.surroundings = surroundings;
    this.passages =
        Passage.of(letter).stream().map(passage -> new Read(passage, Token.of(passage))).toList();
  }

  Letter letter() {
    return letter;
  }

  LetterType type() {
    return letter.head().type();
  }

  Dossier dossier() {
    return dossier;
  }

  Playbook playbook() {
    return playbook;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Subject, parts and signature, in the order of reading. */
  List<Read> passages() {
    return passages;
  }

  /** The passages of a part, or none. */
  List<Read> part(PartName part) {
    return passages.stream().filter(passage -> passage.part() == part).toList();
  }

  boolean has(PartName part) {
    return passages.stream().anyMatch(passage -> passage.part() == part);
  }

  /** The case that the letter is about. */
  Optional<CaseFile> caseFile() {
    return Optional.ofNullable(letter.head().caseId()).flatMap(dossier::caseFile);
  }

  Finding finding(Rule rule, Place place, String sentence, @Nullable Suggestion suggestion) {
    return new Finding(rule, rule.severity(type()), place, sentence, suggestion);
  }
}
