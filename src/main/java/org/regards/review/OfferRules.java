package org.regards.review;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.joda.money.Money;
import org.regards.history.CaseFile;
import org.regards.history.CaseState;
import org.regards.history.Fault;
import org.regards.history.Interaction;
import org.regards.history.Order;
import org.regards.history.PolicyId;
import org.regards.history.Tag;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.playbook.Policy;
import org.regards.playbook.Role;
import org.regards.playbook.Thresholds;
import org.regards.review.ReviewedLetter.Stated;
import org.regards.store.RecordKind;

/**
 * What a letter offers, held against policy and precedent: POL-1 to POL-3, OFFER-1, GRANT-1. Safe
 * for all threads.
 */
final class OfferRules implements Check {
  private static final int FEWEST_PRECEDENTS = 3;
  private static final double MAY_DIFFER = 0.2;
  private static final Set<Tag> THREATS =
      EnumSet.of(
          Tag.THREAT_LEGAL, Tag.THREAT_PHYSICAL, Tag.THREAT_RETALIATION, Tag.THREAT_VANDALISM);

  @Override
  public void check(ReviewedLetter letter, Consumer<Finding> findings) {
    if (!letter.isAnyOf(LetterType.EXPLANATION, LetterType.COMPROMISE, LetterType.EDUCATE)) {
      return;
    }
    List<Offer> offers = Offer.in(letter);
    for (Offer offer : offers) {
      checkPolicy(letter, offer, findings);
      checkPrecedents(letter, offer, findings);
    }
    checkVersions(letter, findings);
    if (letter.type() == LetterType.COMPROMISE) {
      checkTerms(letter, offers, findings);
      checkThreat(letter, findings);
    }
  }

  private static void checkPolicy(ReviewedLetter letter, Offer offer, Consumer<Finding> findings) {
    Optional<Money> most = most(letter);
    if (most.isPresent()
        && most.get().isSameCurrency(offer.amount())
        && offer.amount().isGreaterThan(most.get())) {
      letter.report(
          findings,
          Rule.POL_1,
          offer.place(),
          "The letter offers %s, and %s allows %s at most for this order."
              .formatted(
                  offer.amount(),
                  letter.policy().map(OfferRules::cited).orElse("the policy"),
                  most.get()),
          "%s, or an exception with a named approver and a reason".formatted(most.get()));
    } else if (most.isPresent() && !most.get().isSameCurrency(offer.amount())) {
      letter.report(
          findings,
          Rule.POL_1,
          offer.place(),
          "The letter offers %s, and the order was paid in %s."
              .formatted(offer.amount(), most.get().getCurrencyUnit()),
          "an amount in the currency of the order");
    }
    checkFavours(letter, offer, findings);
  }

  /** The most that the policy allows for the order, or anybody here may give where that is less. */
  private static Optional<Money> most(ReviewedLetter letter) {
    Optional<Policy> policy = letter.policy();
    Optional<Order> order = letter.order();
    if (policy.isEmpty() || order.isEmpty()) {
      return Optional.empty();
    }
    Optional<Money> byPolicy = policy.get().mostFor(order.get().amount());
    LocalDate day = letter.caseFile().map(CaseFile::opened).orElse(letter.today());
    Optional<Money> byRole =
        Arrays.stream(Role.values())
            .map(role -> letter.playbook().limit(policy.get().id(), day, role))
            .flatMap(Optional::stream)
            .filter(limit -> limit.isSameCurrency(order.get().amount()))
            .max(Comparator.comparing(Money::getAmount));
    boolean planned = letter.playbook().limit(policy.get().id(), day, Role.MANAGER).isPresent();
    return byPolicy.map(
        most ->
            planned && byRole.isPresent() && byRole.get().isLessThan(most) ? byRole.get() : most);
  }

  /** So many favours within so many months and no more; what was our fault is none. */
  private static void checkFavours(ReviewedLetter letter, Offer offer, Consumer<Finding> findings) {
    Thresholds.Asks asks = letter.plan().thresholds().asks();
    LocalDate from = letter.today().minusMonths(asks.months());
    if (letter.caseFile().map(CaseFile::fault).orElse(Fault.OURS) == Fault.OURS) {
      return;
    }
    long favours =
        letter.dossier().cases().stream()
            .filter(file -> file.state() == CaseState.UPHELD && file.fault() != Fault.OURS)
            .filter(file -> file.resolved() != null && !file.resolved().isBefore(from))
            .count();
    if (favours >= asks.exceptions()) {
      letter.report(
          findings,
          Rule.POL_1,
          offer.place(),
          "This would be favour number %d to this customer within %d months."
              .formatted(favours + 1, asks.months()),
          "the no and its reason, or an exception with a named approver and a reason");
    }
  }

