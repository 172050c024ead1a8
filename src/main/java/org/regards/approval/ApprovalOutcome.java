package org.regards.approval;

import static java.util.stream.Collectors.joining;

import java.util.List;
import org.regards.letter.LetterId;
import org.regards.review.Finding;

/** What became of somebody's word on a letter. */
public sealed interface ApprovalOutcome {
  LetterId letter();

  /** In the words of the person who said it: what holds now and what can be done. */
  String message();

  /** The word counts. */
  default boolean counts() {
    return switch (this) {
      case Approved ignored -> true;
      case InReview ignored -> true;
      case ApprovedBefore ignored -> true;
      case Declined ignored -> true;
      case Blocked ignored -> false;
      case WantsReason ignored -> false;
      case Refused ignored -> false;
    };
  }

  /** It has every word that it needs. */
  record Approved(LetterId letter, String digest, String next) implements ApprovalOutcome {
    @Override
    public String message() {
      return "%s is approved. Let it go: %s".formatted(letter, next);
    }
  }

  /** It still needs somebody else's word. */
  record InReview(LetterId letter, String digest, String wanted) implements ApprovalOutcome {
    @Override
    public String message() {
      return "Your word on %s counts (%s). %s".formatted(letter, brief(digest), wanted);
    }
  }

  /** Nothing was to be done. */
  record ApprovedBefore(LetterId letter) implements ApprovalOutcome {
    @Override
    public String message() {
      return "%s is approved already, as it stands.".formatted(letter);
    }
  }

  /** It is a draft again. */
  record Declined(LetterId letter) implements ApprovalOutcome {
    @Override
    public String message() {
      return "%s is declined and a draft again; its author finds the reason with regards approvals %s"
          .formatted(letter, letter);
    }
  }

  /** Rules say that it must not go as it stands. */
  record Blocked(LetterId letter, List<Finding> errors) implements ApprovalOutcome {
    public Blocked {
      errors = List.copyOf(errors);
    }

    @Override
    public String message() {
      return "%s was not approved; it must be changed first: regards edit %s --to FILE\n%s"
          .formatted(letter, letter, lines(errors));
    }
  }

  /** Rules ask whether it is meant as it stands. */
  record WantsReason(LetterId letter, List<Finding> warnings) implements ApprovalOutcome {
    public WantsReason {
      warnings = List.copyOf(warnings);
    }

    @Override
    public String message() {
      return "%s was not approved; say with --because why it may stand as it is, or change it: regards edit %s --to FILE\n%s"
          .formatted(letter, letter, lines(warnings));
    }
  }

  /** It was left as it was, and the reason says why. */
  record Refused(LetterId letter, String reason) implements ApprovalOutcome {
    @Override
    public String message() {
      return "%s was not approved: %s".formatted(letter, reason);
    }
  }

  /** As much of a digest as people compare. */
  static String brief(String digest) {
    return digest.substring(0, Math.min(digest.length(), 12));
  }

  private static String lines(List<Finding> findings) {
    return findings.stream()
        .map(
            finding ->
                "- %s, %s: %s"
                    .formatted(finding.rule().code(), finding.place().where(), finding.sentence()))
        .collect(joining("\n"));
  }
}
