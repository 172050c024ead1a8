package org.regards.triage;

import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseFile;
import org.regards.history.CaseState;
import org.regards.history.Fault;
import org.regards.history.Order;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Policy;
import org.regards.playbook.Referral;
import org.regards.playbook.Remedy;
import org.regards.playbook.Thresholds;
import org.regards.playbook.Topic;
import org.regards.triage.Alternative.Way;

/**
 * What can be done in a case: what its policy gives first, since everybody gets that; then what
 * goodwill allows; somebody else last. None is worth more than the policy it rests on gives, nor
 * more than was asked.
 */
final class Alternatives {
  /** What a policy's text promises besides money, in the four languages of letters. */
  private static final Pattern AGAIN =
      Pattern.compile(
          "\\b(replac|repair|exchang|send (it|them) again|mend|ersetz|ersatz|reparier|umtausch"
              + "|remplac|répar|échang|repar|sustitu|cambiam|reenvi)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private final Situation situation;
  private final CaseFile file;
  private final LetterKind letter;
  private final @Nullable Order order;
  private final @Nullable Policy policy;
  private final List<Alternative> found = new ArrayList<>();

  private Alternatives(Situation situation, CaseFile file, LetterKind letter) {
    this.situation = situation;
    this.file = file;
    this.letter = letter;
    this.order = Optional.ofNullable(file.order()).flatMap(situation.dossier()::order).orElse(null);
    this.policy = situation.policy(file).orElse(null);
  }

  /** The best first; none unless the letter answers a case. */
  static List<Alternative> of(Situation situation, Finding finding) {
    CaseFile file = finding.file();
    return file != null && finding.move() instanceof Move.Write(LetterKind letter)
        ? switch (letter) {
          case EXPLANATION, COMPROMISE, EDUCATE ->
              new Alternatives(situation, file, letter).ranked();
          case COOLING_OFF,
              FAREWELL,
              FAREWELL_CARD,
              THANK_YOU,
              INVITE,
              REASSIGN,
              REFERRAL,
              PLATFORM_REQUEST ->
              List.of();
        }
        : List.of();
  }

  private List<Alternative> ranked() {
    Money most = byPolicy().orElse(null);
    if (policy != null && most != null) {
      addRemedy(policy, most);
    }
    if (policy != null && !isLate() && AGAIN.matcher(policy.text()).find()) {
      add(
          Way.AGAIN,
          null,
          null,
          "%s v%d promises it besides money".formatted(policy.id(), policy.version()),
          letter == LetterKind.EXPLANATION ? "alternative=TEXT" : "");
    }
    if (most == null) {
      addGoodwill();
    }
    for (Referral referral : situation.plan().referrals()) {
      found.add(
          new Alternative(
              Way.ELSEWHERE,
              null,
              null,
              "%s, for %s".formatted(referral.name(), String.join(", ", referral.fits())),
              LetterKind.REFERRAL,
              "provider=" + referral.name()));
    }
    return found.stream().sorted(Comparator.comparing(Alternative::way)).toList();
  }

  /** What the policy of the case gives; nothing where it is refused with a reason. */
  private Optional<Money> byPolicy() {
    boolean refused =
        letter == LetterKind.EXPLANATION
            && (isLate() || file.fault() == Fault.THEIRS || (!isOurs() && isUsedUp()));
    return refused || policy == null || order == null
        ? Optional.empty()
        : policy.mostFor(order.amount()).filter(Money::isPositive);
  }

  private void addRemedy(Policy rests, Money most) {
    Remedy remedy = rests.remedy();
    if (remedy == null) {
      return;
    }
    Money value = smaller(most, file.askedAmount());
    add(
        way(remedy),
        value,
        most,
        "%s v%d gives it to everybody to whom this happens%s"
            .formatted(
                rests.id(),
                rests.version(),
                value.isEqual(most) ? "" : "; it is all that is asked"),
        letter == LetterKind.EXPLANATION ? "offer=" + value : "");
  }

  private static Way way(Remedy remedy) {
    return switch (remedy) {
      case CREDIT -> Way.CREDIT;
      case REFUND -> Way.REFUND;
      case DISCOUNT -> Way.DISCOUNT;
    };
  }

  /** Where no policy gives anything by right, and not as often as somebody asks. */
  private void addGoodwill() {
    if (isOurs() || isUsedUp()) {
      return;
    }
    Policy goodwill = goodwill().orElse(null);
    Money most =
        goodwill == null || order == null
            ? null
            : goodwill.mostFor(order.amount()).filter(Money::isPositive).orElse(null);
    if (goodwill == null || most == null) {
      return;
    }
    Money asked = file.askedAmount();
    String rests = "%s v%d allows it".formatted(goodwill.id(), goodwill.version());
    if (asked != null && asked.isPositive() && asked.isSameCurrency(most)) {
      Money half = asked.dividedBy(2, RoundingMode.DOWN);
      if (half.isPositive() && !half.isGreaterThan(most)) {
        add(Way.HALFWAY, half, most, rests + ", and it meets them halfway", "offer=" + half);
      }
    }
    Money value = smaller(most, asked);
    add(
        Way.LATER_DISCOUNT,
        value,
        most,
        rests + ", and costs us nothing unless they order again",
        "offer=" + value);
  }

  private Optional<Policy> goodwill() {
    return situation.playbook().policyIds(file.opened()).stream()
        .flatMap(id -> situation.playbook().policy(id, file.opened()).stream())
        .filter(one -> situation.playbook().isAbout(one, Topic.GOODWILL, file.opened()))
        .findFirst();
  }

  /** As many favours as the plan allows one customer have been granted. */
  private boolean isUsedUp() {
    Thresholds.Asks asks = situation.plan().thresholds().asks();
    return situation.dossier().cases().stream()
            .filter(other -> !other.opened().isBefore(situation.monthsAgo(asks.months())))
            .filter(other -> other.state() == CaseState.UPHELD)
            .filter(other -> other.fault() == Fault.NOBODY || other.fault() == Fault.THEIRS)
            .count()
        >= asks.exceptions();
  }

  private boolean isOurs() {
    return file.fault() == Fault.OURS || file.fault() == Fault.SHARED;
  }

  private boolean isLate() {
    Integer window = policy == null ? null : policy.windowDays();
    return window != null
        && order != null
        && !isOurs()
        && ChronoUnit.DAYS.between(order.date(), file.opened()) > window;
  }

  private void add(
      Way way, @Nullable Money value, @Nullable Money limit, String because, String give) {
    found.add(new Alternative(way, value, limit, because, letter, give));
  }

  private static Money smaller(Money most, @Nullable Money asked) {
    return asked != null && asked.isSameCurrency(most) && asked.isLessThan(most) ? asked : most;
  }
}
