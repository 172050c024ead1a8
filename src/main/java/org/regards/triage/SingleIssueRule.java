package org.regards.triage;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseFile;
import org.regards.history.CaseState;
import org.regards.history.Channel;
import org.regards.history.Fault;
import org.regards.history.Interaction;
import org.regards.history.Order;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Occasion;
import org.regards.playbook.Policy;
import org.regards.playbook.Role;
import org.regards.playbook.Thresholds;

/** One case on its merits: whose fault it is, what the policy gives, how much is asked. */
final class SingleIssueRule implements Rule {
  private static final Move EXPLANATION = Move.write(LetterKind.EXPLANATION);
  private static final Move EDUCATE = Move.write(LetterKind.EDUCATE);
  private static final Move COMPROMISE = Move.write(LetterKind.COMPROMISE);
  private static final Move FAREWELL = Move.write(LetterKind.FAREWELL);

  @Override
  public Optional<Finding> look(Situation situation) {
    return situation.pending().map(file -> new Issue(situation, file).finding());
  }

  /** A case with what is worked out of it. */
  private static final class Issue {
    private final Situation situation;
    private final CaseFile file;
    private final @Nullable Order order;
    private final @Nullable Policy policy;
    private final @Nullable Money asked;
    private final @Nullable Money most;
    private final List<CaseFile> favours;
    private final List<CaseFile> rising;

    Issue(Situation situation, CaseFile file) {
      this.situation = situation;
      this.file = file;
      this.order =
          Optional.ofNullable(file.order()).flatMap(situation.dossier()::order).orElse(null);
      this.policy = situation.policy(file).orElse(null);
      this.asked = file.askedAmount();
      this.most =
          policy == null || order == null ? null : policy.mostFor(order.amount()).orElse(null);
      this.favours = favours();
      this.rising = rising();
    }

    Finding finding() {
      Finding finding = decide().about(file).most(offer());
      cite(finding);
      guard(finding);
      return finding;
    }

    private Finding decide() {
      if (file.state() == CaseState.OFFERED && situation.waiting().isEmpty()) {
        return new Finding(Sign.OFFER_STANDS, Move.nothing())
            .guard("we wait for an answer to our offer")
            .not(COMPROMISE, "an offer stands, and nothing has come back");
      }
      boolean ours = file.fault() == Fault.OURS || file.fault() == Fault.SHARED;
      Thresholds.Asks asks = situation.plan().thresholds().asks();
      if (!ours && favours.size() >= asks.exceptions() && !favours.isEmpty()) {
        return new Finding(Sign.DISPROPORTIONATE, EXPLANATION)
            .cite(favours.stream().map(Evidence::of))
            .cite(rising.stream().map(Evidence::of))
            .guard(
                "no further goodwill: %d exceptions in %d months, %d are allowed",
                favours.size(), asks.months(), asks.exceptions())
            .not(
                COMPROMISE,
                "one more exception would be the %s within %d months",
                ordinal(favours.size() + 1),
                asks.months())
            .not(EDUCATE, "this is not the first request of its kind");
      }
      if (ratio() != null || !rising.isEmpty()) {
        return disproportionate(ours);
      }
      return ours ? ourFault() : notOurs();
    }

    private Finding disproportionate(boolean ours) {
      boolean gives =
          most != null && most.isPositive() && !isLate() && file.fault() != Fault.THEIRS;
      Finding finding =
          new Finding(Sign.DISPROPORTIONATE, ours || gives ? COMPROMISE : EXPLANATION)
              .cite(rising.stream().map(Evidence::of));
      BigDecimal ratio = ratio();
      if (ratio != null) {
        finding.guard(
            "asks %s for an order of %s: %s times its value".formatted(asked, amount(), ratio));
      }
      if (!rising.isEmpty()) {
        finding.guard("asks rise: %s", asks());
      }
      finding.not(EDUCATE, "granting it silently would invite the next request");
      if (ours) {
        finding.not(EXPLANATION, "the fault is ours: something is owed");
      } else if (gives) {
        finding
            .guard("regret for how it turned out, never \"sorry if\"; nobody's fault")
            .not(EXPLANATION, "the policy gives something, and that is offered");
      } else {
        finding.not(COMPROMISE, "neither our fault nor a policy calls for an offer");
      }
      return finding;
    }

