package org.regards.triage;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.regards.customer.CustomerStatus;
import org.regards.customer.StaffId;
import org.regards.history.CaseFile;
import org.regards.history.Channel;
import org.regards.history.Direction;
import org.regards.history.Interaction;
import org.regards.history.Tag;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Role;
import org.regards.playbook.Thresholds;

/**
 * Threats, harassment of followers, impeding of other customers: everything stops until people have
 * decided. Only what a person tagged counts.
 */
final class ThreatRule implements Rule {
  private static final Move COOLING_OFF = Move.write(LetterKind.COOLING_OFF);

  /** Safety before law before the other reasons for a hold. */
  private enum Kind {
    PHYSICAL(Sign.PHYSICAL_THREAT, Tag.THREAT_PHYSICAL),
    VANDALISM(Sign.VANDALISM_THREAT, Tag.THREAT_VANDALISM),
    LEGAL(Sign.LEGAL_THREAT, Tag.THREAT_LEGAL),
    RETALIATION(Sign.RETALIATION_THREAT, Tag.THREAT_RETALIATION),
    IMPEDING(Sign.IMPEDING, Tag.IMPEDING),
    HARASSMENT(Sign.HARASSMENT, Tag.HARASSMENT);

    private final Sign sign;
    private final Tag tag;

    Kind(Sign sign, Tag tag) {
      this.sign = sign;
      this.tag = tag;
    }
  }

  private final Kind kind;

  private ThreatRule(Kind kind) {
    this.kind = kind;
  }

  /** One for each kind, the gravest first. */
  static Stream<Rule> inOrder() {
    return Arrays.stream(Kind.values()).map(ThreatRule::new);
  }

  @Override
  public Optional<Finding> look(Situation situation) {
    List<Interaction> incidents = open(situation);
    if (incidents.isEmpty()) {
      return Optional.empty();
    }
    Instant last = incidents.getLast().at();
    Optional<LocalDate> pause = situation.pauseAfter(last);
    if (pause.isPresent()) {
      return pause
          .filter(end -> !end.isBefore(situation.today()))
          .map(end -> paused(situation, incidents, end));
    }
    Finding finding = new Finding(kind.sign, Move.hold());
    finding.cite(incidents.stream().map(Evidence::of));
    finding.cite(others(situation, incidents));
    addGuards(finding, situation, incidents);
    situation.pending().ifPresent(file -> rejectAnswer(finding.cite(Evidence.of(file)), file));
    return Optional.of(finding);
  }

  private List<Interaction> open(Situation situation) {
    Thresholds thresholds = situation.plan().thresholds();
    if (kind != Kind.HARASSMENT) {
      return situation.tagged(thresholds.threatDays(), kind.tag).stream()
          .filter(contact -> !isDealtWith(situation, contact))
          .toList();
    }
    List<Interaction> posts =
        situation.tagged(thresholds.harassment().days(), Tag.HARASSMENT, Tag.ABUSE).stream()
            .filter(
                contact ->
                    contact.channel() == Channel.SOCIAL || contact.channel() == Channel.REVIEW)
            .filter(contact -> !isDealtWith(situation, contact))
            .toList();
    if (posts.size() >= thresholds.harassment().posts()) {
      return posts;
    }
    if (!posts.isEmpty()) {
      situation.passOver(
          Move.hold(),
          "%d abusive posts in %d days; %d are harassment",
          posts.size(),
          thresholds.harassment().days(),
          thresholds.harassment().posts());
    }
    return List.of();
  }

  /** Where the relationship has ended since, the end was the answer. */
  private static boolean isDealtWith(Situation situation, Interaction incident) {
    return situation.dossier().customer().status() == CustomerStatus.ENDED
        && situation.dossier().interactions().stream()
            .anyMatch(
                contact ->
                    contact.direction() == Direction.OUT && contact.at().isAfter(incident.at()));
  }

  private Finding paused(Situation situation, List<Interaction> incidents, LocalDate end) {
    return new Finding(kind.sign, Move.nothing())
        .cite(incidents.stream().map(Evidence::of))
        .cite(situation.sent(LetterKind.COOLING_OFF).map(Evidence::of))
        .guard(
            "the pause runs until %s; review it from %s on",
            end, end.minusDays(situation.plan().pauses().reviewBeforeEnd()))
        .not(COOLING_OFF, "a pause is running");
  }

  /** What else of the kind happened, so that nobody has to look for it. */
  private static Stream<Evidence> others(Situation situation, List<Interaction> incidents) {
    return situation.dossier().incidents().toList().reversed().stream()
        .filter(contact -> !incidents.contains(contact))
        .map(Evidence::of);
  }

  private void addGuards(Finding finding, Situation situation, List<Interaction> incidents) {
    finding.guard(
        "nothing goes by any channel, what is queued neither; only %s, each with a named person's"
            + " word",
        String.join(", ", situation.plan().duties().essential()));
    switch (kind) {
      case PHYSICAL, VANDALISM ->
          finding
              .releasedBy(Role.MANAGER, Role.COUNSEL)
              .guard(
                  "manager and counsel decide today; they also decide whether the police is told")
              .guard("staff note for %s, before this is closed", names(incidents))
              .guard("then cooling-off, if manager and counsel approve it")
              .not(
                  COOLING_OFF, "safety first: only after the hold, and when both have approved it");
      case LEGAL ->
          finding
              .releasedBy(Role.COUNSEL)
              .guard("counsel releases: no letter before; litigation hold, nothing is erased")
              .guard("a legal brief with every record goes to counsel")
              .not(COOLING_OFF, "announcing a claim is a right, and counsel answers it");
      case RETALIATION ->
          finding
              .releasedBy(Role.MANAGER)
              .guard("manager decides; then cooling-off, if approved")
              .guard("nothing is granted after the threat without a note of why")
              .not(COOLING_OFF, "only after the hold, and when the manager has approved it");
      case IMPEDING ->
          finding
              .releasedBy(Role.COUNSEL)
              .guard("counsel, with the checklist of what to tell the authorities")
              .guard("whoever reported it is never named")
              .not(COOLING_OFF, "first it is counsel who says how other customers are protected");
      case HARASSMENT ->
          finding
              .releasedBy(Role.COUNSEL)
              .guard("counsel; a platform request with the posts as evidence: address, time, copy")
              .guard("then cooling-off, if approved")
              .guard("an honest bad opinion is never touched")
              .not(COOLING_OFF, "only after the hold, and when counsel has approved it");
    }
  }

  private static void rejectAnswer(Finding finding, CaseFile file) {
    finding.not(
        Move.write(LetterKind.COMPROMISE),
        "%s waits: nothing is offered or refused under a threat",
        file.id());
  }

  private static String names(List<Interaction> incidents) {
    String names =
        Situation.staff(incidents).stream()
            .sorted(Comparator.naturalOrder())
            .map(StaffId::value)
            .collect(joining(", "));
    return names.isEmpty() ? "whoever was the target" : names;
  }
}
