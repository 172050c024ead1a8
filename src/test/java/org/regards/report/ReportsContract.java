package org.regards.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.document.Document;
import org.regards.history.CaseDao;
import org.regards.history.CaseFile;
import org.regards.history.CaseId;
import org.regards.history.CaseState;
import org.regards.history.Channel;
import org.regards.history.Direction;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.Fault;
import org.regards.history.Interaction;
import org.regards.history.InteractionDao;
import org.regards.history.InteractionId;
import org.regards.history.OrderId;
import org.regards.history.PolicyId;
import org.regards.history.Tag;
import org.regards.intake.Orchard;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;
import org.regards.task.Tasks;

/** The figures of the reports, whatever the store. */
abstract class ReportsContract {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Period YEAR = Period.yearTo(TODAY);
  private static final CustomerId AGNES = new CustomerId("C-1001");
  private static final StaffId JONAS = new StaffId("jo");

  @TempDir private Path folder;
  private Database database;
  private Reports reports;
  private Playbook playbook;

  abstract StoreLocation location(Path folder);

  @BeforeEach
  void open() {
    database = Database.open(location(folder));
    Orchard.importInto(database, folder.resolve("rejects"));
    reports = new Reports(database, new Dossiers(database), new Playbooks(database));
    playbook = new Playbooks(database).load();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private static String words(Document document) {
    return document.elements().stream().flatMap(element -> element.words()).collect(joining("\n"));
  }

  // team

  @Test
  void countsWhatEachOfUsHadToBear() {
    TeamCare team = reports.heard(new TeamCare(YEAR, playbook), Orchard.NOW);

    assertThat(team.people()).hasSize(7);
    assertThat(team.people().getFirst())
        .isEqualTo(
            new TeamCare.Person(
                "mk", "Maria Keller", "agent", 9, 10, LocalDate.of(2026, 11, 18), 11));
    assertThat(words(team.document()))
        .contains("5 or more abusive contacts in 30 days fell to Maria Keller (9).");
  }

  @Test
  void alertsAtFiveAndNotAtFour() {
    plantAbuse(JONAS, 4, 5);
    TeamCare four = reports.heard(new TeamCare(YEAR, playbook), Orchard.NOW);
    assertThat(words(four.document())).doesNotContain("Jonas Ott had");

    plantAbuse(JONAS, 1, 29);
    TeamCare five = reports.heard(new TeamCare(YEAR, playbook), Orchard.NOW);
    assertThat(words(five.document()))
        .contains("5 or more abusive contacts in 30 days fell to Maria Keller (9), Jonas Ott (5).");

    plantAbuse(new StaffId("lb"), 5, 31);
    TeamCare old = reports.heard(new TeamCare(YEAR, playbook), Orchard.NOW);
    assertThat(old.people())
        .extracting(TeamCare.Person::staff, TeamCare.Person::now, TeamCare.Person::most)
        .contains(tuple("lb", 0, 5), tuple("jo", 5, 5));
  }

  @Test
  void askingForHelpIsCountedNowhere() {
    Document before = reports.make(ReportKind.TEAM, YEAR, Orchard.NOW);
    new Tasks(database, new Playbooks(database))
        .open(
            new TaskOrder(TaskKind.HELP, AGNES, "", "", TaskOrder.anybody(Role.SUPERVISOR), TODAY),
            JONAS,
            Orchard.NOW);

    assertThat(reports.make(ReportKind.TEAM, YEAR, Orchard.NOW)).isEqualTo(before);
    for (ReportKind kind : ReportKind.values()) {
      assertThat(words(reports.make(kind, YEAR, Orchard.NOW))).doesNotContain("help a colleague");
    }
  }

  // causes

  @Test
  void namesTheCausesOfUpheldComplaints() {
    RootCauses causes = reports.heard(new RootCauses(YEAR, playbook, List.of()), Orchard.NOW);

    assertThat(causes.causes())
        .extracting(RootCauses.Cause::name, RootCauses.Cause::upheld, one -> one.in("2026-Q2"))
        .containsExactly(
            tuple("R-2 Late or missed delivery", 3L, 1L), tuple("R-1 Freshness", 1L, 0L));
    assertThat(words(causes.document()))
        .contains(
            "Complaints of this time that were upheld because of us: 4.", "K-340, K-341, K-342");
  }

  @Test
  void linksAnswersToInvitationsWithCauses() {
    String customer = database.read(handle -> customerOf(handle, "K-342"));
    database.write(
        handle -> {
          insertLetter(handle, 1, customer, "invite", Instant.parse("2026-11-02T09:00:00Z"));
          insertLetter(handle, 2, AGNES.value(), "invite", Instant.parse("2026-11-19T09:00:00Z"));
          new InteractionDao(handle)
              .insert(
                  List.of(
                      contact(
                          "I-AUTO",
                          new CustomerId(customer),
                          Instant.parse("2026-11-02T09:01:00Z"),
                          Set.of(Tag.AUTO_REPLY),
                          null),
                      contact(
                          "I-ANSWER",
                          new CustomerId(customer),
                          Instant.parse("2026-11-05T09:00:00Z"),
                          Set.of(),
                          null)));
          return handle;
        });
    RootCauses causes = reports.heard(new RootCauses(YEAR, playbook, List.of()), Orchard.NOW);

    assertThat(causes.answers())
        .containsExactly(
            new RootCauses.Heard(
                "L-1", customer, "I-ANSWER", 3, List.of("R-2 Late or missed delivery")));
    assertThat(causes.causes().getFirst())
        .satisfies(cause -> assertThat(cause.invited()).isEqualTo(1))
        .satisfies(cause -> assertThat(cause.answered()).isEqualTo(1));
    assertThat(words(causes.document()))
        .contains("Invitations sent: 2; answered within 60 days: 1.");
  }

  // exceptions

  @Test
  void minutesOfAllCustomersAddUpToThoseOfAllContacts() {
    long minutes =
        database.read(
            handle ->
                handle.createQuery("SELECT SUM(minutes) FROM interaction").mapTo(Long.class).one());
    Period ever = new Period(LocalDate.of(2000, 1, 1), TODAY);
    HandlingTime handling =
        reports.heard(new Exceptions(ever, playbook, database), Orchard.NOW).handling();

    assertThat(handling.minutes()).isEqualTo(minutes);
    assertThat(handling.shares().stream().mapToLong(HandlingTime.Share::minutes).sum())
        .isEqualTo(minutes);
    assertThat(handling.shares()).hasSize(21);
    assertThat(handling.shares().getFirst().customer()).isEqualTo("C-1013");
  }

  @Test
  void findsWhoeverLivesOnFavours() {
    Exceptions exceptions = reports.heard(new Exceptions(YEAR, playbook, database), Orchard.NOW);

    assertThat(exceptions.receivers())
        .containsExactly(new Exceptions.Receiver("C-1003", 3, "GBP 135.00", 0, "", true));
  }

  @Test
  void addsUpTwelveMonthsOfTheLedger() {
    database.write(
        handle -> {
          for (int letter = 1; letter <= 4; letter++) {
            insertLetter(handle, letter, "C-1002", "compromise", Orchard.NOW.minusSeconds(99));
            insertApproval(handle, letter, "tp", letter == 1 ? "POL-2 NO-3" : "");
          }
          insertException(handle, 1, 2, "C-1002", 5_000, LocalDate.of(2026, 11, 1));
          insertException(handle, 2, 3, "C-1002", 6_050, LocalDate.of(2026, 3, 1));
          insertException(handle, 3, 4, "C-1002", 7_000, LocalDate.of(2025, 12, 1));
          insertException(handle, 4, 4, "C-1002", 9_900, LocalDate.of(2025, 11, 20));
          return handle;
        });
    Exceptions exceptions = reports.heard(new Exceptions(YEAR, playbook, database), Orchard.NOW);

    assertThat(exceptions.receivers())
        .contains(new Exceptions.Receiver("C-1002", 0, "", 3, "GBP 180.50", true));
    assertThat(exceptions.deciders())
        .singleElement()
        .satisfies(one -> assertThat(one.staff().value()).isEqualTo("tp"))
        .satisfies(one -> assertThat(one.approved()).isEqualTo(4))
        .satisfies(one -> assertThat(one.overridden()).isEqualTo(4))
        .satisfies(one -> assertThat(one.rate()).isEqualByComparingTo("100"))
        .satisfies(one -> assertThat(one.most()).isEqualTo("GBP 180.50"));
    assertThat(words(exceptions.document()))
        .contains(
            "Exceptions in the ledger from 2025-11-21 to 2026-11-20: 3.", "more than allowed");
  }

  // drift

  @Test
  void findsPlantedDriftAndNothingElse() {
    database.write(
        handle -> {
          handle.execute("DELETE FROM case_file");
          List<CaseFile> cases = new ArrayList<>();
          for (int i = 0; i < 20; i++) {
            cases.add(upheld("P-%02d".formatted(i), i == 13 ? "28.00" : "14.00"));
          }
          new CaseDao(handle).insert(cases);
          return cases;
        });
    Drift drift = reports.heard(new Drift(YEAR, playbook), Orchard.NOW);

    assertThat(drift.drifting()).hasSize(1);
    Drift.Alike alike = drift.drifting().values().iterator().next();
    assertThat(alike.usual()).isEqualTo(50);
    assertThat(alike.others())
        .singleElement()
        .satisfies(other -> assertThat(other.share()).isEqualTo(100))
        .satisfies(other -> assertThat(other.cases()).containsExactly("P-13"));
  }

  @Test
  void isTheSameInWhateverOrderCustomersCome() {
    List<Dossier> dossiers = new ArrayList<>(new Dossiers(database).load(customers(), Orchard.NOW));
    List<Document> documents = new ArrayList<>();
    for (int turn = 0; turn < 3; turn++) {
      Drift drift = new Drift(YEAR, playbook);
      dossiers.forEach(drift::add);
      TeamCare team = new TeamCare(YEAR, playbook);
      dossiers.forEach(team::add);
      Exceptions exceptions = new Exceptions(YEAR, playbook, database);
      dossiers.forEach(exceptions::add);
      documents.add(drift.document());
      documents.add(team.document());
      documents.add(exceptions.document());
      Collections.shuffle(dossiers, new java.util.Random(turn));
    }
    assertThat(documents.subList(3, 6)).isEqualTo(documents.subList(0, 3));
    assertThat(documents.subList(6, 9)).isEqualTo(documents.subList(0, 3));
  }

  private List<CustomerId> customers() {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT id FROM customer ORDER BY id")
                .mapTo(String.class)
                .map(CustomerId::new)
                .list());
  }

