package org.regards.triage;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.regards.customer.CustomerStatus;
import org.regards.history.Direction;
import org.regards.history.Interaction;
import org.regards.history.Order;
import org.regards.history.Tag;
import org.regards.playbook.LetterKind;

/** After the end: a card where it was a good one, nothing where it was not. */
final class EndedRule implements Rule {
  private static final Move CARD = Move.write(LetterKind.FAREWELL_CARD);

  @Override
  public Optional<Finding> look(Situation situation) {
    if (situation.dossier().customer().status() != CustomerStatus.ENDED
        || situation.pending().isPresent()) {
      return Optional.empty();
    }
    List<Interaction> grave =
        situation.dossier().fromCustomer().filter(EndedRule::isGrave).toList();
    if (!grave.isEmpty()) {
      return Optional.of(
          new Finding(Sign.ENDED_AFTER_THREAT, Move.nothing())
              .cite(grave.reversed().stream().map(Evidence::of))
              .cite(
                  situation.dossier().interactions().stream()
                      .filter(contact -> contact.direction() == Direction.OUT)
                      .filter(contact -> contact.at().isAfter(grave.getFirst().at()))
                      .map(Evidence::of))
              .guard("if a card is written by hand, the line that leaves the door open is refused")
              .not(CARD, "the relationship ended after a threat or abuse"));
    }
    return Optional.of(afterAGoodEnd(situation));
  }

  private static Finding afterAGoodEnd(Situation situation) {
    Optional<LocalDate> last = lastDay(situation);
    int days = situation.plan().thresholds().goodEndDays();
    boolean isLate = last.isEmpty() || situation.daysSince(last.get()) > days;
    boolean isWritten = situation.sent(LetterKind.FAREWELL_CARD).findAny().isPresent();
    if (isLate || isWritten) {
      return new Finding(Sign.GOOD_END, Move.nothing())
          .cite(Evidence.of(situation.dossier().customer()))
          .cite(situation.sent(LetterKind.FAREWELL_CARD).map(Evidence::of))
          .not(
              CARD,
              isWritten
                  ? "it has been sent"
                  : "nothing has happened for more than %d days: it would come late",
              days);
    }
    return new Finding(Sign.GOOD_END, CARD)
        .cite(
            Stream.concat(situation.dossier().kindWords(), situation.dossier().fromCustomer())
                .limit(1)
                .map(Evidence::of))
        .cite(Evidence.of(situation.dossier().customer()))
        .guard("the door may be left open: there was no threat and no abuse")
        .guard("the card follows the end, it does not bring the news of it")
        .not(Move.write(LetterKind.FAREWELL), "the relationship has ended already");
  }

  private static Optional<LocalDate> lastDay(Situation situation) {
    return Stream.concat(
            situation.dossier().interactions().stream().map(Evidence::day),
            situation.dossier().orders().stream().map(Order::date))
        .max(Comparator.naturalOrder());
  }

  private static boolean isGrave(Interaction contact) {
    return contact.tags().stream().anyMatch(tag -> tag.isConduct() || tag == Tag.THREAT_LEGAL);
  }
}
