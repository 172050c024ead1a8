package org.regards.approval;

import static java.util.stream.Collectors.toSet;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.Interaction;
import org.regards.hold.Hold;
import org.regards.hold.HoldDao;
import org.regards.hold.HoldKind;
import org.regards.letter.LetterId;
import org.regards.playbook.Playbook;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.task.Task;
import org.regards.task.TaskDao;
import org.regards.task.TaskKind;

/** What a court may ask for although nobody has set a legal hold yet. */
public final class LegalKeeping {
  private static final Set<TaskKind> FOR_COUNSEL =
      EnumSet.of(TaskKind.COUNSEL, TaskKind.KEEP_EVIDENCE);

  private final CustomerId customer;
  private final Playbook playbook;
  private final Instant now;

  private LegalKeeping(CustomerId customer, Playbook playbook, Instant now) {
    this.customer = customer;
    this.playbook = playbook;
    this.now = now;
  }

  /**
   * Why what is on record of a customer must be kept, as a sentence with the next step; empty when
   * nothing is open.
   */
  public static Optional<String> reason(
      Handle handle, CustomerId customer, Playbook playbook, Instant now) {
    LegalKeeping keeping = new LegalKeeping(customer, playbook, now);
    List<CounselWord> said =
        new CounselDao(handle).of(List.of(customer)).getOrDefault(customer, List.of());
    List<Hold> holds = new HoldDao(handle).of(customer);
    return keeping
        .threat(handle, said, holds)
        .or(() -> keeping.denial(handle, said))
        .or(() -> keeping.task(handle, holds));
  }

  private Optional<String> threat(Handle handle, List<CounselWord> said, List<Hold> holds) {
    return Dossiers.load(handle, List.of(customer), now).stream()
        .findFirst()
        .flatMap(this::lastThreat)
        .filter(threat -> !isSettled(threat, said, holds))
        .map(
            threat ->
                "a lawsuit was announced (%s on %s). Keep it until that is over: regards hold %s --kind legal; or counsel says that nothing of it is needed: regards counsel %s allow --because REASON --as %s."
                    .formatted(
                        threat.id(), Moments.day(threat.at()), customer, customer, counsel()));
  }

  private Optional<Interaction> lastThreat(Dossier dossier) {
    return CounselGate.openThreat(dossier, playbook);
  }

  /** Counsel released all letters after it, or a legal hold that was set after it was lifted. */
  private static boolean isSettled(Interaction threat, List<CounselWord> said, List<Hold> holds) {
    return said.stream()
            .anyMatch(
                word -> word.letter() == null && word.allowed() && !word.at().isBefore(threat.at()))
        || holds.stream()
            .anyMatch(
                hold ->
                    hold.kind() == HoldKind.LEGAL
                        && hold.lifted() != null
                        && !hold.heldAt().isBefore(threat.at()));
  }

  private Optional<String> denial(Handle handle, List<CounselWord> said) {
    return standing(handle, said)
        .map(
            no -> {
              Object what = no.letter() == null ? customer : no.letter();
              return "counsel's no to %s of %s stands. Keep it: regards hold %s --kind legal; or counsel takes it back: regards counsel %s allow --because REASON --as %s."
                  .formatted(
                      no.letter() == null ? "every letter" : what,
                      Moments.day(no.at()),
                      customer,
                      what,
                      no.by());
            });
  }

  /** The last word on all letters, or on one of them that no word on all of them has followed. */
  private static Optional<CounselWord> standing(Handle handle, List<CounselWord> said) {
    @Nullable CounselWord onAll = null;
    Map<LetterId, CounselWord> onOne = new HashMap<>();
    for (CounselWord word : said) {
      LetterId letter = word.letter();
      if (letter == null) {
        onAll = word;
        if (word.allowed()) {
          onOne.clear();
        }
      } else {
        onOne.put(letter, word);
      }
    }
    if (onAll != null && !onAll.allowed()) {
      return Optional.of(onAll);
    }
    Map<LetterId, List<Word>> approvals = approvals(handle, onOne.keySet());
    return onOne.values().stream()
        .filter(word -> !word.allowed())
        .filter(no -> !isApprovedAfter(no, approvals))
        .findFirst();
  }

  private static Map<LetterId, List<Word>> approvals(Handle handle, Set<LetterId> letters) {
    return letters.isEmpty() ? Map.of() : new ApprovalDao(handle).counting(new HashSet<>(letters));
  }

  private static boolean isApprovedAfter(CounselWord no, Map<LetterId, List<Word>> approvals) {
    LetterId letter = no.letter();
    return letter != null
        && approvals.getOrDefault(letter, List.of()).stream()
            .anyMatch(word -> word.role() == Role.COUNSEL && word.at().isAfter(no.at()));
  }

  /** Tasks of a legal hold that was lifted count no more: whoever lifted it spoke for counsel. */
  private Optional<String> task(Handle handle, List<Hold> holds) {
    Set<String> over =
        holds.stream()
            .filter(hold -> hold.kind() == HoldKind.LEGAL && hold.lifted() != null)
            .map(hold -> hold.id().record())
            .collect(toSet());
    return new TaskDao(handle)
        .of(customer).stream()
            .filter(task -> task.isOpen() && FOR_COUNSEL.contains(task.order().kind()))
            .filter(task -> !over.contains(task.order().causeRecord()))
            .findFirst()
            .map(this::words);
  }

  private String words(Task task) {
    return "%s is open: %s. Keep it: regards hold %s --kind legal; or close the task: regards task done %s."
        .formatted(task.id(), task.order().kind().words(), customer, task.id());
  }

  private String counsel() {
    return playbook
        .first(Role.COUNSEL)
        .map(StaffMember::id)
        .map(Object::toString)
        .orElse("COUNSEL");
  }
}
