package org.regards.cli;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.playbook.Duties;
import org.regards.playbook.LetterKind;
import org.regards.playbook.LetterRule;
import org.regards.playbook.Occasion;
import org.regards.playbook.Plan;
import org.regards.playbook.PlannedPolicy;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;
import org.regards.playbook.Remedy;
import org.regards.playbook.Role;
import org.regards.playbook.Signer;
import org.regards.playbook.StaffMember;
import org.regards.playbook.Thresholds;
import org.regards.playbook.Training;

/** A playbook as chapters of tables, in the order in which people learn it. */
final class PlaybookOutline {
  private final Playbook playbook;
  private final Plan plan;
  private final LocalDate day;

  private PlaybookOutline(Playbook playbook, LocalDate day) {
    this.playbook = playbook;
    this.plan = playbook.plan(day);
    this.day = day;
  }

  /**
   * One table under a heading; the first row is its head.
   *
   * @param remark what a reader must know of it; may be empty
   */
  record Chapter(String heading, String remark, List<List<String>> rows) {
    boolean isEmpty() {
      return rows.size() < 2;
    }
  }

  static List<Chapter> of(Playbook playbook, LocalDate day) {
    PlaybookOutline outline = new PlaybookOutline(playbook, day);
    return List.of(
        outline.policies(),
        outline.letters(),
        outline.escalation(),
        outline.signs(),
        outline.duties(),
        outline.never(),
        outline.referrals(),
        outline.words(),
        outline.training());
  }