  // training

  @Test
  void namesWhoIsUntrainedOnWhat() {
    new Playbooks(database)
        .train(
            JONAS,
            List.of(new PolicyId("C-1")),
            LocalDate.of(2025, 12, 1),
            null,
            Actor.of(new StaffId("tp")),
            Orchard.NOW);
    new Playbooks(database)
        .train(
            JONAS,
            List.of(new PolicyId("R-3")),
            LocalDate.of(2025, 10, 1),
            null,
            Actor.of(new StaffId("tp")),
            Orchard.NOW);
    TrainingPlan plan = new TrainingPlan(new Playbooks(database).load(), TODAY);

    assertThat(plan.rows())
        .filteredOn(row -> row.member().id().equals(JONAS))
        .extracting(row -> row.policy().id().value(), TrainingPlan.Row::standing)
        .containsExactlyInAnyOrder(
            tuple("G-1", TrainingPlan.Standing.NEVER),
            tuple("N-1", TrainingPlan.Standing.NEVER),
            tuple("R-3", TrainingPlan.Standing.EXPIRED),
            tuple("C-1", TrainingPlan.Standing.DUE),
            tuple("R-1", TrainingPlan.Standing.TRAINED),
            tuple("R-2", TrainingPlan.Standing.TRAINED));
    assertThat(words(plan.document())).contains("expired\n2026-10-01", "due\n2026-12-01");
  }

