package org.regards.hold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.audit.Act;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.customer.UnknownCustomerException;
import org.regards.history.Dossiers;
import org.regards.intake.Orchard;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.SampleLetters;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.playbook.UnknownStaffException;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.task.Task;
import org.regards.task.TaskKind;
import org.regards.task.Tasks;

/** Holds in a store, whichever it is. */
abstract class HoldsContract {
  private static final Instant NOW = Orchard.NOW;
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final CustomerId TOMOKO = new CustomerId("C-1017");
  private static final StaffId AGENT = new StaffId("mk");
  private static final StaffId SUPERVISOR = new StaffId("ss");
  private static final StaffId MANAGER = new StaffId("tp");
  private static final StaffId COUNSEL = new StaffId("ca");
  private static final StaffId OWNER = new StaffId("ow");

  @TempDir private Path folder;
  private Database database;
  private Holds holds;

  abstract StoreLocation location(Path folder);

  @BeforeEach
  void open() {
    database = Database.open(location(folder));
    Orchard.importInto(database, folder.resolve("rejects"));
    Playbooks playbooks = new Playbooks(database);
    holds = new Holds(database, playbooks, new Dossiers(database));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void holdsUntilSomebodyWhoMayLiftsIt() {
    Hold hold = set(HoldKind.STOP, TODAY.plusDays(3));
    assertThat(hold.id()).isEqualTo(new HoldId(1));
    assertThat(holds.standing(TOMOKO, NOW)).containsExactly(hold);
    assertThat(holds.standing(TOMOKO, NOW.plusSeconds(86_400 * 365))).containsExactly(hold);
    assertThat(holds.unlifted()).containsExactly(hold);

    assertThat(holds.lift(hold.id(), AGENT, "no", NOW)).isEqualTo(new Lifting.NotAllowed(hold));
    assertThat(holds.standing(TOMOKO, NOW)).containsExactly(hold);
    assertThat(holds.lift(hold.id(), MANAGER, "settled", NOW)).isEqualTo(new Lifting.Lifted(hold));
    assertThat(holds.standing(TOMOKO, NOW)).isEmpty();
    assertThat(holds.lift(hold.id(), OWNER, "again", NOW)).isInstanceOf(Lifting.OverAlready.class);
    assertThat(holds.of(TOMOKO).getFirst().lifted())
        .isEqualTo(new Hold.Lift(MANAGER, NOW, "settled"));
    assertThat(new AuditTrail(database).of("hold/H-1").stream().map(entry -> act(entry.deed())))
        .containsExactly(Act.HELD, Act.LIFTED);
  }

  @Test
  void endsAPauseAfterItsLastDay() {
    Hold pause = set(HoldKind.PAUSE, TODAY.plusDays(30));
    Instant lastMoment = Instant.parse("2026-12-20T23:59:59.999Z");
    assertThat(holds.standing(TOMOKO, lastMoment)).containsExactly(pause);
    assertThat(holds.standing(TOMOKO, lastMoment.plusMillis(1))).isEmpty();
    assertThat(holds.unlifted()).containsExactly(pause);
    assertThat(holds.lift(pause.id(), OWNER, "late", lastMoment.plusMillis(1)))
        .isEqualTo(new Lifting.OverAlready(pause));
  }

  @Test
  void remindsTheOwnerBeforeAPauseEnds() {
    set(HoldKind.PAUSE, TODAY.plusDays(30));
    assertThat(tasks()).containsExactly("review-pause for ss by 2026-12-13");
    set(HoldKind.PAUSE, TODAY.plusDays(3));
    assertThat(tasks()).first().isEqualTo("review-pause for ss by 2026-11-20");
  }

  @Test
  void allowsNoPauseLongerThanThePlan() {
    assertThat(holds.set(order(HoldKind.PAUSE, TODAY.plusDays(90), SUPERVISOR), NOW))
        .isInstanceOf(Holding.Held.class);
    assertThat(holds.set(order(HoldKind.PAUSE, TODAY.plusDays(91), SUPERVISOR), NOW))
        .isEqualTo(new Holding.TooLong(TODAY.plusDays(91), TODAY.plusDays(90)));
    assertThat(holds.set(order(HoldKind.PAUSE, TODAY.minusDays(1), SUPERVISOR), NOW))
        .isEqualTo(new Holding.Past(TODAY.minusDays(1), TODAY));
    assertThat(holds.of(TOMOKO)).hasSize(1);
  }

  @Test
  void declinesServiceByManagerAndOwnerOnly() {
    for (StaffId other : List.of(AGENT, SUPERVISOR, COUNSEL)) {
      assertThat(holds.set(order(HoldKind.DECLINED, TODAY, other), NOW))
          .isEqualTo(new Holding.NotAllowed(HoldKind.DECLINED, Set.of(Role.MANAGER, Role.OWNER)));
    }
    for (StaffId allowed : List.of(MANAGER, OWNER)) {
      assertThat(holds.set(order(HoldKind.DECLINED, TODAY, allowed), NOW))
          .isInstanceOf(Holding.Held.class);
    }
  }

  @Test
  void isLiftedByFewerWhenItSaysSo() {
    HoldOrder strict =
        new HoldOrder(
            TOMOKO, HoldKind.STOP, "", "x", OWNER, SUPERVISOR, TODAY, Set.of(Role.COUNSEL));
    Hold hold = ((Holding.Held) holds.set(strict, NOW)).hold();
    assertThat(holds.lift(hold.id(), OWNER, "mine", NOW)).isEqualTo(new Lifting.NotAllowed(hold));
    assertThat(holds.lift(hold.id(), COUNSEL, "done", NOW)).isEqualTo(new Lifting.Lifted(hold));
    HoldOrder lax =
        new HoldOrder(TOMOKO, HoldKind.STOP, "", "x", OWNER, SUPERVISOR, TODAY, Set.of(Role.AGENT));
    assertThat(holds.set(lax, NOW))
        .isEqualTo(
            new Holding.WrongReleasers(
                HoldKind.STOP, Set.of(Role.MANAGER, Role.OWNER, Role.COUNSEL)));
  }

  @Test
  void restsOnACauseOfThisCustomer() {
    HoldOrder other =
        new HoldOrder(
            TOMOKO, HoldKind.STOP, "interaction/I-0001", "", OWNER, OWNER, TODAY, Set.of());
    assertThat(holds.set(other, NOW)).isEqualTo(new Holding.UnknownCause("interaction/I-0001"));
    assertThatThrownBy(
            () -> new HoldOrder(TOMOKO, HoldKind.STOP, " ", "", OWNER, OWNER, TODAY, Set.of()))
        .hasMessage("a hold needs a cause");
    assertThatThrownBy(() -> holds.set(order(HoldKind.STOP, TODAY, new StaffId("zz")), NOW))
        .isInstanceOf(UnknownStaffException.class);
    assertThatThrownBy(
            () ->
                holds.set(
                    new HoldOrder(
                        new CustomerId("C-10"),
                        HoldKind.STOP,
                        "",
                        "x",
                        OWNER,
                        OWNER,
                        TODAY,
                        Set.of()),
                    NOW))
        .isInstanceOf(UnknownCustomerException.class);
    assertThat(holds.unlifted()).isEmpty();
  }

  @Test
  void givesPeopleTheirChecklistWhenOthersAreKeptAway() {
    holds.set(
        new HoldOrder(
            new CustomerId("C-1009"),
            HoldKind.STOP,
            "interaction/I-0017",
            "",
            OWNER,
            SUPERVISOR,
            TODAY.plusDays(3),
            Set.of()),
        NOW);
    assertThat(tasks())
        .containsExactly(
            "keep-evidence for ow by 2026-11-21",
            "counsel for counsel by 2026-11-21",
            "police-checklist for manager by 2026-11-21",
            "tell-staff for supervisor by 2026-11-21",
            "decide-hold for ow by 2026-11-23");
    holds.lift(new HoldId(1), OWNER, "settled", NOW);
    assertThat(tasks()).hasSize(4).noneMatch(task -> task.startsWith("decide-hold"));
  }

  @Test
  void needsNoPoliceForWhatIsNoCrime() {
    set(HoldKind.STOP, TODAY.plusDays(3));
    assertThat(tasks()).hasSize(4).noneMatch(task -> task.startsWith("police"));
  }

  @Test
  void letsOneLetterPassTheHoldsThatStand() {
    LetterId letter = new LetterId(7);
    LetterShelf.put(database, letter, SampleLetters.thankYou());
    assertThat(holds.letPass(7, TOMOKO, OWNER, "refunds due", "due", NOW))
        .isInstanceOf(Passing.NothingHolds.class);
    Hold stop = set(HoldKind.STOP, TODAY.plusDays(3));
    assertThat(holds.letPass(7, TOMOKO, OWNER, "a kind word", "due", NOW))
        .isEqualTo(
            new Passing.NotEssential(
                "a kind word",
                List.of("safety notices", "answers to data requests", "refunds due", "invoices")));
    assertThat(holds.letPass(7, TOMOKO, SUPERVISOR, "refunds due", "due", NOW))
        .isEqualTo(new Passing.NotAllowed(stop));
    assertThat(holds.letPass(7, TOMOKO, MANAGER, "refunds due", "refund due", NOW))
        .isEqualTo(new Passing.LetPass(List.of(stop), List.of()));
    assertThat(holds.letPass(7, TOMOKO, MANAGER, "refunds due", "refund due", NOW))
        .isInstanceOf(Passing.NothingHolds.class);
    Hold legal = set(HoldKind.LEGAL, TODAY.plusDays(3));
    assertThat(holds.letPass(7, TOMOKO, MANAGER, "refunds due", "refund due", NOW))
        .isEqualTo(new Passing.NotAllowed(legal));
    assertThat(holds.letPass(7, TOMOKO, COUNSEL, "refunds due", "I have read it", NOW))
        .isEqualTo(new Passing.LetPass(List.of(legal), List.of()));
    assertThat(new AuditTrail(database).of("letter/L-7").stream().map(entry -> act(entry.deed())))
        .containsExactly(Act.LET_PASS, Act.LET_PASS);
    assertThat(new AuditTrail(database).of("letter/L-7").getLast().deed().because())
        .isEqualTo("refunds due: I have read it");
  }

  @Test
  void isLiftedOnceWhenTwoLiftItAtOnce() throws Exception {
    Hold hold = set(HoldKind.STOP, TODAY.plusDays(3));
    List<Callable<Lifting>> two =
        List.of(
            () -> holds.lift(hold.id(), MANAGER, "settled", NOW),
            () -> holds.lift(hold.id(), OWNER, "settled", NOW));
    List<Lifting> ended = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
      for (Future<Lifting> one : threads.invokeAll(two)) {
        ended.add(one.get());
      }
    }
    assertThat(ended).filteredOn(Lifting.Lifted.class::isInstance).hasSize(1);
    assertThat(ended).filteredOn(Lifting.OverAlready.class::isInstance).hasSize(1);
    assertThat(new AuditTrail(database).of("hold/H-1")).hasSize(2);
    assertThat(new AuditTrail(database).verify().problems()).isEmpty();
  }

  @Test
  void saysWhatStandsAndWhoMayLiftIt() {
    assertThat(set(HoldKind.PAUSE, TODAY.plusDays(30)).message())
        .isEqualTo(
            "H-1 stops every letter to C-1017: a pause of our correspondence, asked for quiet. Its"
                + " last day is 2026-12-20, owner ss. Who may lift it: supervisor or manager or"
                + " owner (regards lift H-1).");
  }

  private Hold set(HoldKind kind, LocalDate due) {
    return ((Holding.Held) holds.set(order(kind, due, SUPERVISOR), NOW)).hold();
  }

  private static HoldOrder order(HoldKind kind, LocalDate due, StaffId by) {
    return new HoldOrder(TOMOKO, kind, "", "asked for quiet", SUPERVISOR, by, due, Set.of());
  }

  private List<String> tasks() {
    return new Tasks(database, new Playbooks(database))
        .open().stream().map(HoldsContract::shown).toList();
  }

  private static String shown(Task task) {
    TaskKind kind = task.order().kind();
    return "%s for %s by %s".formatted(kind.word(), task.order().doer(), task.order().due());
  }

  private static Act act(@Nullable Deed deed) {
    return Objects.requireNonNull(deed).act();
  }
}
