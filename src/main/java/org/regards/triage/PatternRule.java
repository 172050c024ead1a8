package org.regards.triage;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.regards.customer.StaffId;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Policy;
import org.regards.playbook.Referral;
import org.regards.playbook.Thresholds;

/**
 * Dissatisfaction that repeats. First the cause is looked for, then another person, then another
 * provider; farewell is the last step, and none at all where the complaints were right.
 */
final class PatternRule implements Rule {
  private static final List<LetterKind> LADDER =
      List.of(LetterKind.INVITE, LetterKind.REASSIGN, LetterKind.REFERRAL, LetterKind.FAREWELL);

  @Override
  public Optional<Finding> look(Situation situation) {
    Thresholds.Pattern threshold = situation.plan().thresholds().pattern();
    List<Complaint> complaints = situation.complaints();
    long causes = complaints.stream().map(Complaint::cause).distinct().count();
    Set<StaffId> staff =
        complaints.stream()
            .flatMap(complaint -> complaint.staff().stream())
            .collect(Collectors.toSet());
    if (complaints.size() < threshold.complaints()) {
      if (complaints.size() > 1) {
        situation.passOver(
            Move.write(LetterKind.INVITE),
            "%d complaints in %d months; a pattern begins with %d",
            complaints.size(),
            threshold.months(),
            threshold.complaints());
      }
      return Optional.empty();
    }
    if (causes < threshold.causes() && staff.size() < threshold.staff()) {
      situation.passOver(
          Move.write(LetterKind.INVITE),
          "%d complaints, but always of the same kind and to the same person: one matter, to be"
              + " answered as such",
          complaints.size());
      return Optional.empty();
    }
    if (situation.isOurs()) {
      return ours(situation);
    }
    if (situation.isOverdue() && situation.pending().isPresent()) {
      situation.passOver(
          Move.write(LetterKind.INVITE),
          "%s has waited for an answer since %s: that comes first",
          situation.waiting().getFirst().id(),
          Evidence.day(situation.waiting().getFirst()));
      return Optional.empty();
    }
    return Optional.of(step(situation, causes, staff));
  }

  /** The customer is right more often than not. A case of theirs is answered by the next rules. */
  private static Optional<Finding> ours(Situation situation) {
    List<Complaint> complaints = situation.complaints();
    long upheld = complaints.stream().filter(Complaint::isUpheld).count();
    String blocked =
        "farewell blocked: %d of %d complaints were upheld; raise the root cause with its owner"
            .formatted(upheld, complaints.size());
    Move farewell = Move.write(LetterKind.FAREWELL);
    if (situation.pending().isPresent()) {
      return new SingleIssueRule()
          .look(situation)
          .map(
              single ->
                  new Finding(Sign.PATTERN_OF_OURS, single.move())
                      .guard(blocked)
                      .not(farewell, "the fault is ours")
                      .join(single)
                      .cite(complaints.stream().flatMap(Complaint::evidence)));
    }
    return Optional.of(
        new Finding(Sign.PATTERN_OF_OURS, Move.write(LetterKind.INVITE))
            .cite(complaints.stream().flatMap(Complaint::evidence))
            .guard(blocked)
            .guard("ask what went wrong, and say what has been done about it")
            .not(farewell, "the fault is ours"));
  }

  private static Finding step(Situation situation, long causes, Set<StaffId> staff) {
    List<LetterKind> tried =
        LADDER.stream().filter(kind -> situation.sent(kind).findAny().isPresent()).toList();
    LetterKind next =
        LADDER.stream().filter(kind -> !tried.contains(kind)).findFirst().orElse(LADDER.getLast());
    Finding finding =
        new Finding(Sign.PATTERN, Move.write(next))
            .cite(situation.complaints().stream().flatMap(Complaint::evidence));
    tried.forEach(
        kind -> {
          finding.cite(situation.sent(kind).map(Evidence::of));
          finding.not(Move.write(kind), "it has been tried");
        });
    finding.guard(
        "%d complaints about %d matters to %d of us in %d months, %d of them upheld",
        situation.complaints().size(),
        causes,
        staff.size(),
        situation.plan().thresholds().pattern().months(),
        situation.complaints().stream().filter(Complaint::isUpheld).count());
    String refunds = Costs.of(situation).refundNote();
    if (!refunds.isEmpty()) {
      finding.guard(refunds);
    }
    addStep(finding, next, situation);
    LADDER.subList(LADDER.indexOf(next) + 1, LADDER.size()).stream()
        .forEach(kind -> finding.not(Move.write(kind), "%s comes first", next.word()));
    situation
        .pending()
        .ifPresent(
            file ->
                finding
                    .cite(Evidence.of(file))
                    .guard("%s is open: answer it too, on its merits", file.id()));
    return finding;
  }

  private static void addStep(Finding finding, LetterKind step, Situation situation) {
    switch (step) {
      case INVITE ->
          finding.guard("find the cause; then reassign, referral, farewell, in that order");
      case REASSIGN ->
          finding.guard(
              "a new contact who speaks the language, never one complained about: %s",
              situation.newContacts().words());
      case REFERRAL -> finding.guard("recommend %s", referrals(situation));
      case FAREWELL -> {
        finding.guard("manager; everything else has been tried");
        situation
            .playbook()
            .onEnding(situation.today())
            .ifPresent(
                policy -> finding.cite(Evidence.of(policy)).guard(notice(situation, policy)));
      }
      case EXPLANATION,
          EDUCATE,
          COMPROMISE,
          COOLING_OFF,
          FAREWELL_CARD,
          THANK_YOU,
          PLATFORM_REQUEST ->
          throw new IllegalArgumentException("no step of the ladder: " + step);
    }
  }

  static String notice(Situation situation, Policy policy) {
    Integer days = policy.windowDays();
    return "notice of %d days (%s v%d)"
        .formatted(
            days == null ? situation.plan().duties().noticeDays() : days,
            policy.id(),
            policy.version());
  }

  private static String referrals(Situation situation) {
    String names = situation.plan().referrals().stream().map(Referral::name).collect(joining(", "));
    return names.isEmpty() ? "somebody: the plan names nobody yet" : names;
  }
}