  // planted records

  private void plantAbuse(StaffId staff, int howMany, int daysAgo) {
    List<Interaction> contacts =
        IntStream.range(0, howMany)
            .mapToObj(
                i ->
                    contact(
                        "P-%s-%d-%d".formatted(staff, daysAgo, i),
                        AGNES,
                        TODAY.minusDays(daysAgo).atTime(10, i).toInstant(ZoneOffset.UTC),
                        Set.of(Tag.ABUSE),
                        staff))
            .toList();
    database.write(
        handle -> {
          new InteractionDao(handle).insert(contacts);
          return contacts;
        });
  }

  private static Interaction contact(
      String id,
      CustomerId customer,
      Instant at,
      Set<Tag> tags,
      @org.jspecify.annotations.Nullable StaffId staff) {
    return new Interaction(
        new InteractionId(id),
        customer,
        at,
        Channel.EMAIL,
        Direction.IN,
        staff,
        "Words",
        "Some words.",
        tags,
        "",
        1);
  }

  private static CaseFile upheld(String id, String granted) {
    return new CaseFile(
        new CaseId(id),
        AGNES,
        LocalDate.of(2026, 10, 5),
        new OrderId("O-5001"),
        "Soft figs",
        "a refund",
        Money.parse("GBP 28.00"),
        new PolicyId("R-1"),
        Fault.OURS,
        CaseState.UPHELD,
        Money.parse("GBP " + granted),
        LocalDate.of(2026, 10, 9));
  }