    private Finding ourFault() {
      boolean above = asked == null || most == null || isMore(asked, most);
      return new Finding(above ? Sign.ABOVE_POLICY : Sign.WITHIN_POLICY, COMPROMISE)
          .guard("fault is %s: responsibility and repair", file.fault().word())
          .not(EDUCATE, "explaining how it works would sound like blame: the fault is ours")
          .not(EXPLANATION, "a plain no is wrong where something is owed");
    }

    private Finding notOurs() {
      if (isMisunderstanding()) {
        return new Finding(Sign.HONEST_MISUNDERSTANDING, EDUCATE)
            .guard("state the fact about the thing, never about the person")
            .guard("counts once: the next request of this kind is judged by the policy alone")
            .not(EXPLANATION, "the first request of its kind, and of low value: a no costs more")
            .not(COMPROMISE, "it can be granted as a whole");
      }
      if (most == null) {
        return outside()
            .not(
                COMPROMISE,
                "no policy gives anything here; an exception needs an approver, a limit and a"
                    + " reason")
            .not(EDUCATE, "nothing can be granted by policy");
      }
      if (isLate()) {
        return outside()
            .not(
                COMPROMISE,
                "%d days since the order, the policy gives %d",
                daysSinceOrder(),
                daysSinceOrder() - lateBy())
            .not(EDUCATE, whyNoMisunderstanding());
      }
      if (asked != null && isMore(asked, most)) {
        return file.fault() == Fault.THEIRS
            ? new Finding(Sign.ABOVE_POLICY, EXPLANATION)
                .guard("name an alternative with a day and a person")
                .not(COMPROMISE, "the fault is theirs")
            : new Finding(Sign.ABOVE_POLICY, COMPROMISE)
                .guard("regret for how it turned out, never \"sorry if\"; nobody's fault")
                .not(EXPLANATION, "the policy gives something, and that is offered")
                .not(EDUCATE, "it asks for more than the policy gives");
      }
      return new Finding(Sign.WITHIN_POLICY, EDUCATE)
          .guard("the policy covers it: grant it as to anybody")
          .not(COMPROMISE, "there is nothing to meet halfway: the policy gives all of it")
          .not(EXPLANATION, "refusing what the policy gives would not honour it");
    }

    private static Finding outside() {
      return new Finding(Sign.OUTSIDE_POLICY, EXPLANATION)
          .guard("name an alternative with a day and a person")
          .guard("state the fact about the thing, never about the person");
    }

    private boolean isMisunderstanding() {
      return isFirstOfItsKind() && isLowValue() && lateBy() <= grace();
    }

    private String whyNoMisunderstanding() {
      if (!isFirstOfItsKind()) {
        return "this is not the first request of its kind";
      }
      return lateBy() > grace()
          ? "%d days late, more than the %d of grace".formatted(lateBy(), grace())
          : "more than a low value";
    }

    private boolean isFirstOfItsKind() {
      return situation.dossier().cases().stream()
          .filter(other -> !other.id().equals(file.id()) && !other.opened().isAfter(file.opened()))
          .noneMatch(
              other ->
                  other.about().strip().equalsIgnoreCase(file.about().strip())
                      || (file.policy() != null && file.policy().equals(other.policy())));
    }