  private static void checkPrecedents(
      ReviewedLetter letter, Offer offer, Consumer<Finding> findings) {
    Optional<Order> order = letter.order();
    List<Double> shares =
        letter.surroundings().precedents().stream()
            .filter(
                one -> letter.caseFile().filter(file -> file.id().equals(one.caseId())).isEmpty())
            .map(Precedent::share)
            .sorted()
            .toList();
    if (order.isEmpty()
        || shares.size() < FEWEST_PRECEDENTS
        || !order.get().amount().isPositive()
        || !order.get().amount().isSameCurrency(offer.amount())) {
      return;
    }
    double median = median(shares);
    double share =
        offer.amount().getAmount().doubleValue() / order.get().amount().getAmount().doubleValue();
    if (Math.abs(share - median) > median * MAY_DIFFER) {
      letter.report(
          findings,
          Rule.POL_2,
          offer.place(),
          "The letter offers %.0f %% of the order; in the last %d cases of this kind it was %.0f %%."
              .formatted(share * 100, shares.size(), median * 100),
          "what others received, or a reason why this case is another one");
    }
  }

  private static double median(List<Double> sorted) {
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }

  /** The version that a letter cites is the one that the customer could read when it happened. */
  private static void checkVersions(ReviewedLetter letter, Consumer<Finding> findings) {
    LocalDate event = letter.caseFile().map(CaseFile::opened).orElse(letter.today());
    Set<String> told = new HashSet<>();
    for (Stated stated : letter.stated(PartName.values())) {
      if (stated.kind() != RecordKind.POLICY || !told.add(stated.fact().source().record().key())) {
        continue;
      }
      String[] cited = stated.fact().source().record().key().split(" v", 2);
      Optional<Policy> inForce = letter.playbook().policy(new PolicyId(cited[0]), event);
      if (inForce.isEmpty()) {
        continue; // FACT-1 says that there is no such policy
      }
      if (cited.length == 2 && !cited[1].equals(Integer.toString(inForce.get().version()))) {
        letter.report(
            findings,
            Rule.POL_3,
            stated.place(),
            "The letter cites version %s of %s; on %s version %d was in force."
                .formatted(cited[1], cited[0], event, inForce.get().version()),
            "the version of that day");
      } else if (inForce.get().published() == null || inForce.get().published().isAfter(event)) {
        letter.report(
            findings,
            Rule.POL_3,
            stated.place(),
            "The letter cites %s, which customers could not read on %s."
                .formatted(cited(inForce.get()), event),
            "a clause that the customer could know, or no clause at all");
      }
    }
  }

  private static void checkTerms(
      ReviewedLetter letter, List<Offer> offers, Consumer<Finding> findings) {
    if (offers.isEmpty()) {
      letter.report(
          findings,
          Rule.OFFER_1,
          Place.of(PartName.OFFER),
          "The offer has no amount.",
          "what it is worth, in money");
    }
    if (!letter.says(PartName.ACCEPTANCE)) {
      letter.report(
          findings,
          Rule.OFFER_1,
          Place.of(PartName.ACCEPTANCE),
          "The letter does not say how to accept.",
          "one way that takes a minute: a reply, a call");
    }
    int days = Math.max(14, letter.plan().duties().offerDays());
    Optional<Stated> until =
        letter.stated(PartName.OFFER, PartName.ACCEPTANCE).stream()
            .filter(stated -> stated.day().isPresent())
            .filter(stated -> stated.isInput("until") || stated.kind() == RecordKind.INPUT)
            .max(Comparator.comparing(stated -> stated.day().orElseThrow()));
    if (until.isEmpty()) {
      boolean written =
          letter.passages().stream()
              .filter(read -> read.part() == PartName.OFFER || read.part() == PartName.ACCEPTANCE)
              .anyMatch(read -> CalendarWords.hasDay(read.text()));
      if (!written) {
        letter.report(
            findings,
            Rule.OFFER_1,
            Place.of(PartName.OFFER),
            "The letter does not say until when the offer stands.",
            "a day, at least %d days from now".formatted(days));
      }
      return;
    }
    long open =
        ChronoUnit.DAYS.between(letter.letter().head().date(), until.get().day().orElseThrow());
    if (open < Math.min(days, 14)) {
      letter.report(
          findings,
          Rule.OFFER_1,
          until.get().place(),
          "The offer stands for %d days only.".formatted(open),
          "at least 14 days: %s".formatted(letter.letter().head().date().plusDays(14)));
    }
  }

  /** Giving way to a threat teaches everybody how to ask: counsel or a manager decides that. */
  private static void checkThreat(ReviewedLetter letter, Consumer<Finding> findings) {
    Set<Role> word = letter.surroundings().wordOf();
    if (word.contains(Role.COUNSEL) || word.contains(Role.MANAGER) || word.contains(Role.OWNER)) {
      return;
    }
    LocalDate from = letter.today().minusDays(letter.plan().thresholds().threatDays());
    Optional<Interaction> threat =
        letter
            .dossier()
            .fromCustomer()
            .filter(contact -> contact.tags().stream().anyMatch(THREATS::contains))
            .filter(contact -> !LocalDate.ofInstant(contact.at(), ZoneOffset.UTC).isBefore(from))
            .findFirst();
    threat.ifPresent(
        contact ->
            letter.report(
                findings,
                Rule.GRANT_1,
                Place.of(PartName.OFFER),
                "The offer follows a threat (%s of %s)."
                    .formatted(contact.id(), LocalDate.ofInstant(contact.at(), ZoneOffset.UTC)),
                "the word of counsel or a manager, on record, that it is given all the same"));
  }

  private static String cited(Policy policy) {
    return policy.clause().isBlank() ? "policy " + policy.id() : policy.clause();
  }
}