  private static String customerOf(Handle handle, String caseId) {
    return handle
        .createQuery("SELECT customer FROM case_file WHERE id = :id")
        .bind("id", caseId)
        .mapTo(String.class)
        .one();
  }

  private static void insertLetter(
      Handle handle, long id, String customer, String type, Instant at) {
    handle.execute(
        """
        INSERT INTO letter (id, customer, type, case_id, language, channel, state, template, written_on,
          written_at, recipient_name, organisation, street, locality, region, postal_code, country,
          recipient_email, signatory, signatory_name, signatory_title, signatory_email, signatory_phone)
        VALUES (?, ?, ?, NULL, 'en-GB', 'print', 'done', 't', ?, ?, '', '', '', '', '', '', 'GB', '', 'mk',
          '', '', '', '')
        """,
        id,
        customer,
        type,
        at.toString().substring(0, 10),
        at.toString().substring(0, 19) + ".000Z");
  }

  private static void insertApproval(Handle handle, long letter, String staff, String warnings) {
    handle.execute(
        """
        INSERT INTO approval (id, letter, digest, verdict, staff, role, completes, because, warnings,
          said_at)
        VALUES (?, ?, 'd', 'approved', ?, 'manager', 1, 'so', ?, '2026-11-10T10:00:00.000Z')
        """,
        letter,
        letter,
        staff,
        warnings);
  }

  private static void insertException(
      Handle handle, long id, long letter, String customer, long minor, LocalDate day) {
    handle.execute(
        """
        INSERT INTO policy_exception (id, letter, customer, policy, rule, most_minor, currency, staff, role,
          because, said_at)
        VALUES (?, ?, ?, 'R-1', 'POL-1', ?, 'GBP', 'tp', 'manager', 'a hard week', ?)
        """,
        id,
        letter,
        customer,
        minor,
        day + "T10:00:00.000Z");
  }
}