    /** Not more than an agent may give alone, and not more than the thing itself. */
    private boolean isLowValue() {
      if (asked == null || most == null || isMore(asked, most)) {
        return false;
      }
      Money limit = agentLimit().orElse(null);
      Money low =
          limit != null && limit.isSameCurrency(asked)
              ? limit
              : situation
                  .plan()
                  .thresholds()
                  .misunderstanding()
                  .lowValue()
                  .get(asked.getCurrencyUnit());
      return low != null && !asked.isGreaterThan(low);
    }

    private Optional<Money> agentLimit() {
      return policy == null
          ? Optional.empty()
          : situation.playbook().limit(policy.id(), file.opened(), Role.AGENT);
    }

    private int grace() {
      return situation.plan().thresholds().misunderstanding().daysOfGrace();
    }

    private boolean isLate() {
      return lateBy() > 0;
    }

    private long lateBy() {
      Integer window = policy == null ? null : policy.windowDays();
      return window == null || order == null ? 0 : daysSinceOrder() - window;
    }

    private long daysSinceOrder() {
      return order == null ? 0 : ChronoUnit.DAYS.between(order.date(), file.opened());
    }

    /** How many times the order's value is asked, when that is more than the plan allows. */
    private @Nullable BigDecimal ratio() {
      Money amount = amount();
      if (asked == null || amount == null || !asked.isSameCurrency(amount) || amount.isZero()) {
        return null;
      }
      BigDecimal times = situation.plan().thresholds().asks().timesTheOrder();
      return asked.getAmount().compareTo(amount.getAmount().multiply(times)) > 0
          ? asked.getAmount().divide(amount.getAmount(), 1, RoundingMode.HALF_UP)
          : null;
    }

    /** What we granted without fault of ours within the plan's months, before this case. */
    private List<CaseFile> favours() {
      LocalDate from = situation.monthsAgo(situation.plan().thresholds().asks().months());
      return situation.dossier().cases().stream()
          .filter(other -> !other.opened().isBefore(from) && !other.id().equals(file.id()))
          .filter(other -> other.state() == CaseState.UPHELD)
          .filter(other -> other.fault() == Fault.NOBODY || other.fault() == Fault.THEIRS)
          .toList();
    }

    /**
     * The last asks with this one, each higher than the one before; empty when there are too few.
     */
    private List<CaseFile> rising() {
      if (asked == null) {
        return List.of();
      }
      LocalDate from = situation.monthsAgo(situation.plan().thresholds().asks().months());
      List<CaseFile> row = new ArrayList<>(List.of(file));
      Money above = asked;
      for (CaseFile other : situation.dossier().cases().reversed()) {
        Money ask = other.askedAmount();
        boolean earlier =
            !other.id().equals(file.id())
                && !other.opened().isAfter(file.opened())
                && !other.opened().isBefore(from);
        if (!earlier || ask == null || !ask.isSameCurrency(above)) {
          continue;
        }
        if (!ask.isLessThan(above)) {
          break;
        }
        row.addFirst(other);
        above = ask;
      }
      return row.size() >= situation.plan().thresholds().asks().rising() ? row : List.of();
    }

    private String asks() {
      return String.join(
          ", ", rising.stream().map(each -> String.valueOf(each.askedAmount())).toList());
    }

    private @Nullable Money amount() {
      return order == null ? null : order.amount();
    }

    /** What may be offered: never more than asked, never more than the policy gives. */
    private @Nullable Money offer() {
      return most != null && asked != null && isMore(most, asked) ? asked : most;
    }

    private void cite(Finding finding) {
      if (order != null) {
        finding.cite(Evidence.of(order));
      }
      if (policy != null) {
        finding.cite(Evidence.of(policy));
      }
      situation.dossier().interactions().stream()
          .filter(Interaction::isFromCustomer)
          .filter(contact -> !Evidence.day(contact).isBefore(file.opened()))
          .limit(5)
          .map(Evidence::of)
          .forEach(finding::cite);
    }

