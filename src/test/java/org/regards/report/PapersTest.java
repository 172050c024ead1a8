package org.regards.report;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Counsel;
import org.regards.approval.CounselSubject;
import org.regards.audit.Act;
import org.regards.audit.AuditEntry;
import org.regards.audit.AuditTrail;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.document.Document;
import org.regards.history.Channel;
import org.regards.history.Direction;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.EvidenceRoom;
import org.regards.history.IncidentVerdict;
import org.regards.history.Incidents;
import org.regards.history.Interaction;
import org.regards.history.InteractionDao;
import org.regards.history.InteractionId;
import org.regards.history.Tag;
import org.regards.hold.HoldKind;
import org.regards.hold.HoldOrder;
import org.regards.hold.Holds;
import org.regards.intake.Orchard;
import org.regards.letter.TeaMerchant;
import org.regards.playbook.Business;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.store.Database;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;
import org.regards.task.Tasks;

/** The internal papers, from the records of the sample business. */
class PapersTest {
  private static final StaffId SANA = new StaffId("ss");
  private static final StaffId MARIA = new StaffId("mk");
  private static final StaffId CLARA = new StaffId("ca");
  private static final Papers.Writer WRITER = new Papers.Writer(SANA, Orchard.NOW);
  private static final Business BUSINESS =
      new Business(
          "Orchard",
          new PostalAddress("1 Mill Lane", "York", "", "YO1 7HD", "GB"),
          "care@orchard.example",
          "+44 20 7946 0100",
          "orchard.example",
          "en");

  @TempDir private Path folder;
  private Database database;
  private Dossiers dossiers;
  private EvidenceRoom evidence;
  private Holds holds;
  private Tasks tasks;
  private Counsel counsel;
  private Papers papers;

  @BeforeEach
  void open() {
    database = Orchard.store(folder);
    dossiers = new Dossiers(database);
    Playbooks playbooks = new Playbooks(database);
    evidence = new EvidenceRoom(database, folder.resolve("evidence"));
    holds = new Holds(database, playbooks, dossiers);
    tasks = new Tasks(database, playbooks);
    counsel = new Counsel(database, TeaMerchant.drafts(database), playbooks, () -> Orchard.NOW);
    papers =
        new Papers(dossiers, playbooks, evidence, holds, tasks, counsel, new AuditTrail(database));
  }

  @AfterEach
  void close() {
    database.close();
  }

  private Dossier dossier(String customer) {
    return dossiers.of(new CustomerId(customer), Orchard.NOW).orElseThrow();
  }

  private static String words(Document document) {
    return document.title()
        + "\n"
        + document.subtitle()
        + "\n"
        + document.elements().stream().flatMap(element -> element.words()).collect(joining("\n"));
  }

  private String brief(String customer) {
    return words(papers.legalBrief(dossier(customer), WRITER));
  }

  @Test
  void briefHasEveryRecordOfEveryCustomer() {
    dossiers.forEachBatch(
        Orchard.NOW,
        100,
        batch ->
            batch.forEach(
                dossier -> {
                  String brief = words(papers.legalBrief(dossier, WRITER));
                  dossier
                      .interactions()
                      .forEach(one -> assertThat(brief).contains("interaction/" + one.id()));
                  dossier.cases().forEach(one -> assertThat(brief).contains("case/" + one.id()));
                  dossier.orders().forEach(one -> assertThat(brief).contains("order/" + one.id()));
                }));
  }

  @Test
  void briefQuotesThreatsWordForWord() {
    new Incidents(database)
        .add(
            new IncidentVerdict(
                new InteractionId("I-0009"),
                Tag.THREAT_LEGAL,
                true,
                SANA,
                Orchard.NOW.minusSeconds(60),
                "names a solicitor"));
    holds.set(
        new HoldOrder(
            new CustomerId("C-1004"),
            HoldKind.LEGAL,
            "interaction/I-0009",
            "announced a claim",
            CLARA,
            CLARA,
            LocalDate.of(2026, 12, 1),
            Set.of()),
        Orchard.NOW.minusSeconds(30));

    assertThat(brief("C-1004"))
        .contains("If I do not have 500 pounds by Friday my solicitor will sue you for damages.")
        .contains(
            "interaction/I-0009, email, 2026-11-17 18:05 UTC, taken by mk, Maria Keller."
                + " threat:legal: confirmed by ss on 2026-11-20 08:59 UTC, names a solicitor.")
        .contains("a legal hold", "announced a claim (interaction/I-0009)")
        .contains("case/K-320 (Pears not ripe) is open: what do we owe, and by when?")
        .doesNotContain("interaction/I-0009 is marked as");
  }

