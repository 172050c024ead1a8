package org.regards.review;

import static java.util.Comparator.nullsFirst;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;
import org.regards.history.Dossier;
import org.regards.letter.Letter;
import org.regards.playbook.Business;
import org.regards.playbook.Playbook;

/** Holds letters against all rules. Safe for all threads; make one and share it. */
public final class Reviewer {
  private static final Comparator<Finding> IN_ORDER_OF_READING =
      Comparator.comparing((Finding finding) -> finding.place().block() < 0)
          .thenComparing(finding -> finding.place().part(), nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(finding -> finding.place().block())
          .thenComparingInt(finding -> finding.place().from())
          .thenComparing(Finding::rule);

  private final List<Check> checks;

  /**
   * @param words that the playbook adds to those of a rule, by language (ISO 639) and rule
   */
  public Reviewer(Map<String, Map<String, List<String>>> words) {
    this(words, null);
  }

  /**
   * @param words that the playbook adds to those of a rule, by language (ISO 639) and rule
   * @param business whose name and addresses letters must have right, or null
   */
  public Reviewer(Map<String, Map<String, List<String>>> words, @Nullable Business business) {
    this.checks =
        List.of(
            new FactRules(business),
            new ReasonRules(),
            new OfferRules(),
            new PauseRules(),
            new FarewellRules(),
            new CustomRules(),
            new FormatRules(),
            new LengthRules(),
            new ShoutingRules(),
            new PersonRules(),
            new TimeRules(),
            new WordRules(words)::check);
  }

  /**
   * All that the rules find, in the order of reading.
   *
   * @param dossier of the recipient, as of now
   */
  public List<Finding> review(Letter letter, Dossier dossier, Playbook playbook) {
    return review(letter, dossier, playbook, Surroundings.at(dossier.asOf()));
  }

  /** All amounts that a letter offers, also those written into its text by hand. */
  public static List<Money> offered(Letter letter, Dossier dossier, Playbook playbook) {
    List<ReviewedLetter.Read> passages = ReviewedLetter.Read.of(letter, Offer.PARTS);
    return Offer.in(
            new ReviewedLetter(
                letter, dossier, playbook, Surroundings.at(dossier.asOf()), passages))
        .stream()
        .map(Offer::amount)
        .toList();
  }

  /** Whether somebody was the target of the customer's conduct less than a day ago (HEAT-1). */
  public static boolean wasTarget(StaffId staff, Dossier dossier) {
    return TimeRules.target(dossier, staff).isPresent();
  }

  List<Finding> review(
      Letter letter, Dossier dossier, Playbook playbook, Surroundings surroundings) {
    return review(new ReviewedLetter(letter, dossier, playbook, surroundings));
  }

  List<Finding> review(ReviewedLetter reviewed) {
    List<Finding> findings = new ArrayList<>();
    checks.forEach(check -> check.check(reviewed, findings::add));
    findings.sort(IN_ORDER_OF_READING);
    return List.copyOf(findings);
  }
}
