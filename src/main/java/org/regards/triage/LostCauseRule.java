package org.regards.triage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.regards.history.CaseFile;
import org.regards.history.CaseState;
import org.regards.history.Direction;
import org.regards.history.Interaction;
import org.regards.history.Tag;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Occasion;

/** Whoever has refused every offer gets a final answer, and then only new facts reopen the case. */
final class LostCauseRule implements Rule {
  private static final Move EXPLANATION = Move.write(LetterKind.EXPLANATION);

  @Override
  public Optional<Finding> look(Situation situation) {
    return situation
        .pending()
        .filter(file -> file.state() == CaseState.REFUSED)
        .flatMap(file -> lost(situation, file));
  }

  private static Optional<Finding> lost(Situation situation, CaseFile file) {
    int wanted = situation.plan().thresholds().refusedOffers();
    List<Interaction> contacts = about(situation, file);
    int refused = refused(contacts);
    if (refused < wanted) {
      situation.passOver(
          EXPLANATION,
          "%d refused in %s; a final answer comes after %d",
          refused,
          file.id(),
          wanted);
      return Optional.empty();
    }
    Optional<Instant> lastRefusal =
        contacts.stream()
            .filter(Interaction::isFromCustomer)
            .map(Interaction::at)
            .reduce((earlier, later) -> later);
    boolean isClosed =
        situation
            .sent(LetterKind.EXPLANATION)
            .anyMatch(letter -> lastOffer(contacts).filter(letter.at()::isAfter).isPresent());
    Finding finding =
        new Finding(Sign.CANNOT_BE_WON, isClosed ? Move.nothing() : EXPLANATION)
            .about(file)
            .cite(contacts.stream().map(Evidence::of))
            .on(Occasion.FINAL)
            .not(
                Move.write(LetterKind.COMPROMISE),
                "%d of our offers were refused in this case; a further one would reward asking"
                    + " again",
                refused);
    situation.policy(file).ifPresent(policy -> finding.cite(Evidence.of(policy)));
    if (isClosed) {
      finding
          .cite(situation.sent(LetterKind.EXPLANATION).map(Evidence::of))
          .guard("our final answer has gone: only new facts reopen it; close the case")
          .not(EXPLANATION, "it has been sent");
    } else {
      finding
          .guard("final answer: only new facts reopen it")
          .guard("where the law wants it, name the body that settles disputes")
          .guard("what we offered stays on offer until the day it says");
    }
    lastRefusal
        .filter(moment -> situation.isOverdue() && !isClosed)
        .ifPresent(moment -> finding.guard("it has waited too long: answer today"));
    return Optional.of(finding);
  }

  private static List<Interaction> about(Situation situation, CaseFile file) {
    return situation.dossier().interactions().stream()
        .filter(contact -> !Evidence.day(contact).isBefore(file.opened()))
        .filter(contact -> !contact.tags().contains(Tag.AUTO_REPLY))
        .toList();
  }

  /** How often something of ours was followed by something of the customer's that is no thanks. */
  private static int refused(List<Interaction> contacts) {
    int refused = 0;
    boolean offered = false;
    for (Interaction contact : contacts) {
      if (contact.direction() == Direction.OUT) {
        offered = true;
      } else if (offered && contact.tags().stream().noneMatch(LostCauseRule::isNoRefusal)) {
        refused++;
        offered = false;
      }
    }
    return refused;
  }

  private static boolean isNoRefusal(Tag tag) {
    return tag.isKind() || tag == Tag.QUESTION;
  }

  private static Optional<Instant> lastOffer(List<Interaction> contacts) {
    return contacts.stream()
        .filter(contact -> contact.direction() == Direction.OUT)
        .map(Interaction::at)
        .reduce((earlier, later) -> later);
  }
}
