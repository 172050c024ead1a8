package org.regards.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.approval.Counsel;
import org.regards.approval.CounselSubject;
import org.regards.approval.CounselWord;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.document.Document;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.EvidenceRoom;
import org.regards.history.Interaction;
import org.regards.history.InteractionId;
import org.regards.hold.Holds;
import org.regards.playbook.Business;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.StaffMember;
import org.regards.task.Tasks;
import org.regards.triage.Advisor;

/**
 * Writes the papers on a customer. Each is a document and no letter: it has no recipient, and
 * nothing that mails or queues takes it. That one was written stands in the audit trail.
 */
public final class Papers {
  static final String INTERNAL = "Internal – not to be mailed";

  /** As many customers at once when the log is for all of them. */
  private static final int BATCH = 250;

  private final Dossiers dossiers;
  private final Playbooks playbooks;
  private final EvidenceRoom evidence;
  private final Holds holds;
  private final Tasks tasks;
  private final Counsel counsel;
  private final AuditTrail trail;

  public Papers(
      Dossiers dossiers,
      Playbooks playbooks,
      EvidenceRoom evidence,
      Holds holds,
      Tasks tasks,
      Counsel counsel,
      AuditTrail trail) {
    this.dossiers = dossiers;
    this.playbooks = playbooks;
    this.evidence = evidence;
    this.holds = holds;
    this.tasks = tasks;
    this.counsel = counsel;
    this.trail = trail;
  }

  /** Who writes a paper, and when. */
  public record Writer(StaffId staff, Instant now) {}

  public Document legalBrief(Dossier dossier, Writer writer) {
    Document brief = LegalBrief.of(file(dossier));
    record(PaperKind.LEGAL_BRIEF, dossier.customer().id(), writer);
    return brief;
  }

  public Document authorityChecklist(Dossier dossier, Writer writer) {
    Document checklist = AuthorityChecklist.of(file(dossier));
    record(PaperKind.AUTHORITY_CHECKLIST, dossier.customer().id(), writer);
    return checklist;
  }

  /** The log of one customer. */
  public Document incidentLog(Dossier dossier, LocalDate from, LocalDate to, Writer writer) {
    IncidentLog log = new IncidentLog();
    CustomerFile file = file(dossier);
    log.add(file, from, to);
    record(PaperKind.INCIDENT_LOG, dossier.customer().id(), writer);
    return log.document(dossier.customer().id().value(), from, to);
  }

  /** The log of all customers, one pass over them. */
  public Document incidentLog(Instant asOf, LocalDate from, LocalDate to, Writer writer) {
    IncidentLog log = new IncidentLog();
    Playbook playbook = playbooks.load();
    Advisor advisor = new Advisor(playbook);
    dossiers.forEachBatch(
        asOf,
        BATCH,
        batch -> {
          for (Dossier dossier : batch) {
            if (dossier.interactions().stream().anyMatch(CustomerFile::isIncident)) {
              log.add(file(dossier, playbook, advisor), from, to);
            }
          }
        });
    record(PaperKind.INCIDENT_LOG, null, writer);
    return log.document("all customers", from, to);
  }

  /** What became of a note to somebody of ours. */
  public sealed interface Note {
    record Written(Document document, StaffMember target) implements Note {}

    /** There is nobody to write it to. */
    record Refused(String reason) implements Note {}
  }

  /**
   * To the person of ours who was the target.
   *
   * @param incident which one it is about, or null for the last that names somebody
   * @param takesOver who takes over, or null for the first above the target
   */
  public Note staffNote(
      Dossier dossier,
      @Nullable InteractionId incident,
      @Nullable StaffMember takesOver,
      Writer writer) {
    CustomerFile file = file(dossier);
    CustomerId customer = dossier.customer().id();
    List<Interaction> incidents =
        file.incidents().stream()
            .filter(contact -> incident == null || contact.id().equals(incident))
            .toList();
    if (incidents.isEmpty()) {
      return new Note.Refused(
          incident == null
              ? "%s has no incident: no contact is marked as a threat, abuse or harassment. A person marks one with: regards incident confirm CONTACT abuse --as STAFF"
                  .formatted(customer)
              : "%s is no incident of %s".formatted(incident, customer));
    }
    Optional<Interaction> last =
        incidents.stream()
            .filter(contact -> file.member(contact.staff()).isPresent())
            .reduce((earlier, later) -> later);
    if (last.isEmpty()) {
      return new Note.Refused(
          "%s names nobody of ours who was the target".formatted(incidents.getLast().id()));
    }
    Document note = StaffNote.of(file, last.get(), takesOver);
    record(PaperKind.STAFF_NOTE, customer, writer);
    return new Note.Written(note, file.member(last.get().staff()).orElseThrow());
  }

  /** To those who run a site; only after counsel's word on just that. */
  public PlatformRequest.Outcome platformRequest(
      Dossier dossier, PlatformRequest request, Business business, Writer writer) {
    CustomerId customer = dossier.customer().id();
    CounselWord word =
        counsel.of(customer).stream()
            .filter(
                one ->
                    one.subject() == CounselSubject.PLATFORM_REQUEST
                        && !one.at().isAfter(writer.now()))
            .reduce((earlier, later) -> later)
            .orElse(null);
    PlatformRequest.Outcome outcome = request.of(file(dossier), business, word, writer.staff());
    if (outcome instanceof PlatformRequest.Outcome.Written) {
      record(PaperKind.PLATFORM_REQUEST, customer, writer);
    }
    return outcome;
  }

  private CustomerFile file(Dossier dossier) {
    Playbook playbook = playbooks.load();
    return file(dossier, playbook, new Advisor(playbook));
  }

  private CustomerFile file(Dossier dossier, Playbook playbook, Advisor advisor) {
    CustomerId customer = dossier.customer().id();
    return new CustomerFile(
        dossier,
        advisor.advise(dossier),
        playbook,
        evidence.of(customer, dossier.asOf()),
        holds.of(customer).stream().filter(hold -> !hold.heldAt().isAfter(dossier.asOf())).toList(),
        tasks.of(customer).stream()
            .filter(task -> !task.openedAt().isAfter(dossier.asOf()))
            .toList(),
        trail.of(customer).stream().filter(entry -> !entry.at().isAfter(dossier.asOf())).toList());
  }

  private void record(PaperKind kind, @Nullable CustomerId customer, Writer writer) {
    trail.add(
        writer.now(),
        new Deed(Actor.of(writer.staff()), Act.EXPORTED, "paper/" + kind.word(), customer, ""));
  }
}
