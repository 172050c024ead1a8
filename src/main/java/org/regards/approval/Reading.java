package org.regards.approval;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.regards.history.Dossier;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterState;
import org.regards.letter.RestsOn;
import org.regards.letter.StoredLetter;
import org.regards.playbook.Playbook;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.review.Finding;
import org.regards.review.Place;
import org.regards.review.Review;
import org.regards.review.Reviewer;
import org.regards.review.Rule;
import org.regards.review.Severity;

/**
 * One person who says yes to letters at one moment: what stands against it, and what it is worth.
 */
final class Reading {
  private final Approvers approvers;
  private final Trained trained;
  private final StaffMember who;
  private final Approving word;
  private final Playbook playbook;
  private final Instant now;

  Reading(Playbook playbook, StaffMember who, Approving word, Instant now) {
    LocalDate day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    this.approvers = new Approvers(playbook, day);
    this.trained = new Trained(playbook, day);
    this.playbook = playbook;
    this.who = who;
    this.word = word;
    this.now = now;
  }

  Playbook playbook() {
    return playbook;
  }

  Instant now() {
    return now;
  }

  /** Whether a letter may be approved, by what the letter says and by who reads it. */
  sealed interface Result {
    record Passed(Read letter) implements Result {}

    record Stopped(ApprovalOutcome outcome) implements Result {}
  }

  Result read(StoredLetter letter, Dossier dossier, Review review, Allowances allowances) {
    LetterId id = letter.id();
    String digest = review.digest();
    if (!digest.startsWith(word.digest().toLowerCase(Locale.ROOT))) {
      return new Result.Stopped(changed(id));
    }
    Requirement requirement =
        approvers.of(letter, dossier, allowances.authors().getOrDefault(id, Set.of()));
    if (requirement.isOf(who.id())) {
      return refused(id, approvers.refusal(requirement, who, List.of()).orElseThrow());
    }
    Optional<String> untrained =
        trained.refusal(
            id,
            trained.basis(letter.letter().head(), RestsOn.of(letter.letter()), dossier::caseFile),
            who);
    if (untrained.isPresent()) {
      return refused(id, untrained.get());
    }
    List<Finding> findings = lifted(letter, dossier, review.findings(), allowances);
    List<Finding> errors = of(Severity.ERROR, findings);
    if (!errors.isEmpty()) {
      return new Result.Stopped(new ApprovalOutcome.Blocked(id, errors));
    }
    List<Finding> warnings = of(Severity.WARNING, findings);
    if (!warnings.isEmpty() && word.because().isBlank()) {
      return new Result.Stopped(new ApprovalOutcome.WantsReason(id, warnings));
    }
    return new Result.Passed(
        new Read(
            letter,
            digest,
            requirement,
            warnings.stream().map(finding -> finding.rule().code()).distinct().toList()));
  }

  /** What a yes adds to what others have said. */
  sealed interface Weight {
    record Counts(Word word, ApprovalOutcome outcome) implements Weight {}

    record DoesNot(ApprovalOutcome outcome) implements Weight {}
  }

  /**
   * @param said by others since the letter was declined last, of whatever text
   */
  Weight weigh(Read letter, LetterStamp stamp, List<Word> said) {
    LetterId id = letter.id();
    Requirement requirement = letter.requirement();
    List<Word> given = requirement.standing(said, letter.digest());
    if (approvers.missing(requirement, given).isEmpty() && stamp.state() != LetterState.CANCELLED) {
      return new Weight.DoesNot(new ApprovalOutcome.ApprovedBefore(id));
    }
    String past = past(stamp);
    if (!past.isEmpty()) {
      return new Weight.DoesNot(new ApprovalOutcome.Refused(id, past));
    }
    Optional<String> refusal = approvers.refusal(requirement, who, given);
    if (refusal.isPresent()) {
      return new Weight.DoesNot(new ApprovalOutcome.Refused(id, refusal.get()));
    }
    List<Role> roles = new ArrayList<>(given.stream().map(Word::role).toList());
    roles.add(who.role());
    boolean completes = approvers.missing(requirement.roles(), roles).isEmpty();
    Word yes =
        new Word(
            id,
            letter.digest(),
            Verdict.APPROVED,
            who.id(),
            who.role(),
            completes,
            word.because(),
            letter.warnings(),
            now);
    List<Word> all = new ArrayList<>(given);
    all.add(yes);
    return new Weight.Counts(
        yes,
        completes
            ? new ApprovalOutcome.Approved(id, letter.digest(), next(letter.letter()))
            : new ApprovalOutcome.InReview(
                id, letter.digest(), approvers.wanted(requirement, all)));
  }

  static ApprovalOutcome changed(LetterId id) {
    return new ApprovalOutcome.Refused(
        id,
        "it does not say any more what you read. Read it again, then approve it: regards letter "
            + id);
  }

  private static String past(LetterStamp stamp) {
    return switch (stamp.state()) {
      case DRAFT, IN_REVIEW, APPROVED -> "";
      case QUEUED ->
          "it waits for the printer or the mail server without it; take it out of the queue first:"
              + " regards queue --cancel "
              + stamp.id();
      case DONE -> "it has left already.";
      case CANCELLED -> "it was cancelled; compose it again.";
    };
  }

  /**
   * What the rules forbid but for somebody's word is a question where that person reads it: counsel
   * for words of law, counsel or whoever manages for giving way after a threat. An exception in the
   * ledger answers for its amount, and a colleague's signature for the heat of the author, but not
   * for the words that the author chose in it.
   */
  private List<Finding> lifted(
      StoredLetter letter, Dossier dossier, List<Finding> findings, Allowances allowances) {
    boolean excepted =
        findings.stream().anyMatch(finding -> finding.rule() == Rule.POL_1)
            && allowances.cover(letter.id(), Reviewer.offered(letter.letter(), dossier, playbook));
    boolean calm =
        allowances.handedOver().contains(letter.id())
            && !Reviewer.wasTarget(letter.letter().head().signatory().staff(), dossier);
    return findings.stream()
        .filter(finding -> !(excepted && finding.rule() == Rule.POL_1))
        .filter(finding -> !(calm && isOfTheAuthor(finding)))
        .map(
            finding ->
                mayLift(finding.rule())
                    ? new Finding(
                        finding.rule(),
                        Severity.WARNING,
                        finding.place(),
                        finding.sentence(),
                        finding.suggestion())
                    : finding)
        .toList();
  }

  private static boolean isOfTheAuthor(Finding finding) {
    return finding.rule() == Rule.HEAT_1 && finding.place().equals(Place.LETTER);
  }

  private boolean mayLift(Rule rule) {
    boolean counsel = who.role() == Role.COUNSEL;
    boolean law = rule == Rule.ADMIT_1 || rule == Rule.LEGAL_1;
    boolean gift = rule == Rule.GRANT_1;
    return (law && counsel) || (gift && (counsel || approvers.standsFor(who.role(), Role.MANAGER)));
  }

  private static Result refused(LetterId id, String reason) {
    return new Result.Stopped(new ApprovalOutcome.Refused(id, reason));
  }

  private static List<Finding> of(Severity severity, List<Finding> findings) {
    return findings.stream().filter(finding -> finding.severity() == severity).toList();
  }

  private static String next(StoredLetter letter) {
    LetterHead head = letter.letter().head();
    return switch (head.channel()) {
      case EMAIL -> "regards send " + letter.id();
      case PRINT -> "regards print %s, or regards queue %s".formatted(letter.id(), letter.id());
    };
  }
}
