package org.regards.approval;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.joda.money.Money;
import org.regards.customer.CustomerId;
import org.regards.triage.ValueCard;

/**
 * Both sides of a customer over the last twelve months, and their lines in the ledger of
 * exceptions.
 *
 * @param exceptions of these months, oldest first
 */
public record CustomerAccount(
    CustomerId customer, ValueCard card, List<PolicyException> exceptions) {
  public CustomerAccount {
    exceptions = List.copyOf(exceptions);
  }

  /** In a sentence. */
  public String words() {
    Money left = card.left();
    return "%s in the twelve months since %s: ordered %s; given back %s; %s without our fault%s; %s; %d minutes of ours%s."
        .formatted(
            customer,
            card.from(),
            sums(card.ordered()),
            sums(card.returned()),
            card.favours() == 1 ? "1 favour" : card.favours() + " favours",
            card.favours() == 0 ? "" : ", " + sums(card.favoured()),
            exceptions.size() == 1 ? "1 exception" : exceptions.size() + " exceptions",
            card.minutes(),
            left == null ? "" : "; left after goods and our time: " + left);
  }

  private static String sums(List<Money> sums) {
    return sums.isEmpty()
        ? "nothing"
        : sums.stream().map(Money::toString).collect(joining(" and "));
  }
}