  private Chapter policies() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of(
            "policy",
            "title",
            "clause",
            "in force",
            "published",
            "it lets us give",
            "alone",
            "text"));
    for (Policy policy :
        playbook.policies(day).stream()
            .sorted(Comparator.comparing(Policy::id).thenComparingInt(Policy::version))
            .toList()) {
      rows.add(
          List.of(
              policy.id() + " v" + policy.version(),
              policy.title(),
              policy.clause(),
              inForce(policy),
              policy.published() == null
                  ? "internal"
                  : "%s, %s"
                      .formatted(policy.published(), String.join(", ", policy.publishedWhere())),
              gives(policy),
              alone(policy),
              policy.text()));
    }
    return new Chapter(
        "Policies",
        "A case is judged by the version that was in force on the day it was opened. An internal"
            + " policy is not quoted to customers.",
        rows);
  }

  private String inForce(Policy policy) {
    for (PlannedPolicy planned : plan.policies()) {
      if (planned.policy().equals(policy)) {
        return "from %s%s"
            .formatted(planned.from(), planned.until() == null ? "" : " until " + planned.until());
      }
    }
    return policy.published() == null
        ? "imported"
        : "from %s, imported".formatted(policy.published());
  }

  private static String gives(Policy policy) {
    Remedy remedy = policy.remedy();
    if (remedy == null) {
      return "nothing";
    }
    BigDecimal percent = policy.maxPercent();
    Money most = policy.maxAmount();
    Integer days = policy.windowDays();
    return remedy.word()
        + (percent == null ? "" : " of " + percent.toPlainString() + " %")
        + (most == null ? "" : ", at most " + most)
        + (days == null ? "" : ", within %d days".formatted(days));
  }

  private String alone(Policy policy) {
    List<String> limits = new ArrayList<>();
    for (Role role : Role.values()) {
      playbook
          .limit(policy.id(), day, role)
          .ifPresent(limit -> limits.add(role.word() + " " + limit));
    }
    return String.join(", ", limits);
  }

  private Chapter letters() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("letter", "signed by the first of", "approved by", "and also by"));
    for (LetterKind kind : LetterKind.values()) {
      LetterRule rule = plan.letter(kind);
      List<String> also = new ArrayList<>();
      for (Occasion occasion : Occasion.values()) {
        if (rule.also().containsKey(occasion)) {
          also.add("%s (%s)".formatted(roles(rule.also().get(occasion)), occasion.word()));
        }
      }
      rows.add(
          List.of(
              kind.word(),
              rule.signedBy().stream().map(Signer::word).collect(joining(", ")),
              roles(rule.approvedBy()),
              String.join(", ", also)));
    }
    return new Chapter("Letters", "Nobody approves their own letter.", rows);
  }

  private Chapter escalation() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("who may not decide", "asks"));
    new TreeMap<>(plan.escalation())
        .forEach((role, above) -> rows.add(List.of(role.word(), above.word())));
    return new Chapter("Who decides", "", rows);
  }

  private Chapter signs() {
    Thresholds signs = plan.thresholds();
    return new Chapter(
        "Signs",
        "What advice sees in a history. A person decides what comes of it.",
        List.of(
            List.of("sign", "from where on"),
            row(
                "disproportionate ask",
                "more than %s times the order, or %d rising asks, or %d exceptions granted before,"
                    + " within %d months",
                signs.asks().timesTheOrder().toPlainString(),
                signs.asks().rising(),
                signs.asks().exceptions(),
                signs.asks().months()),
            row(
                "honest misunderstanding",
                "the first request of its kind, at most %d days late; worth at most %s where no"
                    + " policy says more",
                signs.misunderstanding().daysOfGrace(),
                amounts(signs.misunderstanding().lowValue().values())),
            row("threat", "any, within %d days", signs.threatDays()),
            row(
                "social harassment",
                "%d posts within %d days",
                signs.harassment().posts(),
                signs.harassment().days()),
            row(
                "pattern of dissatisfaction",
                "%d complaints within %d months, of %d causes or taken by %d of us; our own fault"
                    + " above %s %% upheld",
                signs.pattern().complaints(),
                signs.pattern().months(),
                signs.pattern().causes(),
                signs.pattern().staff(),
                signs.pattern().ourShare().toPlainString()),
            row(
                "abuse of staff",
                "%d contacts within %d days; %d that one of us bears: somebody talks with them",
                signs.abuse().contacts(),
                signs.abuse().days(),
                signs.abuse().onePerson()),
            row(
                "unprofitable",
                "below zero over %d months after refunds and at least %d minutes of ours, at %s an"
                    + " hour and a margin of %s %%",
                signs.cost().months(),
                signs.cost().minutes(),
                amounts(signs.cost().hour().values()),
                signs.cost().grossMargin().toPlainString()),
            row("cannot be won over", "%d offers refused in one case", signs.refusedOffers()),
            row("kindness", "within %d days", signs.kindnessDays()),
            row("good end", "within %d days", signs.goodEndDays())));
  }

  private Chapter duties() {
    Duties duties = plan.duties();
    return new Chapter(
        "Pauses and duties",
        "",
        List.of(
            List.of("what", "how much"),
            row(
                "pause",
                "%d days, at most %d; reviewed %d days before its end",
                plan.pauses().days(),
                plan.pauses().longest(),
                plan.pauses().reviewBeforeEnd()),
            row("days to answer a message", "%d", duties.answerDays()),
            row("days that an offer stands", "%d", duties.offerDays()),
            row("days to take over from somebody degraded", "%d", duties.takeOverDays()),
            row("days of notice of an ending", "%d", duties.noticeDays()),
            row("months that training lasts", "%d", duties.trainingMonths()),
            row("training needed to let letters go", "%s", duties.trainingNeeded() ? "yes" : "no"),
            row("asking for understanding", "from %d months on", duties.empathyMonths()),
            row("goes also during a hold", "%s", String.join(", ", duties.essential()))));
  }

  private Chapter never() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("id", "because of", "rule"));
    plan.never().forEach(rule -> rows.add(List.of(rule.id(), rule.source(), rule.rule())));
    return new Chapter("Never", "No approval lifts these.", rows);
  }

  private Chapter referrals() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("id", "name", "reach", "good for", "commission"));
    plan.referrals()
        .forEach(
            one ->
                rows.add(
                    List.of(
                        one.id(),
                        one.name(),
                        one.reach(),
                        String.join(", ", one.fits()),
                        one.commission())));
    return new Chapter("Whom we recommend", "", rows);
  }

  private Chapter words() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("language", "list", "phrases"));
    new TreeMap<>(plan.words())
        .forEach(
            (language, lists) ->
                new TreeMap<>(lists)
                    .forEach(
                        (list, phrases) ->
                            rows.add(List.of(language, list, String.join(", ", phrases)))));
    return new Chapter(
        "Words that make us look", "They decide nothing: a person reads the message.", rows);
  }

  private Chapter training() {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("who", "name", "role", "trained on", "not trained on"));
    for (StaffMember member : playbook.staff()) {
      TreeSet<String> trained = new TreeSet<>();
      TreeSet<String> untrained = new TreeSet<>();
      playbook.policyIds(day).stream()
          .flatMap(id -> playbook.policy(id, day).stream())
          .forEach(
              policy -> {
                boolean is = playbook.isTrained(member.id(), policy, day);
                (is ? trained : untrained)
                    .add(policy.id() + " v" + policy.version() + (is ? until(member, policy) : ""));
              });
      rows.add(
          List.of(
              member.id().value(),
              member.name(),
              member.role().word(),
              String.join(", ", trained),
              String.join(", ", untrained)));
    }
    return new Chapter("Training", "Who is not trained on a policy may draft, not send.", rows);
  }

  private String until(StaffMember member, Policy policy) {
    @Nullable LocalDate end =
        playbook.trainings().stream()
            .filter(one -> one.staff().equals(member.id()) && one.policy().equals(policy.id()))
            .filter(one -> one.version() == policy.version() && one.countsOn(day))
            .map(Training::until)
            .max(Comparator.naturalOrder())
            .orElse(null);
    return end == null ? "" : " until " + end;
  }

  private static List<String> row(String name, String form, Object... values) {
    return List.of(name, form.formatted(values));
  }

  private static String roles(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::word).collect(joining(" and "));
  }

  private static String amounts(Collection<Money> amounts) {
    return amounts.stream().map(Money::toString).sorted().collect(joining(", "));
  }

  /** The name of the plan of a day, and since when it holds. */
  static String title(Playbook playbook, LocalDate day) {
    String name = playbook.plan(day).name();
    return playbook
        .plans()
        .adoptedFor(day)
        .map(
            adopted ->
                "%s, in force from %s (%s)"
                    .formatted(name, adopted.from(), adopted.digest().substring(0, 12)))
        .orElse(name);
  }

  static Map<String, String> facts(Playbook playbook, LocalDate day) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("name", playbook.plan(day).name());
    playbook
        .plans()
        .adoptedFor(day)
        .ifPresent(
            adopted -> {
              facts.put("from", adopted.from().toString());
              facts.put("digest", adopted.digest());
              facts.put("adopted_at", adopted.adoptedAt().toString());
            });
    return facts;
  }
}
