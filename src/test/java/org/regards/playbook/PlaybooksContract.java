package org.regards.playbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;
import org.regards.intake.Orchard;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** Plans, policies and trainings in a store, whichever it is. */
abstract class PlaybooksContract {
  private static final Instant NOW = Orchard.NOW;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final PolicyId FRESHNESS = new PolicyId("R-1");
  private static final PolicyId LATE = new PolicyId("R-2");
  private static final StaffId MARIA = new StaffId("mk");

  private static final Actor TOM = Actor.of(new StaffId("tp"));

  @TempDir private Path folder;
  private Database database;
  private Playbooks playbooks;
  private String plan;

  abstract StoreLocation location(Path folder);

  @BeforeEach
  void open() throws IOException {
    database = Database.open(location(folder));
    Orchard.importInto(database, folder.resolve("rejects"));
    playbooks = new Playbooks(database);
    plan = Files.readString(PlanReaderTest.ORCHARD);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void judgesByThePlanOfTheProgramUntilOneIsAdopted() {
    Playbook playbook = playbooks.load();
    assertThat(playbook.plan(TODAY)).isEqualTo(PlanReader.standard());
    assertThat(playbook.policy(FRESHNESS, TODAY).orElseThrow().version()).isEqualTo(2);
    assertThat(playbook.onConduct(TODAY).orElseThrow().id()).isEqualTo(new PolicyId("C-1"));
  }

  @Test
  void judgesADayByThePlanInForceOnIt() {
    assertThat(playbooks.adopt(plan, TODAY, TOM, NOW)).isInstanceOf(Adoption.Adopted.class);
    String next = plan.replace("complaints: 5", "complaints: 6");
    LocalDate newYear = LocalDate.of(2027, 1, 1);
    assertThat(playbooks.adopt(next, newYear, TOM, NOW))
        .isEqualTo(new Adoption.Adopted(Playbooks.digest(next), newYear));
    Playbook playbook = playbooks.load();
    assertThat(complaints(playbook, TODAY.minusDays(1))).isEqualTo(4);
    assertThat(complaints(playbook, TODAY)).isEqualTo(5);
    assertThat(complaints(playbook, newYear.minusDays(1))).isEqualTo(5);
    assertThat(complaints(playbook, newYear)).isEqualTo(6);
  }

  @Test
  void putsThePoliciesOfThePlanInThePlaceOfImportedOnes() {
    playbooks.adopt(plan, TODAY, TOM, NOW);
    Playbook playbook = playbooks.load();
    assertThat(playbook.limit(FRESHNESS, TODAY, Role.AGENT)).contains(Money.parse("GBP 40.00"));
    assertThat(playbook.limit(FRESHNESS, TODAY, Role.SUPERVISOR))
        .contains(Money.parse("GBP 60.00"));
    assertThat(playbook.limit(LATE, TODAY, Role.AGENT)).contains(Money.parse("GBP 25.00"));
    assertThat(playbook.limit(LATE, TODAY, Role.SUPERVISOR)).isEmpty();
    assertThat(playbook.policyIds(TODAY).stream().map(PolicyId::value))
        .containsExactly("C-1", "G-1", "N-1", "R-1", "R-2", "R-3");
    assertThat(playbook.onConduct(TODAY).orElseThrow().title()).isEqualTo("How we talk");
    assertThat(playbook.onEnding(TODAY).orElseThrow().id()).isEqualTo(new PolicyId("N-1"));
  }

  @Test
  void adoptsTheSamePlanOnce() {
    playbooks.adopt(plan, TODAY, TOM, NOW);
    assertThat(playbooks.adopt(plan, TODAY.plusDays(3), TOM, NOW))
        .isEqualTo(new Adoption.InForceAlready(Playbooks.digest(plan), TODAY));
    assertThat(playbooks.load().plans().all()).hasSize(1);
  }

  @Test
  void goesBackToAnEarlierPlanWithoutLosingTheOneBetween() {
    String next = plan.replace("complaints: 5", "complaints: 6");
    playbooks.adopt(plan, TODAY, TOM, NOW);
    playbooks.adopt(next, TODAY.plusDays(1), TOM, NOW);
    playbooks.adopt(plan, TODAY.plusDays(2), TOM, NOW);
    Playbook playbook = playbooks.load();
    assertThat(complaints(playbook, TODAY.plusDays(1))).isEqualTo(6);
    assertThat(complaints(playbook, TODAY.plusDays(2))).isEqualTo(5);
  }

  @Test
  void doesNotChangeByWhatThePastWasJudged() {
    assertThat(playbooks.adopt(plan, TODAY.minusYears(1), TOM, NOW))
        .isInstanceOf(Adoption.Adopted.class);
    assertThat(playbooks.adopt(plan + "\n# changed\n", TODAY.minusDays(1), TOM, NOW))
        .isEqualTo(new Adoption.TooEarly(TODAY.minusDays(1), TODAY));
    assertThat(playbooks.load().plans().all()).hasSize(1);
  }

  @Test
  void adoptsNothingThatIsWrong() {
    assertThat(playbooks.adopt("titel: x", TODAY, TOM, NOW)).isInstanceOf(Adoption.Wrong.class);
    assertThat(playbooks.load().plans().all()).isEmpty();
  }

  @Test
  void recordsTrainingOnTheVersionOfItsDayUntilItExpires() {
    Policy freshness = playbooks.load().policy(FRESHNESS, TODAY).orElseThrow();
    assertThat(playbooks.load().isTrained(MARIA, freshness, TODAY)).isTrue();
    assertThat(playbooks.train(MARIA, List.of(FRESHNESS, FRESHNESS), TODAY, null, TOM, NOW))
        .containsExactly(new Training(MARIA, FRESHNESS, 2, TODAY, TODAY.plusMonths(12)));
    Playbook playbook = playbooks.load();
    assertThat(playbook.isTrained(MARIA, freshness, TODAY.plusMonths(12))).isTrue();
    assertThat(playbook.isTrained(MARIA, freshness, TODAY.plusMonths(12).plusDays(1))).isFalse();
    assertThat(playbook.isTrained(MARIA, freshness, TODAY.minusDays(1))).isFalse();
  }

  @Test
  void doesNotCountTrainingOnAnEarlierVersion() {
    playbooks.adopt(plan, LocalDate.of(2024, 1, 1), TOM, NOW);
    playbooks.train(MARIA, List.of(FRESHNESS), LocalDate.of(2024, 6, 1), null, TOM, NOW);
    Playbook playbook = playbooks.load();
    Policy freshness = playbook.policy(FRESHNESS, TODAY).orElseThrow();
    assertThat(playbook.isTrained(MARIA, freshness, LocalDate.of(2024, 12, 1))).isFalse();
  }

  @Test
  void takesPlansAndTrainingsOfWhoManagesOnly() {
    Actor maria = Actor.of(MARIA);
    assertThatThrownBy(() -> playbooks.adopt(plan, TODAY, maria, NOW))
        .hasMessage("mk may not adopt a plan; ask ow (owner) or tp (manager).");
    assertThatThrownBy(() -> playbooks.train(MARIA, List.of(FRESHNESS), TODAY, null, maria, NOW))
        .hasMessage("Nobody records their own training; ask ow (owner) or tp (manager).");
    assertThatThrownBy(
            () ->
                playbooks.train(
                    MARIA, List.of(FRESHNESS), TODAY, TODAY.plusMonths(12).plusDays(1), TOM, NOW))
        .hasMessage(
            "A training of 2026-11-20 counts until 2027-11-20 at the latest, as the plan says, and"
                + " not until 2027-11-21.");
    database.write(handle -> handle.execute("DELETE FROM staff WHERE id IN ('tp', 'ow')"));
    playbooks.adopt(plan, TODAY, maria, NOW);
    StaffId jonas = new StaffId("jo");
    playbooks.train(MARIA, List.of(FRESHNESS), TODAY, null, Actor.of(jonas), NOW);
    assertThat(new AuditTrail(database).after(0, 1_000))
        .extracting(entry -> entry.deed().actor().name() + " " + entry.deed().act().word())
        .endsWith("staff/mk adopted", "staff/jo trained");
    database.write(handle -> handle.execute("DELETE FROM staff"));
    assertThat(playbooks.adopt("name: ours", TODAY.plusDays(1), Actor.login("anna"), NOW))
        .isInstanceOf(Adoption.Adopted.class);
  }

  @Test
  void recordsNoTrainingOfOrOnWhatIsNotThere() {
    assertThatThrownBy(
            () -> playbooks.train(new StaffId("zz"), List.of(FRESHNESS), TODAY, null, TOM, NOW))
        .hasMessage("Nobody here has the staff id zz; there is ca, jo, lb, mk, ow, ss, tp.");
    assertThatThrownBy(
            () ->
                playbooks.train(
                    MARIA, List.of(FRESHNESS, new PolicyId("R-9")), TODAY, null, TOM, NOW))
        .hasMessage("There is no policy R-9; there is C-1, G-1, N-1, R-1, R-2, R-3.");
    assertThat(playbooks.load().trainings()).isEmpty();
  }

  private static int complaints(Playbook playbook, LocalDate day) {
    return playbook.plan(day).thresholds().pattern().complaints();
  }
}
