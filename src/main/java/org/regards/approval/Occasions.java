package org.regards.approval;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.joda.money.Money;
import org.regards.customer.StaffId;
import org.regards.history.CaseFile;
import org.regards.history.Dossier;
import org.regards.history.Interaction;
import org.regards.history.PolicyId;
import org.regards.history.Tag;
import org.regards.letter.Letter;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.letter.StoredLetter;
import org.regards.playbook.Occasion;
import org.regards.playbook.Playbook;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.review.Reviewer;

/** Works out what makes a letter need more approval than usual. */
final class Occasions {
  private static final String CONTRACT = "contract";

  private final StoredLetter stored;
  private final Letter letter;
  private final Dossier dossier;
  private final Playbook playbook;

  private Occasions(StoredLetter stored, Dossier dossier, Playbook playbook) {
    this.stored = stored;
    this.letter = stored.letter();
    this.dossier = dossier;
    this.playbook = playbook;
  }

  /**
   * @param dossier of the recipient, as of now
   */
  static Set<Occasion> of(StoredLetter letter, Dossier dossier, Playbook playbook) {
    Occasions occasions = new Occasions(letter, dossier, playbook);
    EnumSet<Occasion> found = EnumSet.noneOf(Occasion.class);
    for (Occasion occasion : Occasion.values()) {
      if (occasions.holds(occasion)) {
        found.add(occasion);
      }
    }
    return found;
  }

  private boolean holds(Occasion occasion) {
    return switch (occasion) {
      case OVER_THE_LIMIT -> isOverTheLimit();
      case FINAL ->
          letter.parts().stream().anyMatch(part -> part.name() == PartName.DISPUTE_RESOLUTION);
      case LEGAL_THREAT -> open(dossier, playbook, Tag.THREAT_LEGAL).findAny().isPresent();
      case THREAT ->
          open(
                  dossier,
                  playbook,
                  Tag.THREAT_LEGAL,
                  Tag.THREAT_PHYSICAL,
                  Tag.THREAT_RETALIATION,
                  Tag.THREAT_VANDALISM)
              .findAny()
              .isPresent();
      case CONTRACT ->
          playbook
              .onEnding(dossier.today())
              .filter(
                  policy ->
                      policy.publishedWhere().stream()
                          .anyMatch(place -> place.toLowerCase(Locale.ROOT).contains(CONTRACT)))
              .isPresent();
    };
  }

  /** The threats that nobody has denied and that still count by the plan's days, newest first. */
  static Stream<Interaction> open(Dossier dossier, Playbook playbook, Tag... threats) {
    int days = playbook.plan(dossier.today()).thresholds().threatDays();
    Instant from = dossier.asOf().minus(Duration.ofDays(days));
    return dossier
        .fromCustomer()
        .filter(contact -> !contact.at().isBefore(from))
        .filter(contact -> Arrays.stream(threats).anyMatch(contact.tags()::contains));
  }

  /**
   * What it gives, or what it refuses where it gives nothing, is more than its author may give
   * alone. An amount in another currency than the limit's is: nobody has said that they may.
   */
  private boolean isOverTheLimit() {
    CaseFile about =
        Optional.ofNullable(letter.head().caseId()).flatMap(dossier::caseFile).orElse(null);
    if (about == null || about.policy() == null) {
      return false;
    }
    Optional<Money> limit = limit(about.policy(), about.opened());
    List<Money> offers = Reviewer.offered(letter, dossier, playbook);
    return (offers.isEmpty() ? refused(about) : offers)
        .stream()
            .filter(Money::isPositive)
            .anyMatch(
                amount ->
                    limit.isEmpty()
                        || !limit.get().isSameCurrency(amount)
                        || limit.get().isLessThan(amount));
  }

  private List<Money> refused(CaseFile about) {
    Money asked = about.askedAmount();
    return asked != null && letter.head().type() == LetterType.EXPLANATION
        ? List.of(asked)
        : List.of();
  }

  /** What nobody has said of the author's role holds as for an agent. */
  private Optional<Money> limit(PolicyId policy, LocalDate day) {
    StaffId author = stored.author() == null ? letter.head().signatory().staff() : stored.author();
    Role role = playbook.member(author).map(StaffMember::role).orElse(Role.AGENT);
    return playbook.limit(policy, day, role).or(() -> playbook.limit(policy, day, Role.AGENT));
  }
}
