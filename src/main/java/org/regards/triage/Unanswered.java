package org.regards.triage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.regards.history.CaseFile;
import org.regards.history.CaseState;
import org.regards.history.Direction;
import org.regards.history.Dossier;
import org.regards.history.Interaction;
import org.regards.history.PastLetter;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Playbook;
import org.regards.playbook.SpokenLanguages;

/** What a customer still waits for in a case. */
public final class Unanswered {
  /** A message so many days before its case was opened is still about it. */
  private static final int DAYS_BEFORE = 7;

  private Unanswered() {}

  /**
   * The customer's letters and emails about the case that nothing of ours followed, oldest first.
   */
  public static List<Interaction> messages(CaseFile file, Dossier dossier, Playbook playbook) {
    return new Situation(dossier, playbook, SpokenLanguages.NONE)
        .unanswered(file.opened().minusDays(DAYS_BEFORE));
  }

  /**
   * Whether our last word is missing: the customer has refused what we offered, and no letter has
   * explained since why there is no more.
   */
  public static boolean wantsLastWord(CaseFile file, Dossier dossier) {
    if (file.state() != CaseState.REFUSED) {
      return false;
    }
    Optional<Instant> lastOffer =
        dossier.interactions().stream()
            .filter(contact -> contact.direction() == Direction.OUT)
            .map(Interaction::at)
            .filter(moment -> !moment.isBefore(start(file)))
            .max(Comparator.naturalOrder());
    return dossier.letters().stream()
        .filter(letter -> letter.type().equals(LetterKind.EXPLANATION.word()))
        .filter(letter -> letter.state().equals(Situation.SENT))
        .map(PastLetter::at)
        .noneMatch(moment -> moment.isAfter(lastOffer.orElse(start(file))));
  }

  private static Instant start(CaseFile file) {
    return file.opened().atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
