package org.regards.outcome;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.StaffId;
import org.regards.history.CaseDao;
import org.regards.history.CaseEvent;
import org.regards.history.CaseEventDao;
import org.regards.history.CaseFile;
import org.regards.history.CaseId;
import org.regards.history.CaseState;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.Fault;
import org.regards.history.Interaction;
import org.regards.history.UnknownCaseException;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.UnknownStaffException;
import org.regards.store.Database;
import org.regards.task.Task;
import org.regards.triage.Unanswered;

/** Closes cases, and opens them again. */
public final class Cases {
  private final Database database;

  public Cases(Database database) {
    this.database = database;
  }

  /**
   * Closes a case in which nothing of the customer's waits for an answer. Where the fault was ours,
   * the owner gets a task: what caused it is to be mended.
   *
   * @throws UnknownCaseException when there is no such case
   * @throws UnknownStaffException when whoever closes it is not here
   */
  public CaseEnd close(CaseId id, StaffId by, String because, Instant now) {
    return database.write(
        handle -> {
          Playbook playbook = playbook(handle, by);
          Dossier dossier = dossier(handle, id, now);
          CaseFile file = file(id, dossier);
          if (!file.isPending()) {
            return new CaseEnd.SettledBefore(file);
          }
          List<Interaction> waiting = Unanswered.messages(file, dossier, playbook);
          if (!waiting.isEmpty()) {
            return new CaseEnd.Unanswered(file, waiting);
          }
          if (Unanswered.wantsLastWord(file, dossier)) {
            return new CaseEnd.Unexplained(file);
          }
          return closed(handle, file, by, because, now);
        });
  }

  /**
   * Opens a case again that was closed.
   *
   * @param because the new fact: only that opens it again
   * @throws UnknownCaseException when there is no such case
   * @throws UnknownStaffException when whoever opens it is not here
   */
  public CaseEnd reopen(CaseId id, StaffId by, String because, Instant now) {
    return database.write(
        handle -> {
          playbook(handle, by);
          CaseFile file = file(id, dossier(handle, id, now));
          if (file.state() != CaseState.CLOSED) {
            return new CaseEnd.NotClosed(file);
          }
          new CaseEventDao(handle).insert(event(file, CaseEvent.Kind.REOPENED, by, now, because));
          AuditTrail.add(handle, now, deed(file, Act.OPENED, by, because));
          return new CaseEnd.Reopened(file(id, dossier(handle, id, now)));
        });
  }

  private static CaseEnd closed(
      Handle handle, CaseFile file, StaffId by, String because, Instant now) {
    new CaseEventDao(handle).insert(event(file, CaseEvent.Kind.CLOSED, by, now, because));
    List<Task> tasks = new ArrayList<>();
    if (file.fault() == Fault.OURS || file.fault() == Fault.SHARED) {
      LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
      MendCause.open(handle, file.customer(), record(file), file.about(), by, today, now)
          .ifPresent(tasks::add);
    }
    AuditTrail.add(handle, now, deed(file, Act.DONE, by, because));
    return new CaseEnd.Closed(file(file.id(), dossier(handle, file.id(), now)), tasks);
  }

  private static Playbook playbook(Handle handle, StaffId by) {
    Playbook playbook = Playbooks.load(handle);
    playbook.required(by);
    return playbook;
  }

  private static Dossier dossier(Handle handle, CaseId id, Instant now) {
    CaseFile stored =
        new CaseDao(handle)
            .find(List.of(id)).stream().findFirst().orElseThrow(() -> new UnknownCaseException(id));
    return Dossiers.load(handle, List.of(stored.customer()), now).getFirst();
  }

  private static CaseFile file(CaseId id, Dossier dossier) {
    return dossier.caseFile(id).orElseThrow(() -> new UnknownCaseException(id));
  }

  private static CaseEvent event(
      CaseFile file, CaseEvent.Kind kind, StaffId by, Instant now, String because) {
    return new CaseEvent(file.id(), file.customer(), kind, by, now, because);
  }

  private static Deed deed(CaseFile file, Act act, StaffId by, String because) {
    return new Deed(Actor.of(by), act, record(file), file.customer(), because);
  }

  private static String record(CaseFile file) {
    return "case/" + file.id();
  }
}
