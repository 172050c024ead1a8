package org.regards.playbook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;
import org.regards.store.Database;

/** Loads the playbook, adopts plans and records trainings. */
public final class Playbooks {
  private final Database database;

  public Playbooks(Database database) {
    this.database = database;
  }

  /** All of it, as it stands now. */
  public Playbook load() {
    return database.read(Playbooks::load);
  }

  /**
   * Puts a plan in force from a day on. The first one may begin on any day; each further one not
   * before today, since what has been decided was judged by what was in force then.
   *
   * @param by a manager or the owner; anybody on staff where there is neither, anybody at all where
   *     there is no staff
   * @throws RefusedEntryException when it is somebody else
   */
  public Adoption adopt(String text, LocalDate from, Actor by, Instant now) {
    if (PlanReader.read(text) instanceof PlanReading.Unsound unreadable) {
      return new Adoption.Wrong(unreadable.problems());
    }
    String digest = digest(text);
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    return database.write(
        handle -> {
          new Entitled(new StaffDao(handle).all()).mayAdopt(by);
          PlanDao plans = new PlanDao(handle);
          AdoptedPlans adopted = new AdoptedPlans(plans.all());
          Optional<AdoptedPlan> before = adopted.adoptedFor(from);
          if (before.isPresent() && before.get().digest().equals(digest)) {
            return new Adoption.InForceAlready(digest, before.get().from());
          }
          if (from.isBefore(today) && adopted.adoptedFor(today).isPresent()) {
            return new Adoption.TooEarly(from, today);
          }
          plans.insert(digest, text, from, now);
          AuditTrail.add(
              handle, now, new Deed(by, Act.ADOPTED, "plan/" + from, null, "SHA-256 " + digest));
          return new Adoption.Adopted(digest, from);
        });
  }

  /**
   * Records that somebody was trained, on the versions in force on that day.
   *
   * @param until the last day on which it counts, or null for as long as the plan says
   * @param by a manager or the owner, or somebody else on staff where there is none but {@code
   *     staff}
   * @throws RefusedEntryException when it is somebody else, or {@code until} is later than the plan
   *     says
   * @throws UnknownStaffException when there is no such person
   * @throws UnknownPolicyException when there is no such policy; then nothing is recorded
   */
  public List<Training> train(
      StaffId staff,
      List<PolicyId> policies,
      LocalDate on,
      @Nullable LocalDate until,
      Actor by,
      Instant now) {
    return database.write(
        handle -> {
          Playbook playbook = load(handle);
          playbook.required(staff);
          new Entitled(playbook.staff()).mayRecordTraining(by, staff);
          LocalDate latest = on.plusMonths(playbook.plan(on).duties().trainingMonths());
          if (until != null && until.isAfter(latest)) {
            throw new RefusedEntryException(
                "A training of %s counts until %s at the latest, as the plan says, and not until %s."
                    .formatted(on, latest, until));
          }
          LocalDate end = until == null ? latest : until;
          List<Training> trainings =
              policies.stream()
                  .distinct()
                  .map(
                      id -> {
                        Policy policy =
                            playbook
                                .policy(id, on)
                                .orElseThrow(
                                    () -> new UnknownPolicyException(id, playbook.policyIds(on)));
                        return new Training(staff, id, policy.version(), on, end);
                      })
                  .toList();
          new TrainingDao(handle).insert(trainings, now);
          AuditTrail.add(
              handle,
              now,
              trainings.stream()
                  .map(
                      one ->
                          new Deed(
                              by,
                              Act.TRAINED,
                              "staff/" + staff,
                              null,
                              "%s v%d until %s"
                                  .formatted(one.policy(), one.version(), one.until())))
                  .toList());
          return trainings;
        });
  }

  /** The SHA-256 of a text in UTF-8, in hexadecimal. */
  static String digest(String text) {
    try {
      return HexFormat.of()
          .formatHex(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  /** Which languages people here are known to speak. Reads all customers. */
  public SpokenLanguages spoken() {
    return database.read(handle -> new SpokenLanguages(new StaffDao(handle).languages()));
  }

  /** As {@link #load()}, as the caller's transaction sees it. */
  public static Playbook load(Handle handle) {
    return new Playbook(
        new PolicyDao(handle).all(),
        new StaffDao(handle).all(),
        new AdoptedPlans(new PlanDao(handle).all()),
        new TrainingDao(handle).all());
  }
}
