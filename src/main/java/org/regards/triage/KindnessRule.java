package org.regards.triage;

import java.util.List;
import java.util.Optional;
import org.regards.customer.CustomerStatus;
import org.regards.history.CaseFile;
import org.regards.history.CaseState;
import org.regards.history.Interaction;
import org.regards.history.Tag;
import org.regards.playbook.LetterKind;

/** Kind words that nobody has thanked for. */
final class KindnessRule implements Rule {
  private static final Move THANK_YOU = Move.write(LetterKind.THANK_YOU);

  @Override
  public Optional<Finding> look(Situation situation) {
    if (situation.dossier().customer().status() != CustomerStatus.ACTIVE) {
      return Optional.empty();
    }
    List<Interaction> kind =
        situation.tagged(situation.plan().thresholds().kindnessDays(), Tag.PRAISE, Tag.THANKS);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    Interaction last = kind.getLast();
    if (situation.wasSentSince(LetterKind.THANK_YOU, last.at())) {
      situation.passOver(THANK_YOU, "we have thanked for %s", last.id());
      return Optional.empty();
    }
    Optional<CaseFile> repaired =
        situation.dossier().cases().reversed().stream()
            .filter(file -> file.state() == CaseState.UPHELD && file.resolved() != null)
            .filter(file -> !Evidence.day(last).isBefore(file.opened()))
            .findFirst();
    Finding finding =
        new Finding(repaired.isPresent() ? Sign.RECOVERY : Sign.KINDNESS, THANK_YOU)
            .cite(Evidence.of(last))
            .guard("no coupon, no survey, no request for a review")
            .not(Move.nothing(), "writers underestimate what a thank-you does");
    repaired.ifPresent(
        file ->
            finding.cite(Evidence.of(file)).guard("the repair is settled: do not open it again"));
    return Optional.of(finding);
  }
}