  @Test
  void aLongHistoryIsToldByWhatMatters() {
    CustomerId customer = new CustomerId("C-1004");
    List<Interaction> calls =
        java.util.stream.IntStream.range(0, 2_000)
            .mapToObj(
                i ->
                    contact(
                        "X-%05d".formatted(i),
                        customer,
                        Orchard.NOW.minusSeconds(10_000L + i),
                        i == 7 ? Set.of(Tag.ABUSE) : Set.of(),
                        "A call."))
            .toList();
    database.write(
        handle -> {
          new InteractionDao(handle).insert(calls);
          return calls;
        });

    assertThat(brief("C-1004"))
        .contains("interaction/X-00007", "interaction/I-0009")
        .contains("1,999 more without a tag, a case or a letter stand in the store")
        .doesNotContain("interaction/X-00008");
  }

  @Test
  void nobodyWhoReportedIsNamedAnywhere() {
    CustomerId customer = new CustomerId("C-1009");
    Interaction report =
        contact(
            "I-9001",
            customer,
            Instant.parse("2026-11-16T10:00:00Z"),
            Set.of(Tag.IMPEDING),
            "Mrs Jane Rowntree (jane@rowntree.example, +44 1904 555 0177) says he blocked her.");
    database.write(
        handle -> {
          new InteractionDao(handle).insert(List.of(report));
          return report;
        });
    new Incidents(database)
        .add(
            new IncidentVerdict(
                report.id(), Tag.IMPEDING, true, SANA, Orchard.NOW, "Jane Rowntree is sure"));
    holds.set(
        new HoldOrder(
            customer,
            HoldKind.STOP,
            "interaction/I-9001",
            "Jane Rowntree was afraid; ask Rowntree first",
            SANA,
            SANA,
            LocalDate.of(2026, 12, 1),
            Set.of()),
        Orchard.NOW);
    Dossier dossier = dossier("C-1009");
    Papers.Note note = papers.staffNote(dossier, null, null, WRITER);

    for (String paper :
        List.of(
            words(papers.legalBrief(dossier, WRITER)),
            words(papers.authorityChecklist(dossier, WRITER)),
            words(
                papers.incidentLog(
                    dossier, LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31), WRITER)),
            words(((Papers.Note.Written) note).document()))) {
      assertThat(paper)
          .doesNotContainIgnoringCase("Rowntree")
          .doesNotContain("Jane", "0177", "two customers reported");
      assertThat(paper).contains("I-9001");
    }
    assertThat(words(papers.authorityChecklist(dossier, WRITER)))
        .contains("withheld, in 3 records", "I-0017", "I-0018", Redaction.WITHHELD);
  }

  @Test
  void logNamesPeopleByRoleAndId() {
    Document log =
        papers.incidentLog(
            Orchard.NOW, LocalDate.of(2026, 11, 1), LocalDate.of(2026, 11, 30), WRITER);

    assertThat(words(log))
        .contains("I-0009", "I-0010", "I-0018", "agent mk", "Keep this log for five years")
        .doesNotContain("Maria", "Keller", "Sloane", "I-0046");
    assertThat(log.notice()).isEqualTo("Internal – not to be mailed");
  }

  @Test
  void noteIsKindAndDoesNotRepeatWhatWasSaid() {
    tasks.open(
        new TaskOrder(
            TaskKind.TAKE_OVER,
            new CustomerId("C-1008"),
            "interaction/I-0016",
            "",
            TaskOrder.person(new StaffId("tp")),
            LocalDate.of(2026, 11, 21)),
        SANA,
        Orchard.NOW);
    Papers.Note note = papers.staffNote(dossier("C-1008"), null, null, WRITER);

    assertThat(note).isInstanceOf(Papers.Note.Written.class);
    Document document = ((Papers.Note.Written) note).document();
    assertThat(words(document))
        .contains("Dear Maria,", "on 13 November 2026 a customer treated you", "interaction/I-0016")
        .contains("Tom Price", "is to take over from you at once")
        .contains("it is never counted, and stands in no report about you")
        .doesNotContain("enjoy your thief fruit", "%s");
    assertThat(papers.staffNote(dossier("C-1001"), null, null, WRITER))
        .isInstanceOfSatisfying(
            Papers.Note.Refused.class,
            refused -> assertThat(refused.reason()).startsWith("C-1001 has no incident"));
  }

  @Test
  void askingForHelpStandsInNoPaper() {
    tasks.open(
        new TaskOrder(
            TaskKind.HELP,
            new CustomerId("C-1008"),
            "",
            "I cannot sleep",
            TaskOrder.anybody(Role.SUPERVISOR),
            LocalDate.of(2026, 11, 21)),
        MARIA,
        Orchard.NOW);

    assertThat(brief("C-1008")).doesNotContain("help a colleague", "task/K-", "sleep");
  }

  @Test
  void requestToASiteWaitsForCounselRuleAndEvidence() throws IOException {
    PlatformRequest request = request("Community rule 3: members are not harassed", "");
    assertThat(reasons("C-1001", request("", "")))
        .hasSize(4)
        .anySatisfy(reason -> assertThat(reason).startsWith("counsel has not released it"))
        .anySatisfy(reason -> assertThat(reason).startsWith("it cites no rule of the site"))
        .anySatisfy(reason -> assertThat(reason).startsWith("nothing is kept of the posts"))
        .anySatisfy(reason -> assertThat(reason).contains("an honest opinion, however hard"));
    keepPost();
    counsel.say(new CustomerId("C-1008"), true, "letters may go", CLARA);
    assertThat(reasons("C-1008", request))
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("counsel has not released it");
    sayOfRequests(false, "wait for the police");
    assertThat(reasons("C-1008", request))
        .containsExactly(
            "counsel (ca) has stopped a platform-request about C-1008: wait for the police");
    sayOfRequests(true, "the rule fits");
    assertThat(reasons("C-1008", request("Rule 3: no harassment", "It is libel.")))
        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
        .startsWith("it speaks of libel");
    assertThat(reasons("C-1008", request("Rule 3: no harassment", "Please remove his bad review.")))
        .containsExactly(
            "it asks to take away an opinion; ask the site to look at the posts by its own rule");

    PlatformRequest.Outcome outcome =
        papers.platformRequest(dossier("C-1008"), request, BUSINESS, WRITER);
    assertThat(outcome)
        .isInstanceOfSatisfying(
            PlatformRequest.Outcome.Written.class,
            written -> {
              assertThat(words(written.document()))
                  .contains("https://social.example/p/1", "2026-11-13 19:05 UTC", "SHA-256")
                  .contains("Community rule 3: members are not harassed", "sana@orchard.example")
                  .contains("Released by counsel (ca) on 2026-11-20")
                  .doesNotContainIgnoringCase("libel");
              assertThat(written.document().notice()).isEmpty();
            });
  }

  @Test
  void everyPaperIsInTheTrail() {
    papers.legalBrief(dossier("C-1004"), WRITER);
    papers.authorityChecklist(dossier("C-1009"), WRITER);

    assertThat(new AuditTrail(database).of("paper/legal-brief"))
        .singleElement()
        .extracting(AuditEntry::deed)
        .satisfies(deed -> assertThat(deed.act()).isEqualTo(Act.EXPORTED))
        .satisfies(deed -> assertThat(deed.actor().name()).isEqualTo("staff/ss"));
    assertThat(new AuditTrail(database).of("paper/authority-checklist")).hasSize(1);
  }

  private void sayOfRequests(boolean allowed, String because) {
    counsel.say(new CustomerId("C-1008"), CounselSubject.PLATFORM_REQUEST, allowed, because, CLARA);
  }

  private List<String> reasons(String customer, PlatformRequest request) {
    return papers.platformRequest(dossier(customer), request, BUSINESS, WRITER)
            instanceof PlatformRequest.Outcome.Refused refused
        ? refused.reasons()
        : List.of();
  }

  private PlatformRequest request(String rule, String facts) {
    StaffMember sana = new Playbooks(database).load().member(SANA).orElseThrow();
    return new PlatformRequest(rule, facts, sana);
  }

  private void keepPost() throws IOException {
    Path picture = Files.write(folder.resolve("post.png"), new byte[] {1, 2, 3});
    evidence.add(
        new EvidenceRoom.Sighting(
            new CustomerId("C-1008"),
            URI.create("https://social.example/p/1"),
            Instant.parse("2026-11-13T19:05:00Z"),
            "@ben I found where you work, enjoy your thief fruit.",
            picture),
        SANA,
        Orchard.NOW);
  }

  private static Interaction contact(
      String id, CustomerId customer, Instant at, Set<Tag> tags, String text) {
    return new Interaction(
        new InteractionId(id),
        customer,
        at,
        Channel.PHONE,
        Direction.IN,
        MARIA,
        "Call",
        text,
        tags,
        "",
        5);
  }
}
