package org.regards.approval;

import java.util.Optional;
import org.joda.money.Money;
import org.regards.letter.Fact;
import org.regards.letter.Letter;

/** What a letter gives: the amount that stands in it. */
final class Offers {
  private static final String OFFER = "offer";

  private Offers() {}

  /** Whether its policy says the amount or its author does. */
  static Optional<Money> in(Letter letter) {
    return letter.facts().stream()
        .filter(Offers::isOffer)
        .map(fact -> Money.parse(fact.value()))
        .findFirst();
  }

  private static boolean isOffer(Fact fact) {
    return switch (fact.source().record().kind()) {
      case CASE -> fact.source().field().equals(OFFER);
      case INPUT -> fact.source().record().key().equals(OFFER);
      case CUSTOMER, ORDER, INTERACTION, POLICY, STAFF, BUSINESS -> false;
    };
  }
}