    private void guard(Finding finding) {
      Money offer = offer();
      if (finding.move().equals(COMPROMISE) || finding.move().equals(EDUCATE)) {
        guardOffer(finding, offer);
      } else if (asked != null && agentLimit().filter(limit -> isMore(asked, limit)).isPresent()) {
        finding.on(Occasion.OVER_THE_LIMIT);
      }
      if (file.fault() == Fault.UNKNOWN) {
        finding.guard(
            "nobody has said whose fault it is: look into it first, the letter waits for it");
      }
      if (asked != null && amount() != null && !asked.isSameCurrency(amount())) {
        finding.guard("asked in %s, ordered in %s: a person compares the two", asked, amount());
      }
      if (situation.isOverdue()) {
        if (finding.sign() != Sign.DISPROPORTIONATE && isKeptWaiting()) {
          finding.rename(Sign.UNANSWERED);
        }
        finding.guard(
            "no pause and no end: %d messages without an answer come first, the oldest of %s",
            situation.waiting().size(), Evidence.day(situation.waiting().getFirst()));
        finding.cite(situation.waiting().stream().map(Evidence::of));
        finding.not(FAREWELL, "we have not answered: nothing ends before that");
      }
      boolean isPublic =
          situation.waiting().stream().anyMatch(Issue::isPublic)
              || finding.evidence().stream()
                  .anyMatch(
                      one -> one.channel() == Channel.SOCIAL || one.channel() == Channel.REVIEW);
      if (isPublic) {
        finding.guard(
            "it is public: that calls for more care, not for a higher offer; a second person reads"
                + " it, and it is answered before others");
      }
      addEmpathy(finding);
    }

    /** Whether what waits too long is about this case, and not an older message. */
    private boolean isKeptWaiting() {
      return situation.waiting().stream()
          .map(Evidence::day)
          .filter(day -> !day.isBefore(file.opened()))
          .anyMatch(day -> situation.daysSince(day) > situation.plan().duties().answerDays());
    }

    private void guardOffer(Finding finding, @Nullable Money offer) {
      if (offer == null || policy == null) {
        finding.guard(
            "no policy names an amount: an exception needs an approver, a limit and a reason");
        finding.on(Occasion.OVER_THE_LIMIT);
        return;
      }
      finding.guard(
          "at most %s (%s v%d: %s%s)",
          offer,
          policy.id(),
          policy.version(),
          policy.remedy() == null ? "" : policy.remedy().word(),
          policy.maxPercent() == null
              ? ""
              : " of %s %% of %s".formatted(policy.maxPercent().toPlainString(), amount()));
      if (asked != null && isMore(asked, offer)) {
        finding.guard(
            "if the policy's text gives more in this case, say the amount; beyond that it is an"
                + " exception with approver, limit and reason");
      }
      Money limit = agentLimit().orElse(null);
      if (limit != null && isMore(offer, limit)) {
        finding.on(Occasion.OVER_THE_LIMIT).guard("above what an agent may give alone (%s)", limit);
      } else if (limit != null && limit.isSameCurrency(offer)) {
        finding.guard("within what an agent may give alone (%s)", limit);
      }
    }

    private void addEmpathy(Finding finding) {
      LocalDate since = situation.dossier().customer().since();
      if (!finding.move().equals(EXPLANATION) || since == null) {
        return;
      }
      long months = ChronoUnit.MONTHS.between(since, situation.today());
      if (months >= situation.plan().duties().empathyMonths()) {
        finding.guard(
            "may ask for understanding of our side (a customer for %d months), never for their"
                + " conduct",
            months);
      }
    }

    private static boolean isPublic(Interaction contact) {
      return contact.channel() == Channel.SOCIAL || contact.channel() == Channel.REVIEW;
    }

    private static boolean isMore(Money one, Money other) {
      return one.isSameCurrency(other) && one.isGreaterThan(other);
    }

    private static String ordinal(int number) {
      return switch (number) {
        case 1 -> "first";
        case 2 -> "second";
        case 3 -> "third";
        default -> number + "th";
      };
    }
  }
}
