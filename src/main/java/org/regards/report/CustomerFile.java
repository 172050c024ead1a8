package org.regards.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regards.audit.AuditEntry;
import org.regards.customer.StaffId;
import org.regards.history.Dossier;
import org.regards.history.IncidentVerdict;
import org.regards.history.Interaction;
import org.regards.history.PostEvidence;
import org.regards.history.Tag;
import org.regards.hold.Hold;
import org.regards.playbook.Playbook;
import org.regards.playbook.StaffMember;
import org.regards.task.Task;
import org.regards.triage.Recommendation;

/**
 * All that a paper on one customer may draw on, as of one moment.
 *
 * @param seen on the web, oldest first
 * @param holds oldest first, lifted ones too
 * @param tasks oldest first, done ones too; nobody's asking for help is among them
 * @param trail what people did about the customer, oldest first
 */
public record CustomerFile(
    Dossier dossier,
    Recommendation advice,
    Playbook playbook,
    List<PostEvidence> seen,
    List<Hold> holds,
    List<Task> tasks,
    List<AuditEntry> trail) {
  public CustomerFile {
    seen = List.copyOf(seen);
    holds = List.copyOf(holds);
    tasks = tasks.stream().filter(task -> task.order().kind().isCounted()).toList();
    trail = List.copyOf(trail);
  }

  LocalDate today() {
    return dossier.today();
  }

  /** Contacts that a person or an import marked as a threat or other conduct, oldest first. */
  List<Interaction> incidents() {
    return dossier.interactions().stream().filter(CustomerFile::isIncident).toList();
  }

  static boolean isIncident(Interaction contact) {
    return contact.isFromCustomer() && classes(contact).findAny().isPresent();
  }

  /** What an incident is, gravest last. */
  static Stream<Tag> classes(Interaction contact) {
    return contact.tags().stream()
        .filter(tag -> tag.isConduct() || tag == Tag.THREAT_LEGAL)
        .sorted();
  }

  static boolean isThreat(Interaction contact) {
    return contact.tags().stream().anyMatch(CustomerFile::isThreat);
  }

  static boolean isThreat(Tag tag) {
    return switch (tag) {
      case THREAT_LEGAL, THREAT_PHYSICAL, THREAT_RETALIATION, THREAT_VANDALISM -> true;
      case COMPLAINT, PRAISE, QUESTION, THANKS, ABUSE, HARASSMENT, IMPEDING, AUTO_REPLY -> false;
    };
  }

  /** The last word of a person on a contact. */
  Optional<IncidentVerdict> verdict(Interaction contact) {
    return dossier.verdicts().stream()
        .filter(verdict -> verdict.interaction().equals(contact.id()))
        .reduce((earlier, later) -> later);
  }

  Optional<StaffMember> member(@Nullable StaffId id) {
    return id == null ? Optional.empty() : playbook.member(id);
  }

  /** A member of staff by id and name: {@code mk, Maria Keller}. */
  String who(@Nullable StaffId id) {
    return id == null
        ? "nobody named"
        : member(id).map(one -> "%s, %s".formatted(id, one.name())).orElse(id.value());
  }

  /** A customer by id and name. */
  String whom() {
    var name = dossier.customer().name();
    String full =
        Stream.of(name.title(), name.given(), name.family())
            .filter(part -> !part.isBlank())
            .reduce((before, after) -> before + " " + after)
            .orElse(dossier.customer().organisation());
    return full.isBlank()
        ? dossier.customer().id().value()
        : "%s, %s".formatted(dossier.customer().id(), full);
  }

  static String moment(Instant at) {
    return at.toString().substring(0, 16).replace('T', ' ') + " UTC";
  }

  static String record(Interaction contact) {
    return "interaction/" + contact.id();
  }
}
