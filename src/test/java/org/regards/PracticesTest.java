package org.regards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.regards.OrchardShop.TODAY;
import static org.regards.OrchardShop.rows;
import static org.regards.language.LetterLanguage.EN_GB;
import static org.regards.letter.LetterType.COMPROMISE;
import static org.regards.letter.LetterType.COOLING_OFF;
import static org.regards.letter.LetterType.EDUCATE;
import static org.regards.letter.LetterType.EXPLANATION;
import static org.regards.letter.LetterType.FAREWELL;
import static org.regards.letter.LetterType.FAREWELL_CARD;
import static org.regards.letter.LetterType.INVITE;
import static org.regards.letter.LetterType.REASSIGN;
import static org.regards.letter.LetterType.THANK_YOU;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.ApprovalOutcome;
import org.regards.approval.Approvals;
import org.regards.approval.Approved;
import org.regards.approval.Clearance;
import org.regards.approval.Counsel;
import org.regards.approval.CounselSubject;
import org.regards.approval.CustomerAccount;
import org.regards.approval.Exceptions;
import org.regards.approval.HandOvers;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.document.Document;
import org.regards.erasure.Erasing;
import org.regards.erasure.Erasures;
import org.regards.history.CaseId;
import org.regards.history.CaseState;
import org.regards.history.Channel;
import org.regards.history.EvidenceCheck;
import org.regards.history.EvidenceRoom;
import org.regards.history.Fault;
import org.regards.history.IncidentVerdict;
import org.regards.history.InteractionId;
import org.regards.history.OrderKind;
import org.regards.history.PolicyId;
import org.regards.history.Tag;
import org.regards.hold.Hold;
import org.regards.hold.HoldKind;
import org.regards.hold.HoldOrder;
import org.regards.hold.Holding;
import org.regards.hold.Holds;
import org.regards.hold.TakeOvers;
import org.regards.hold.TakenOver;
import org.regards.intake.Import;
import org.regards.intake.Orchard;
import org.regards.language.LetterLanguage;
import org.regards.letter.Composer;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.outbox.Outbox;
import org.regards.outcome.Answering;
import org.regards.outcome.Answers;
import org.regards.outcome.CaseEnd;
import org.regards.outcome.Cases;
import org.regards.pdf.CardSpecimen;
import org.regards.pdf.EnvelopePrinter;
import org.regards.pdf.LabelPrinter;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Policy;
import org.regards.playbook.Remedy;
import org.regards.playbook.Role;
import org.regards.playbook.SpokenLanguages;
import org.regards.playbook.StaffMember;
import org.regards.report.Papers;
import org.regards.report.PlatformRequest;
import org.regards.report.ReportKind;
import org.regards.report.Reports;
import org.regards.review.Finding;
import org.regards.review.Neighbours;
import org.regards.review.Place;
import org.regards.review.Review;
import org.regards.review.Reviewed;
import org.regards.review.Reviewer;
import org.regards.review.Rule;
import org.regards.review.Severity;
import org.regards.task.Closing;
import org.regards.task.IncidentDesk;
import org.regards.task.Task;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;
import org.regards.task.Tasks;
import org.regards.triage.Advisor;
import org.regards.triage.Alternative;
import org.regards.triage.History;
import org.regards.triage.Move;
import org.regards.triage.NewContacts;
import org.regards.triage.Recommendation;
import org.regards.triage.Sign;

/**
 * Every practice that the articles ask for holds: a method for each. The table of them in
 * src/docs/practices.md is made of the annotations here.
 */
class PracticesTest {
  private static final LetterLanguage[] LANGUAGES = {
    LetterLanguage.EN_GB,
    LetterLanguage.EN_US,
    LetterLanguage.DE_DE,
    LetterLanguage.FR_FR,
    LetterLanguage.ES_ES
  };

  @TempDir private static Path imports;
  private static Path imported;

  @TempDir private Path folder;
  private OrchardShop shop;

  @BeforeAll
  static void importOnce() {
    imported = OrchardShop.imported(imports);
  }

  @BeforeEach
  void openShop() {
    shop = OrchardShop.copyOf(imported, folder);
  }

  @AfterEach
  void closeShop() {
    shop.close();
  }

  @Test
  @Practice(
      id = "P-01",
      seed = "S0",
      idea = "Empower staff to spot signs",
      feature = "triage on each history event; sign + action shown",
      where = Advisor.class,
      commands = "advise")
  void p01_anyoneSeesASignAsSoonAsItIsInTheHistory() {
    Map<String, Sign> signs =
        Map.of(
            "C-1002", Sign.DISPROPORTIONATE,
            "C-1005", Sign.PHYSICAL_THREAT,
            "C-1008", Sign.HARASSMENT,
            "C-1009", Sign.IMPEDING,
            "C-1010", Sign.PATTERN,
            "C-1021", Sign.NONE);
    signs.forEach(
        (customer, sign) -> {
          Recommendation advice = shop.advise(customer);
          assertThat(advice.sign()).isEqualTo(sign);
          assertThat(advice.move().equals(Move.nothing())).isEqualTo(sign == Sign.NONE);
        });
    Instant call = Instant.parse("2026-11-18T20:15:00Z");
    assertThat(shop.advise("C-1005", call.minusSeconds(1)).move()).isNotEqualTo(Move.hold());
    assertThat(shop.advise("C-1005", call).move()).isEqualTo(Move.hold());
  }

  @Test
  @Practice(
      id = "P-02",
      seed = "S0",
      idea = "Disproportionate ask",
      feature = "ask/value ratio",
      where = Advisor.class,
      commands = "advise")
  void p02_threeTimesTheOrderIsTooMuch() {
    Recommendation advice = History.advise(asking("GBP 90.00", "R-1", Fault.OURS));
    assertThat(advice.sign()).isEqualTo(Sign.DISPROPORTIONATE);
    assertThat(records(advice)).contains("order/O-1", "case/K-1");
    assertThat(advice.guards()).anyMatch(guard -> guard.contains("3.0 times its value"));
    assertThat(History.advise(asking("GBP 45.00", "R-1", Fault.OURS)).sign())
        .isNotEqualTo(Sign.DISPROPORTIONATE);
  }

  @Test
  @Practice(
      id = "P-03",
      seed = "S0",
      idea = "Precedent for others; same customer asks more",
      feature = "precedent index; exceptions ledger",
      where = {Reviewer.class, Exceptions.class},
      commands = {"review", "exception"})
  void p03_anOfferIsHeldAgainstWhatOthersGotAndExceptionsAreCounted() {
    assertThat(Neighbours.granted(offering("I will credit £90."), 4, 5, 4).findings(Rule.POL_2))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(Neighbours.granted(offering("I will credit £96."), 20, 22, 18).findings(Rule.POL_2))
        .isEmpty();
    assertThat(exception("ss")).contains("exception 1 for C-1001");
    assertThat(exception("ss")).contains("exception 2 for C-1001");
    assertThat(exception("ss")).contains("gets no exception", "manager");
    assertThat(exception("tp")).contains("exception 3 for C-1001 in 12 months");
  }

  private String exception(String by) {
    LetterId letter = shop.compose("C-1001", EDUCATE, "offer=29.00");
    return shop.exceptions
        .grant(letter, Rule.POL_1, Money.parse("GBP 29.00"), "long with us", new StaffId(by))
        .message();
  }

  @Test
  @Practice(
      id = "P-04",
      seed = "S0",
      idea = "Guarantees/policies state remedies",
      feature = "versioned policies: remedies, limits, roles",
      where = {Policy.class, Playbook.class, Reviewer.class},
      commands = {"playbook show", "review"})
  void p04_thePolicyOfTheDaySaysWhatMayBeGiven() {
    Playbook revised = revised();
    assertThat(revised.policy(Reviewed.RETURNS, LocalDate.of(2026, 5, 3)).orElseThrow().version())
        .isEqualTo(1);
    assertThat(revised.policy(Reviewed.RETURNS, LocalDate.of(2026, 5, 8)).orElseThrow().version())
        .isEqualTo(2);
    assertThat(citing(1).by(revised).findings(Rule.POL_3)).isEmpty();
    assertThat(citing(2).by(revised).findings(Rule.POL_3)).hasSize(1);
    assertThat(offering("I will credit £1,200.").findings(Rule.POL_1))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    assertThat(offering("I will credit £120.").findings(Rule.POL_1)).isEmpty();
  }

  @Test
  @Practice(
      id = "P-05",
      seed = "S0",
      idea = "Post policies publicly, in contracts",
      feature = "day and place of publication; a page for the public",
      where = {Policy.class, Reviewer.class},
      commands = "playbook export")
  void p05_onlyWhatCustomersCanReadIsCited() throws IOException {
    Playbook internal = new Playbook(List.of(returns(1, null)), Reviewed.playbook().staff());
    assertThat(citing(1).by(internal).findings(Rule.POL_3)).isNotEmpty();
    assertThat(citing(1).findings(Rule.POL_3)).isEmpty();
    Path page = folder.resolve("policies.html");
    assertThat(
            shop.terminal()
                .run("playbook export --public --as-of=2026-11-20", "--html", page.toString())
                .code())
        .isZero();
    assertThat(Files.readString(page))
        .contains("Terms 4.1", "Terms 5.2", "Terms 7.3")
        .doesNotContain("Internal 2", "Goodwill");
  }

  @Test
  @Practice(
      id = "P-06",
      seed = "S0",
      idea = "Honour own policies consistently",
      feature = "same facts → same remedy; drift report",
      where = {Advisor.class, Reports.class},
      commands = "report")
  void p06_theSameFactsLeadToTheSameRemedy() {
    History history =
        asking("GBP 40.00", "R-2", Fault.OURS)
            .hears(30, "Lovely!", Tag.PRAISE)
            .hears(1, "Too late again.", Tag.COMPLAINT);
    Recommendation advice = History.advise(history);
    for (long seed = 0; seed < 20; seed++) {
      assertThat(History.advise(history.shuffled(seed))).isEqualTo(advice);
    }
    assertThat(rows(shop.report(ReportKind.DRIFT), "drift"))
        .noneMatch(row -> row.contains("K-332"));
    shop.change("UPDATE case_file SET state = 'upheld', granted_minor = 3800 WHERE id = 'K-332'");
    assertThat(rows(shop.report(ReportKind.DRIFT), "drift"))
        .filteredOn(row -> row.endsWith("K-332"))
        .hasSize(1);
  }

  @Test
  @Practice(
      id = "P-07",
      seed = "S0",
      idea = "Train on policies, where, how",
      feature = "training record per policy version gates sending",
      where = {Playbooks.class, Clearance.class},
      commands = "playbook trained")
  void p07_whoIsNotTrainedDraftsAndLetsNothingGo() {
    LetterId kind = shop.composeBy("lb", "C-1001", EDUCATE);
    Approved.put(shop.database, kind);
    assertThat(shop.withheld(kind, "jo")).isEmpty();
    train("jo", LocalDate.of(2026, 3, 1), LocalDate.of(2026, 11, 19));
    assertThat(shop.withheld(kind, "jo")).contains("Jonas Ott has no training on it");
    assertThat(shop.composeBy("jo", "C-1001", EDUCATE)).isNotNull();
    train("jo", TODAY, TODAY.plusYears(1));
    assertThat(shop.withheld(kind, "jo")).isEmpty();
  }

  @Test
  @Practice(
      id = "P-08",
      seed = "S0",
      idea = "Four threat kinds",
      feature = "threat classes set by person",
      where = {IncidentDesk.class, Advisor.class},
      commands = {"incident", "advise"})
  void p08_eachKindOfThreatGoesToItsPeopleOnceAPersonSaysSo() {
    Map<Tag, Set<Role>> deciders =
        Map.of(
            Tag.THREAT_PHYSICAL, Set.of(Role.MANAGER, Role.COUNSEL),
            Tag.THREAT_VANDALISM, Set.of(Role.MANAGER, Role.COUNSEL),
            Tag.THREAT_LEGAL, Set.of(Role.COUNSEL),
            Tag.THREAT_RETALIATION, Set.of(Role.MANAGER));
    deciders.forEach(
        (tag, roles) -> {
          History said =
              new History()
                  .orders(20, "GBP 30.00")
                  .hears(1, "I will smash your windows.", Tag.COMPLAINT);
          assertThat(History.advise(said).move()).isNotEqualTo(Move.hold());
          Recommendation advice = History.advise(said.judged(tag, true));
          assertThat(advice.move()).isEqualTo(Move.hold());
          assertThat(advice.approvers()).isEqualTo(roles);
        });
  }

  @Test
  @Practice(
      id = "P-09",
      seed = "S0",
      idea = "Stop the conversation everywhere",
      feature = "HOLD blocks email, print, card, label, survey, queued too",
      where = {Holds.class, Outbox.class},
      commands = {"hold", "let-pass"})
  void p09_aHoldStopsEmailPaperCardsLabelsAndWhatIsQueued() {
    LetterId email = thanks();
    LetterId queued = thanksOnPaper();
    LetterId paper = thanksOnPaper();
    LetterId survey = shop.compose("C-1017", THANK_YOU);
    Approved.put(shop.database, email, queued, paper, survey);
    Terminal terminal = shop.terminal();
    assertThat(terminal.run("queue --as ow", queued.toString()).err()).isEmpty();
    shop.hold("C-1017", HoldKind.STOP, "ow", TODAY.plusDays(3));
    for (String line :
        List.of(
            "send " + email + " --as ow",
            "send " + survey + " --as ow",
            "print " + paper + " --as ow",
            "queue " + paper + " --as ow",
            "envelope " + paper,
            "labels --sheet l7160 " + paper)) {
      Terminal.Ended ended = terminal.run(line);
      assertThat(ended.code()).as(line + ended.out()).isNotZero();
      assertThat(ended.err() + ended.out()).as(line).contains("H-1 stops every letter to C-1017");
    }
    assertThat(terminal.run("print-run").err()).contains("H-1 stops every letter to C-1017");
    assertThat(folder.resolve("letters").resolve("sandbox")).doesNotExist();
    assertThat(
            terminal
                .run("let-pass " + email + " --essential invoices --because refund --as ow")
                .code())
        .isZero();
    assertThat(terminal.run("send " + email + " --as ow").code()).isZero();
  }

  @Test
  @Practice(
      id = "P-10",
      seed = "S0",
      idea = "Cooling-off",
      feature = "COOLING_OFF with dates, end reminder",
      where = {Holds.class, Advisor.class},
      commands = "hold")
  void p10_aPauseEndsOnItsDayWithAReminderBefore() {
    Hold pause =
        ((Holding.Held) shop.hold("C-1012", HoldKind.PAUSE, "ss", LocalDate.of(2026, 12, 20)))
            .hold();
    assertThat(shop.tasks("C-1012")).containsExactly("review-pause for ss by 2026-12-13");
    Instant end = Instant.parse("2026-12-21T00:00:00Z");
    assertThat(shop.holds.standing(new CustomerId("C-1012"), end.minusMillis(1)))
        .containsExactly(pause);
    assertThat(shop.holds.standing(new CustomerId("C-1012"), end)).isEmpty();
    History silent = asking("GBP 7.00", "R-2", Fault.OURS).says(0, "We look into it.");
    Recommendation advice = History.advise(silent);
    assertThat(History.advise(silent.copy().hears(0, "I am away.", Tag.AUTO_REPLY)))
        .isEqualTo(advice);
  }

  @Test
  @Practice(
      id = "P-11",
      seed = "S0",
      idea = "Take threats seriously; expert advice",
      feature = "a task for counsel and the legal brief",
      where = {IncidentDesk.class, Papers.class, Clearance.class},
      commands = {"incident", "paper", "counsel"})
  void p11_counselHasATaskAndABriefAndNothingGoesBeforeTheyRelease() {
    judge("I-0009", Tag.THREAT_LEGAL);
    assertThat(shop.tasks("C-1004")).contains("decide-hold for counsel by 2026-11-20");
    String brief =
        OrchardShop.page(shop.papers.legalBrief(shop.dossier("C-1004"), shop.writer("ss")));
    assertThat(brief).contains("I-0009", "K-320", "O-5030", "my solicitor will sue you");
    LetterId offer = shop.composeBy("jo", "C-1004", COMPROMISE, "why=It is fair.");
    Approved.put(shop.database, offer);
    assertThat(shop.withheld(offer, "ss"))
        .contains("no letter goes before counsel has released it");
    shop.counsel.say(offer, true, "no admission in it", new StaffId("ca"));
    assertThat(shop.withheld(offer, "ss")).isEmpty();
  }

  @Test
  @Practice(
      id = "P-12",
      seed = "S0",
      idea = "Protect business and staff",
      feature = "incident log; litigation hold stops erasure",
      where = {Papers.class, Erasures.class},
      commands = {"paper", "erase", "hold"})
  void p12_incidentsAreLoggedAndALegalHoldStopsErasure() {
    String log =
        OrchardShop.page(
            shop.papers.incidentLog(
                OrchardShop.NOW, TODAY.minusYears(5), TODAY, shop.writer("ss")));
    assertThat(log).contains("I-0009", "I-0010", "I-0046");
    CustomerId customer = new CustomerId("C-1004");
    StaffId owner = new StaffId("ow");
    shop.hold("C-1004", HoldKind.LEGAL, "ca", TODAY.plusDays(30));
    assertThat(shop.erasures.erase(customer, owner, "asked for it", OrchardShop.NOW))
        .isInstanceOfSatisfying(
            Erasing.KeptBy.class,
            kept -> assertThat(kept.hold().message()).contains("a legal hold"));
    assertThat(shop.dossier("C-1004").customer().name().family()).isEqualTo("Sloane");
    shop.holds.lift(shop.holds.of(customer).getFirst().id(), owner, "settled", OrchardShop.NOW);
    assertThat(shop.erasures.erase(customer, owner, "asked for it", OrchardShop.NOW))
        .isInstanceOf(Erasing.Erased.class);
  }

  @Test
  @Practice(
      id = "P-13",
      seed = "S0",
      idea = "Determine next steps",
      feature = "hold checklist with owner, due",
      where = {Holds.class, HoldOrder.class},
      commands = {"hold", "tasks"})
  void p13_everyHoldHasAnOwnerADayAndAChecklist() {
    Terminal.Ended ownerless =
        shop.terminal().run("hold C-1009 --kind stop --because calm --due 2099-01-01 --as ss");
    assertThat(ownerless.code()).isEqualTo(2);
    assertThat(ownerless.err()).contains("--owner");
    assertThat(shop.holds.of(new CustomerId("C-1009"))).isEmpty();
    Holding.Held held = (Holding.Held) shop.hold("C-1009", HoldKind.STOP, "tp", TODAY.plusDays(2));
    assertThat(held.tasks())
        .extracting(task -> task.order().kind())
        .contains(TaskKind.DECIDE_HOLD, TaskKind.KEEP_EVIDENCE, TaskKind.COUNSEL);
    assertThat(held.tasks())
        .allSatisfy(task -> assertThat(task.order().due()).isBetween(TODAY, TODAY.plusDays(2)));
  }

  @Test
  @Practice(
      id = "P-14",
      seed = "S0",
      idea = "Social harassment",
      feature = "post evidence (URL, hash, time)",
      where = EvidenceRoom.class,
      commands = {"evidence add", "evidence"})
  void p14_whatWasPostedIsKeptAndTamperingShows() throws IOException {
    keepPost();
    CustomerId customer = new CustomerId("C-1008");
    assertThat(shop.evidence.verify(customer)).allMatch(EvidenceCheck::isSound).hasSize(1);
    Path picture;
    try (Stream<Path> kept = Files.walk(folder.resolve("evidence"))) {
      picture = kept.filter(Files::isRegularFile).findFirst().orElseThrow();
    }
    byte[] before = Files.readAllBytes(picture);
    picture.toFile().setWritable(true);
    Files.write(picture, new byte[] {4, 2});
    assertThat(shop.evidence.verify(customer)).noneMatch(EvidenceCheck::isSound);
    Files.write(picture, before);
    shop.change("UPDATE post_evidence SET url = 'https://forum.example/other'");
    assertThat(shop.evidence.verify(customer)).noneMatch(EvidenceCheck::isSound);
  }

  @Test
  @Practice(
      id = "P-15",
      seed = "S0",
      idea = "Libel → counsel",
      feature = "LIBEL-1 + route",
      where = {Reviewer.class, Papers.class},
      commands = {"review", "paper"})
  void p15_libelIsCounselsWordAndNobodyElses() {
    assertThat(saying(COOLING_OFF, PartName.INCIDENT, "That is libel.").findings(Rule.LIBEL_1))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    shop.change("UPDATE interaction SET message = 'This is libel, I know.' WHERE id = 'I-0013'");
    assertThat(OrchardShop.page(shop.papers.legalBrief(shop.dossier("C-1008"), shop.writer("ss"))))
        .contains("This is libel, I know.");
  }

  @Test
  @Practice(
      id = "P-16",
      seed = "S0",
      idea = "Ask site admins for review",
      feature = "PLATFORM_REQUEST",
      where = {PlatformRequest.class, Papers.class},
      commands = {"paper", "counsel"})
  void p16_aSiteIsAskedOnlyAfterCounselAndByARuleOfItsOwn() throws IOException {
    keepPost();
    String rule = "Community rule 3: no harassment of other members";
    assertThat(platformRequest(rule)).contains("counsel has not released it");
    shop.counsel.say(
        new CustomerId("C-1008"),
        CounselSubject.PLATFORM_REQUEST,
        true,
        "facts only",
        new StaffId("ca"));
    assertThat(platformRequest("")).contains("it cites no rule of the site");
    assertThat(platformRequest(rule)).contains(rule, "https://forum.example/12");
  }

  private String platformRequest(String rule) {
    StaffMember contact = shop.playbook().member(new StaffId("tp")).orElseThrow();
    return switch (shop.papers.platformRequest(
        shop.dossier("C-1008"),
        new PlatformRequest(rule, "Four posts name other members.", contact),
        OrchardShop.BUSINESS,
        shop.writer("tp"))) {
      case PlatformRequest.Outcome.Written written -> OrchardShop.page(written.document());
      case PlatformRequest.Outcome.Refused refused -> String.join("\n", refused.reasons());
    };
  }

  @Test
  @Practice(
      id = "P-17",
      seed = "S0",
      idea = "Impeding others; police; protect customers",
      feature = "IMPEDE sign + authority checklist",
      where = {Advisor.class, Papers.class},
      commands = {"advise", "paper"})
  void p17_whoReportedSomebodyIsNamedNowhere() {
    assertThat(shop.advise("C-1009").sign()).isEqualTo(Sign.IMPEDING);
    assertThat(shop.advise("C-1009").approvers()).containsExactly(Role.COUNSEL);
    shop.change(
        "UPDATE interaction SET message = 'Blocked the queue, says Agnes Whitfield, 14 Mill Lane.'"
            + " WHERE id = 'I-0018'");
    String checklist =
        OrchardShop.page(shop.papers.authorityChecklist(shop.dossier("C-1009"), shop.writer("ss")));
    assertThat(checklist).contains("I-0018").doesNotContain("Whitfield", "Agnes");
  }

  @Test
  @Practice(
      id = "P-18",
      seed = "S0",
      idea = "Follow lawyer/authority advice",
      feature = "counsel instruction record gates send",
      where = {Counsel.class, Clearance.class},
      commands = "counsel")
  void p18_counselsNoStopsALetterAndIsQuoted() {
    LetterId thanks = thanks();
    Approved.put(shop.database, thanks);
    shop.counsel.say(
        new CustomerId("C-1017"), false, "We are in talks with her solicitor.", new StaffId("ca"));
    Terminal.Ended sent = shop.terminal().run("send " + thanks + " --as jo");
    assertThat(sent.code()).isNotZero();
    assertThat(sent.err() + sent.out()).contains("“We are in talks with her solicitor.”");
    shop.counsel.say(thanks, true, "harmless", new StaffId("ca"));
    assertThat(shop.withheld(thanks, "jo")).isEmpty();
  }

  @Test
  @Practice(
      id = "P-19",
      seed = "S0",
      idea = "Pattern over time",
      feature = "rolling-window counters",
      where = Advisor.class,
      commands = "advise")
  void p19_fourComplaintsWithinAYearAreAPattern() {
    assertThat(History.advise(complaints(3, 300)).sign()).isNotEqualTo(Sign.PATTERN);
    assertThat(History.advise(complaints(4, 300)).sign()).isEqualTo(Sign.PATTERN);
    assertThat(History.advise(complaints(4, 366)).sign()).isNotEqualTo(Sign.PATTERN);
  }

  @Test
  @Practice(
      id = "P-20",
      seed = "S0",
      idea = "Focus group/survey, root cause",
      feature = "INVITE + cause tags + report",
      where = {Answers.class, Reports.class, Outbox.class},
      commands = {"answer", "report"})
  void p20_answersToInvitationsLeadToCausesAndNobodyIsAskedTwice() {
    LetterId invitation = invite("C-1010");
    CustomerId customer = new CustomerId("C-1010");
    StaffId luc = new StaffId("lb");
    shop.change("UPDATE letter SET state = 'done' WHERE id = ?", invitation.number());
    assertThat(
            shop.answers.keep(customer, invitation.toString(), "K-999", "x", luc, OrchardShop.NOW))
        .isInstanceOf(Answering.UnknownCause.class);
    shop.answers.keep(
        customer, invitation.toString(), "K-331", "The boxes are thin.", luc, OrchardShop.NOW);
    assertThat(rows(shop.report(ReportKind.CAUSES), "answers"))
        .containsExactly("L-1|C-1010|case/K-331|0|R-1 Freshness");
    LetterId waiting = invite("C-1010");
    Approved.put(shop.database, waiting);
    shop.answers.optOut(customer, invitation.toString(), luc, OrchardShop.NOW);
    assertThat(shop.refusal("C-1010", INVITE)).contains("does not want to be invited again");
    assertThat(shop.terminal().run("send " + waiting + " --as lb").err())
        .contains("does not want to be invited again");
  }

  @Test
  @Practice(
      id = "P-21",
      seed = "S0",
      idea = "Different salesperson",
      feature = "REASSIGN by language/skill",
      where = {NewContacts.class, Composer.class},
      commands = {"advise", "compose"})
  void p21_aNewContactSpeaksTheLanguageAndWasNeverComplainedOf() {
    shop.change("UPDATE customer SET account_manager = 'lb' WHERE id = 'C-1010'");
    NewContacts contacts =
        new NewContacts(shop.dossier("C-1010"), shop.playbook(), shop.playbooks.spoken());
    assertThat(contacts.ranked()).extracting(one -> one.id().value()).containsExactly("tp", "jo");
    assertThat(
            new NewContacts(shop.dossier("C-1010"), shop.playbook(), SpokenLanguages.NONE).ranked())
        .extracting(one -> one.id().value())
        .containsExactly("jo", "tp");
    assertThat(shop.refusal("C-1010", REASSIGN, "contact=mk", "start=2026-12-01"))
        .contains("never gets them as a new contact", "it could be ");
    assertThat(shop.refusal("C-1010", REASSIGN, "contact=jo", "start=2026-12-01")).isEmpty();
    shop.change("UPDATE interaction SET message = 'Jonas hung up on me.' WHERE id = 'I-0023'");
    assertThat(shop.refusal("C-1010", REASSIGN, "contact=jo", "start=2026-12-01"))
        .contains("(interaction/I-0023)");
  }

  @Test
  @Practice(
      id = "P-22",
      seed = "S0",
      idea = "Recommend other products/businesses",
      feature = "REFERRAL list",
      where = {Reviewer.class, Playbooks.class},
      commands = {"review", "playbook adopt"})
  void p22_aFarewellNamesSomebodyElse() {
    assertThat(Reviewed.letter(FAREWELL, EN_GB).findings(Rule.FARE_4))
        .extracting(Finding::severity)
        .containsExactly(Severity.WARNING);
    assertThat(
            saying(FAREWELL, PartName.ELSEWHERE, "Try Fenland Fruit in Ely.").findings(Rule.FARE_4))
        .isEmpty();
    shop.playbooks.adopt(
        "referrals: [{id: P-1, name: Green Lane Fruit, reach: 01904 555 0199, fits: [small boxes],"
            + " commission: none}]",
        TODAY,
        Actor.of(new StaffId("tp")),
        OrchardShop.NOW);
    assertThat(shop.advise("C-1019").alternatives().getLast().because())
        .isEqualTo("Green Lane Fruit, for small boxes");
  }

  @Test
  @Practice(
      id = "P-23",
      seed = "S0",
      idea = "Drain on resources, stress",
      feature = "handling minutes & cost per customer",
      where = {Advisor.class, Reports.class},
      commands = {"advise", "report"})
  void p23_theTimeThatACustomerTakesIsTheSumOfItsContacts() {
    assertThat(shop.advise("C-1013").guards())
        .anyMatch(guard -> guard.contains("360 minutes of ours in 12 months"));
    List<String> shares = rows(shop.report(ReportKind.EXCEPTIONS), "handling");
    long reported = shares.stream().mapToLong(row -> Long.parseLong(row.split("\\|")[1])).sum();
    long recorded =
        shop.database.read(
            handle ->
                handle
                    .createQuery(
                        "SELECT SUM(minutes) FROM interaction WHERE happened_at >= '2025-11-21'"
                            + " AND happened_at < '2026-11-21'")
                    .mapTo(Long.class)
                    .one());
    assertThat(reported).isEqualTo(recorded).isPositive();
    assertThat(shares.getFirst()).startsWith("C-1013|360|6|");
  }

  @Test
  @Practice(
      id = "P-24",
      seed = "S0,S3",
      idea = "Documented plan, policies, training",
      feature = "playbook export PDF/HTML",
      where = Playbooks.class,
      commands = "playbook export")
  void p24_thePlanIsADocumentWithEveryPolicy() throws IOException {
    Path page = folder.resolve("playbook.html");
    shop.terminal().run("playbook export --as-of=2026-11-20", "--html", page.toString());
    assertThat(Files.readString(page)).contains("R-1", "R-2", "R-3", "G-1", "C-1", "N-1");
  }

  @Test
  @Practice(
      id = "P-25",
      seed = "S0",
      idea = "Some can't be won back",
      feature = "\"final\" state",
      where = {Advisor.class, Cases.class, Import.class},
      commands = {"advise", "case close", "case reopen"})
  void p25_afterTheFinalAnswerOnlyNewFactsReopenACase() {
    History refused = refused(3);
    assertThat(History.advise(refused).move()).isEqualTo(Move.write(LetterKind.EXPLANATION));
    Recommendation fourth = History.advise(refused.sent(2, "explanation").hears(1, "I want 40."));
    assertThat(fourth.sign()).isEqualTo(Sign.CANNOT_BE_WON);
    assertThat(fourth.move()).isEqualTo(Move.nothing());
    assertThat(fourth.guards())
        .contains("our final answer has gone: only new facts reopen it; close the case");

    CaseId id = new CaseId("K-350");
    StaffId jonas = new StaffId("jo");
    assertThat(shop.cases.close(id, jonas, "final", OrchardShop.NOW))
        .isInstanceOf(CaseEnd.Unanswered.class);
    shop.change("DELETE FROM interaction WHERE id = 'I-0044'");
    shop.change("UPDATE interaction SET tags = 'thanks' WHERE id = 'I-0043'");
    assertThat(shop.cases.close(id, jonas, "final", OrchardShop.NOW))
        .isInstanceOf(CaseEnd.Unexplained.class);
    LetterId answer =
        shop.composeBy(
            "jo",
            "C-1014",
            EXPLANATION,
            "reason=Das sieht die Regel nicht vor.",
            "alternative=Wir schicken Ihnen eine neue Birne.",
            "until=2026-12-20");
    shop.change("UPDATE letter SET state = 'done' WHERE id = ?", answer.number());
    assertThat(shop.cases.close(id, jonas, "final", OrchardShop.NOW))
        .isInstanceOf(CaseEnd.Closed.class);
    Orchard.importInto(shop.database, folder.resolve("rejects"));
    assertThat(shop.dossier("C-1014").caseFile(id).orElseThrow().state())
        .isEqualTo(CaseState.CLOSED);
    shop.cases.reopen(id, jonas, "a photograph", OrchardShop.NOW);
    assertThat(shop.dossier("C-1014").caseFile(id).orElseThrow().isPending()).isTrue();
  }

  @Test
  @Practice(
      id = "P-26",
      seed = "S1",
      idea = "Ask for empathy",
      feature = "optional part by tenure",
      where = Composer.class,
      commands = "compose")
  void p26_onlyOldCustomersAreAskedForUnderstanding() {
    shop.change("UPDATE customer SET since = '2024-10-01' WHERE id = 'C-1001'");
    assertThat(shop.says(refuseFigs(), PartName.EMPATHY)).isTrue();
    shop.change("UPDATE customer SET since = '2026-08-20' WHERE id = 'C-1001'");
    assertThat(shop.says(refuseFigs(), PartName.EMPATHY)).isFalse();
    shop.change("UPDATE customer SET since = '2024-10-01' WHERE id = 'C-1001'");
    shop.playbooks.adopt(
        "duties: {empathy from months: 26}", TODAY, Actor.of(new StaffId("tp")), OrchardShop.NOW);
    assertThat(shop.says(refuseFigs(), PartName.EMPATHY)).isFalse();
  }

  @Test
  @Practice(
      id = "P-27",
      seed = "S1",
      idea = "Personal, no form mail",
      feature = "FACT-1..3, SIGN-1",
      where = {Composer.class, Reviewer.class},
      commands = {"compose", "review"})
  void p27_noTwoCustomersGetTheSameLetter() {
    assertThat(
            saying(THANK_YOU, PartName.EVENT, "Thank you for your message.").findings(Rule.FACT_2))
        .isNotEmpty();
    assertThat(
            saying(THANK_YOU, PartName.EVENT, "You wrote on {2026-03-01|order/1042.date|1 March}.")
                .findings(Rule.FACT_1))
        .isNotEmpty();
    Reviewed form =
        saying(
            THANK_YOU,
            PartName.EVENT,
            "Thank you for your words of {2026-05-03|interaction/I-1.at|3 May}. They hang on the"
                + " wall of the workshop, where all of us can read them every morning.");
    assertThat(Neighbours.after(form, form).findings(Rule.FACT_3)).isNotEmpty();
    assertThat(
            Reviewed.letter(THANK_YOU, EN_GB)
                .signed("Yours sincerely", "The Team")
                .findings(Rule.SIGN_1))
        .isNotEmpty();
    assertThat(shop.text(thanks())).isNotEqualTo(shop.text(shop.compose("C-1023", THANK_YOU)));
  }

  @Test
  @Practice(
      id = "P-28",
      seed = "S1",
      idea = "History informs treatment",
      feature = "tone by tenure, praise, last outcome",
      where = Composer.class,
      commands = "compose")
  void p28_theSameCaseReadsDifferentlyToAnOldAndToANewCustomer() {
    shop.change("UPDATE customer SET since = '2016-11-01' WHERE id = 'C-1001'");
    assertThat(shop.text(shop.compose("C-1001", EDUCATE)))
        .contains("You have been with us for ten years");
    shop.change("UPDATE customer SET since = '2026-10-01' WHERE id = 'C-1001'");
    assertThat(shop.text(shop.compose("C-1001", EDUCATE)))
        .contains("Your kind words of 20 December")
        .doesNotContain("You have been with us");
    shop.change("DELETE FROM interaction WHERE id = 'I-0002'");
    assertThat(shop.text(shop.compose("C-1001", EDUCATE)))
        .contains("I hope that the next order is one you enjoy")
        .doesNotContain("kind words", "You have been with us");
    assertThat(shop.text(shop.compose("C-1018", COMPROMISE, "until=2026-12-20")))
        .contains("You had to write to us", "That should not have happened, and I am sorry");
  }

  @Test
  @Practice(
      id = "P-29",
      seed = "S1",
      idea = "Just the facts",
      feature = "REAS-1",
      where = Reviewer.class,
      commands = "review")
  void p29_aReasonIsAClauseAndAFact() {
    String clause = "{Terms 4.2|policy/R-1 v1.clause|Terms 4.2}";
    String fact = "order {1042|order/1042.id|1042}";
    assertThat(saying(EXPLANATION, PartName.REASON, clause + " for " + fact).findings(Rule.REAS_1))
        .isEmpty();
    for (String half : List.of(clause, fact, "This is our policy.")) {
      assertThat(saying(EXPLANATION, PartName.REASON, half).findings(Rule.REAS_1))
          .as(half)
          .extracting(Finding::severity)
          .containsExactly(Severity.ERROR);
    }
  }

  @Test
  @Practice(
      id = "P-30",
      seed = "S1",
      idea = "No platitudes",
      feature = "PLAT-1",
      where = Reviewer.class,
      commands = "review")
  void p30_noPhraseThatFitsEverybodyPassesInAnyLanguage() {
    List<String> phrases =
        List.of(
            "We value your business.",
            "We value your business.",
            "Sehr geschätzter Kunde, wir haben es geprüft.",
            "Votre satisfaction est notre priorité.",
            "Su satisfacción es nuestra prioridad.");
    for (int at = 0; at < LANGUAGES.length; at++) {
      assertThat(
              Reviewed.letter(EXPLANATION, LANGUAGES[at])
                  .part(PartName.CLOSE, phrases.get(at))
                  .findings(Rule.PLAT_1))
          .as(LANGUAGES[at].tag())
          .extracting(Finding::severity)
          .containsExactly(Severity.ERROR);
    }
  }

  @Test
  @Practice(
      id = "P-31",
      seed = "S1",
      idea = "Do what you can: halfway, alternative, future discount",
      feature = "alternatives generator",
      where = {Advisor.class, Alternative.class},
      commands = {"advise", "compose"})
  void p31_whatCanBeDoneIsRankedAndWithinTheLimit() {
    for (int number = 1001; number <= 1026; number++) {
      List<Alternative> alternatives = shop.advise("C-" + number).alternatives();
      assertThat(alternatives).extracting(Alternative::way).isSorted();
      assertThat(alternatives)
          .filteredOn(one -> one.value() != null)
          .allSatisfy(one -> assertThat(one.value()).isLessThanOrEqualTo(one.limit()));
    }
    assertThat(shop.advise("C-1026").alternatives().getFirst().value())
        .isEqualTo(Money.parse("GBP 6.50"));
    assertThat(shop.advise("C-1003").alternatives()).isEmpty();
    JsonNode next =
        shop.terminal()
            .run("advise C-1019 --json --as-of=2026-11-20T09:00:00Z")
            .json()
            .get(0)
            .get("alternatives")
            .get(0);
    assertThat(next.get("way").asText()).isEqualTo("later-discount");
    assertThat(next.get("next").asText())
        .isEqualTo(
            "regards compose C-1019 --letter explanation --case K-361 --set \"offer=EUR 5.10\"");
    LetterId letter =
        shop.compose(
            "C-1019", EXPLANATION, "offer=EUR 5.10", "reason=No llega.", "until=2026-12-20");
    assertThat(shop.text(letter)).contains("5,10");
  }

  @Test
  @Practice(
      id = "P-32",
      seed = "S1,S3",
      idea = "Leave the door open",
      feature = "conditional close",
      where = Reviewer.class,
      commands = "review")
  void p32_theDoorStaysOpenUnlessThereWasAThreat() {
    assertThat(card().findings(Rule.FARE_3)).isEmpty();
    assertThat(
            card()
                .of(Reviewed.hearing("2026-04-10T10:00:00Z", "mk", Tag.THREAT_PHYSICAL))
                .findings(Rule.FARE_3))
        .extracting(Finding::severity)
        .contains(Severity.ERROR);
  }

  @Test
  @Practice(
      id = "P-33",
      seed = "S1",
      idea = "Customer insight valuable",
      feature = "feedback captured, sent to owner",
      where = {Answers.class, Cases.class, Reports.class},
      commands = {"answer", "case close", "report"})
  void p33_whatCustomersTeachUsReachesTheOwner() {
    assertThat(rows(shop.report(ReportKind.CAUSES), "causes"))
        .anySatisfy(row -> assertThat(row).contains("R-2", "K-340, K-341, K-342"));
    LetterId invitation = invite("C-1011");
    shop.answers.keep(
        new CustomerId("C-1011"),
        invitation.toString(),
        "R-2",
        "The van comes from the wrong depot.",
        new StaffId("lb"),
        OrchardShop.NOW);
    assertThat(shop.tasks("C-1011")).containsExactly("mend-cause for owner by 2026-12-04");
    shop.change("UPDATE interaction SET direction = 'out' WHERE id = 'I-0063'");
    CaseEnd end =
        shop.cases.close(new CaseId("K-371"), new StaffId("mk"), "credited", OrchardShop.NOW);
    assertThat(((CaseEnd.Closed) end).tasks())
        .extracting(task -> task.order().doer())
        .containsExactly(TaskOrder.anybody(Role.OWNER));
  }

  @Test
  @Practice(
      id = "P-34",
      seed = "S1",
      idea = "Don't be steamrolled",
      feature = "boundary part",
      where = {Approvals.class, Exceptions.class, LetterType.class},
      commands = {"approve", "exception"})
  void p34_aCompromiseStaysWithinItsPolicyUnlessAnExceptionStands() {
    assertThat(COMPROMISE.requiredParts()).contains(PartName.WHY);
    LetterId dear = dearOffer();
    assertThat(shop.approve(dear, "ss", "it is right"))
        .isInstanceOfSatisfying(
            ApprovalOutcome.Blocked.class,
            blocked -> assertThat(blocked.errors()).extracting(Finding::rule).contains(Rule.POL_1));
    shop.exceptions.grant(
        dear, Rule.POL_1, Money.parse("GBP 26.00"), "a day off lost", new StaffId("tp"));
    assertThat(shop.approve(dear, "ss", "it is right").message()).doesNotContain("POL-1");
  }

  @Test
  @Practice(
      id = "P-35",
      seed = "S2,S4",
      idea = "Educate kindly/tactfully, refund + explain, add value",
      feature = "EDUCATE",
      where = {Advisor.class, Composer.class, Reviewer.class},
      commands = {"advise", "compose", "review"})
  void p35_theFruitStandGivesTheMoneyBackAndATip() {
    Recommendation advice = shop.advise("C-1001");
    assertThat(advice.move()).isEqualTo(Move.write(LetterKind.EDUCATE));
    LetterId letter = shop.compose("C-1001", EDUCATE);
    assertThat(shop.letter(letter).facts())
        .filteredOn(fact -> fact.source().field().equals("offer"))
        .isNotEmpty()
        .allSatisfy(
            fact ->
                assertThat(Money.parse(fact.value()))
                    .isLessThanOrEqualTo(Money.parse("GBP 60.00")));
    assertThat(shop.says(letter, PartName.NEXT_TIME)).isTrue();
    assertThat(shop.reviews.of(letter, OrchardShop.NOW).findings())
        .extracting(Finding::rule)
        .doesNotContain(Rule.BLAME_1, Rule.BLAME_2, Rule.WIN_1, Rule.ACK_2);
  }

  @Test
  @Practice(
      id = "P-36",
      seed = "S2",
      idea = "Look into it first",
      feature = "investigation checklist",
      where = {Tasks.class, Approvals.class, Clearance.class},
      commands = {"task add", "task done", "approve"})
  void p36_nothingIsDecidedWhileSomebodyLooksIntoIt() {
    LetterId offer = shop.compose("C-1026", COMPROMISE, "until=2026-12-20");
    Task task =
        shop.tasks.open(
            new TaskOrder(
                TaskKind.INVESTIGATE,
                new CustomerId("C-1026"),
                "case/K-371",
                "ask the driver",
                TaskOrder.person(new StaffId("mk")),
                TODAY.plusDays(1)),
            new StaffId("ss"),
            OrchardShop.NOW);
    assertThat(shop.approve(offer, "ss", "it is right").message())
        .contains("it is still being looked into (task K-1)");
    Approved.put(shop.database, offer);
    assertThat(shop.withheld(offer, "ss")).contains("it is still being looked into (task K-1)");
    LetterId thanks = thanks();
    Approved.put(shop.database, thanks);
    assertThat(shop.withheld(thanks, "jo")).isEmpty();
    shop.tasks.close(task.id(), new StaffId("mk"), "he was late", OrchardShop.NOW);
    assertThat(shop.withheld(offer, "ss")).isEmpty();
  }

  @Test
  @Practice(
      id = "P-37",
      seed = "S2",
      idea = "Explain error gently",
      feature = "BLAME-1, WIN-1",
      where = Reviewer.class,
      commands = "review")
  void p37_aMistakeIsSaidOfTheThingNotOfThePerson() {
    assertThat(saying(EDUCATE, PartName.HOW_IT_WORKS, "You failed to cool it.").words(Rule.BLAME_1))
        .isNotEmpty();
    assertThat(saying(EDUCATE, PartName.HOW_IT_WORKS, "You are mistaken.").words(Rule.WIN_1))
        .isNotEmpty();
    Reviewed kind = saying(EDUCATE, PartName.HOW_IT_WORKS, "Figs keep two days in the cold.");
    assertThat(kind.findings(Rule.BLAME_1)).isEmpty();
    assertThat(kind.findings(Rule.WIN_1)).isEmpty();
  }

  @Test
  @Practice(
      id = "P-38",
      seed = "S2",
      idea = "Take control for employee",
      feature = "takeover: reassign + hold + STAFF_NOTE",
      where = {IncidentDesk.class, TakeOvers.class},
      commands = {"incident", "take-over"})
  void p38_aSupervisorTakesOverWithinADay() {
    judge("I-0030", Tag.ABUSE);
    assertThat(shop.tasks("C-1012"))
        .contains(
            "take-over for supervisor by 2026-11-21", "staff-note for supervisor by 2026-11-21");
    TakenOver taken =
        shop.takeOvers.take(
            new TakeOvers.TakeOver(
                new CustomerId("C-1012"),
                new StaffId("mk"),
                new StaffId("ss"),
                HoldKind.PAUSE,
                "interaction/I-0030",
                "degrading calls",
                null),
            new StaffId("ss"),
            OrchardShop.NOW);
    assertThat(taken).isInstanceOf(TakenOver.Done.class);
    assertThat(shop.dossier("C-1012").customer().accountManager()).isEqualTo(new StaffId("ss"));
    assertThat(shop.holds.standing(new CustomerId("C-1012"), OrchardShop.NOW)).hasSize(1);
    assertThat(shop.papers.staffNote(shop.dossier("C-1012"), null, null, shop.writer("ss")))
        .isInstanceOf(Papers.Note.Written.class);
  }

  @Test
  @Practice(
      id = "P-39",
      seed = "S2",
      idea = "Notice burnout, turnover",
      feature = "abusive contacts per agent/30 d",
      where = Reports.class,
      commands = "report")
  void p39_fiveAbusiveContactsToOnePersonRaiseAnAlert() {
    shop.change("UPDATE interaction SET tags = 'complaint' WHERE tags <> 'auto-reply'");
    assertThat(OrchardShop.page(shop.report(ReportKind.TEAM))).contains("Nobody had to bear");
    shop.change(
        "UPDATE interaction SET tags = 'abuse', happened_at = '2026-11-15T10:00:00.000Z', staff ="
            + " 'lb' WHERE id IN ('I-0013', 'I-0014', 'I-0015', 'I-0016')");
    assertThat(OrchardShop.page(shop.report(ReportKind.TEAM))).contains("Nobody had to bear");
    shop.change("UPDATE interaction SET tags = 'abuse', staff = 'lb' WHERE id = 'I-0030'");
    assertThat(OrchardShop.page(shop.report(ReportKind.TEAM)))
        .contains("5 or more abusive contacts in 30 days fell to", "Luc Bernard (5)");
  }

  @Test
  @Practice(
      id = "P-40",
      seed = "S2",
      idea = "Staff ask for help",
      feature = "one-click help, never scored",
      where = {Tasks.class, Reports.class},
      commands = "task help")
  void p40_askingForHelpIsCountedNowhere() {
    Document before = shop.report(ReportKind.TEAM);
    Task help =
        shop.tasks.open(
            new TaskOrder(
                TaskKind.HELP,
                new CustomerId("C-1012"),
                "",
                "please take the next call",
                TaskOrder.anybody(Role.SUPERVISOR),
                TODAY),
            new StaffId("mk"),
            OrchardShop.NOW);
    assertThat(shop.tasks.open()).contains(help);
    assertThat(TaskKind.HELP.isCounted()).isFalse();
    assertThat(shop.report(ReportKind.TEAM)).isEqualTo(before);
    assertThat(shop.trail.of("task/" + help.id()))
        .isNotEmpty()
        .allSatisfy(entry -> assertThat(String.valueOf(entry.deed())).doesNotContain("staff/mk"));
  }

  @Test
  @Practice(
      id = "P-41",
      seed = "S2",
      idea = "Training at onboarding and continual",
      feature = "due dates, refreshers",
      where = {Playbooks.class, Reports.class, Clearance.class},
      commands = {"playbook trained", "report"})
  void p41_trainingRunsOutAndThenNothingGoes() {
    LetterId kind = shop.composeBy("lb", "C-1001", EDUCATE);
    Approved.put(shop.database, kind);
    train("jo", LocalDate.of(2025, 11, 20), LocalDate.of(2026, 11, 20));
    assertThat(shop.withheld(kind, "jo")).isEmpty();
    assertThat(rows(shop.report(ReportKind.TRAINING), "wanted"))
        .contains("jo|Jonas Ott|R-1 v2|due|2026-11-20");
    shop.becomes(OrchardShop.NOW.plus(Duration.ofDays(1)));
    assertThat(shop.withheld(kind, "jo")).contains("no training on it that counts today");
  }

  @Test
  @Practice(
      id = "P-42",
      seed = "S2",
      idea = "Escalate to supervisor/owner",
      feature = "approval chain",
      where = Approvals.class,
      commands = "approve")
  void p42_nobodyApprovesTheirOwnLetterAndWhoStandsAboveMay() {
    LetterId thanks = thanks();
    assertThat(shop.approve(thanks, "mk", "mine").message())
        .contains("Maria Keller wrote it, and nobody approves their own letter");
    assertThat(shop.waiting(thanks).able()).extracting(one -> one.id().value()).contains("ow");
    assertThat(shop.approve(thanks, "ow", "well said"))
        .isInstanceOf(ApprovalOutcome.Approved.class);
  }

  @Test
  @Practice(
      id = "P-43",
      seed = "S2",
      idea = "\"Worth it? It depends\"",
      feature = "value/cost card",
      where = Advisor.class,
      commands = "advise")
  void p43_whatACustomerBringsStandsBesideWhatTheyCost() {
    assertThat(shop.advise("C-1013").guards())
        .anyMatch(
            guard ->
                guard.contains("ordered USD 80.00")
                    && guard.contains("given back USD 70.00")
                    && guard.contains("minutes of ours"));
  }

  @Test
  @Practice(
      id = "P-44",
      seed = "S2",
      idea = "Protect brand, staff, customers",
      feature = "precedence order",
      where = Advisor.class,
      commands = "advise")
  void p44_safetyComesBeforeGoodwill() {
    History kind = asking("GBP 7.00", "R-2", Fault.OURS).hears(3, "Lovely!", Tag.PRAISE);
    assertThat(History.advise(kind).move()).isNotEqualTo(Move.hold());
    assertThat(
            History.advise(kind.hears(1, "Your driver will be sorry.", Tag.THREAT_PHYSICAL)).move())
        .isEqualTo(Move.hold());
  }

  @Test
  @Practice(
      id = "P-45",
      seed = "S3",
      idea = "Professional, calm, patient",
      feature = "tone lint, HEAT-1",
      where = Reviewer.class,
      commands = "review")
  void p45_aLetterKeepsCalmAndIsNotWrittenInHeat() {
    for (String loud : List.of("You NEVER paid.", "Stop it!")) {
      assertThat(saying(EXPLANATION, PartName.REASON, loud).findings(Rule.SHOUT_1))
          .as(loud)
          .isNotEmpty();
    }
    assertThat(saying(EXPLANATION, PartName.REASON, "It closed in May.").findings(Rule.SHOUT_1))
        .isEmpty();
    Reviewed letter = saying(COOLING_OFF, PartName.CLOSE, "Until then.");
    assertThat(
            letter.of(Reviewed.hearing("2026-05-11T20:00:00Z", "mk", Tag.ABUSE)).words(Rule.HEAT_1))
        .hasSize(1);
    assertThat(
            saying(COOLING_OFF, PartName.CLOSE, "Until then.")
                .of(Reviewed.hearing("2026-05-11T08:00:00Z", "mk", Tag.ABUSE))
                .words(Rule.HEAT_1))
        .isEmpty();
  }

  @Test
  @Practice(
      id = "P-46",
      seed = "S3",
      idea = "Say sorry without fault",
      feature = "regret part, SORRY-1..5",
      where = Reviewer.class,
      commands = "review")
  void p46_regretHasNoConditions() {
    for (String bad :
        List.of("I am sorry if you feel that way.", "We apologise that you feel so.")) {
      assertThat(saying(COMPROMISE, PartName.RESPONSIBILITY, bad).findings(Rule.SORRY_1))
          .as(bad)
          .isNotEmpty();
    }
    for (String good :
        List.of(
            "I am sorry that it turned out this way.", "We’re sorry for how things turned out.")) {
      assertThat(saying(COMPROMISE, PartName.RESPONSIBILITY, good).findings(Rule.SORRY_1))
          .as(good)
          .isEmpty();
    }
    assertThat(saying(EXPLANATION, PartName.CLOSE, "Until then.").findings(Rule.SORRY_5))
        .isNotEmpty();
  }

  @Test
  @Practice(
      id = "P-47",
      seed = "S3",
      idea = "Listen, then explain",
      feature = "ACK before REASON",
      where = Reviewer.class,
      commands = "review")
  void p47_whatWasAskedStandsBeforeTheReason() {
    String asked = "You asked us for {a full refund|case/K-77.asked|a full refund}.";
    String reason = "Returns close after 30 days.";
    assertThat(
            Reviewed.letter(EXPLANATION, EN_GB)
                .part(PartName.ACKNOWLEDGEMENT, asked)
                .part(PartName.REASON, reason)
                .findings(Rule.ACK_1))
        .isEmpty();
    assertThat(
            Reviewed.letter(EXPLANATION, EN_GB)
                .part(PartName.REASON, reason)
                .part(PartName.ACKNOWLEDGEMENT, asked)
                .findings(Rule.ACK_1))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  @Practice(
      id = "P-48",
      seed = "S3",
      idea = "Do whatever makes them happy",
      feature = "exception path",
      where = {Exceptions.class, Reports.class},
      commands = {"exception", "exceptions", "report"})
  void p48_anExceptionHasANameALimitAndAReasonAndCounts() {
    assertThat(exception("ss"))
        .isEqualTo("L-1 may give up to GBP 29.00: exception 1 for C-1001 in 12 months, by ss.");
    assertThat(exception("ss")).contains("exception 2 for C-1001");
    assertThat(shop.trail.of("letter/L-1").getLast().deed().because())
        .isEqualTo("exception from R-1 up to GBP 29.00: long with us");
    assertThat(rows(shop.report(ReportKind.EXCEPTIONS), "ledger")).hasSize(2);
    assertThat(rows(shop.report(ReportKind.EXCEPTIONS), "approvers"))
        .anySatisfy(row -> assertThat(row).startsWith("ss|supervisor|").contains("|2|"));
  }

  @Test
  @Practice(
      id = "P-49",
      seed = "S3",
      idea = "Let go with love; release contract",
      feature = "FAREWELL + release + settlement",
      where = {Advisor.class, Composer.class, Approvals.class},
      commands = {"advise", "compose", "approve"})
  void p49_whoWantsToLeaveIsLetGoWithTheirMoney() {
    Recommendation advice = shop.advise("C-1020");
    assertThat(advice.move()).isEqualTo(Move.write(LetterKind.FAREWELL));
    assertThat(advice.approvers()).contains(Role.MANAGER);
    assertThat(advice.guards())
        .contains(
            "release from the contract, as the customer wishes",
            "refund EUR 280.00, figures exact");
    LetterId farewell =
        shop.compose(
            "C-1020",
            FAREWELL,
            "refund=280.00",
            "reason=choice",
            "elsewhere=Les Jardins de Dijon",
            "effective=2027-01-15");
    assertThat(shop.text(farewell)).contains("280,00");
    assertThat(shop.waiting(farewell).requirement().roles()).contains(Role.MANAGER);
  }

  @Test
  @Practice(
      id = "P-50",
      seed = "S3",
      idea = "Part on good terms",
      feature = "FARE-2, no blame",
      where = Reviewer.class,
      commands = "review")
  void p50_anEndHasThanksAndGoodWishesAndNoBlame() {
    assertThat(
            Reviewed.letter(FAREWELL, EN_GB)
                .part(PartName.THANKS, "Thank you for seven years.")
                .part(PartName.WISHES, "All the best.")
                .findings(Rule.FARE_2))
        .isEmpty();
    assertThat(Reviewed.letter(FAREWELL, EN_GB).findings(Rule.FARE_2)).hasSize(2);
    assertThat(
            saying(FAREWELL, PartName.REASON, "You have ignored our letters.")
                .findings(Rule.BLAME_1))
        .isNotEmpty();
  }

  @Test
  @Practice(
      id = "P-51",
      seed = "S3",
      idea = "Card in the mail",
      feature = "card + envelope + label",
      where = {CardSpecimen.class, EnvelopePrinter.class, LabelPrinter.class},
      commands = {"preview", "envelope", "labels"})
  void p51_aCardGoesByPostInAnEnvelopeWithALabel() throws IOException {
    LetterId card = shop.compose("C-1015", FAREWELL_CARD, "help=We packed your first quinces.");
    Terminal terminal = shop.terminal();
    Path envelope = folder.resolve("envelope.pdf");
    Path labels = folder.resolve("labels.pdf");
    Approved.put(shop.database, card);
    assertThat(terminal.run("print " + card + " --card a6 --as ow").err()).isEmpty();
    Path folded;
    try (Stream<Path> files = Files.walk(folder.resolve("letters"))) {
      folded = files.filter(file -> file.toString().endsWith(".pdf")).findFirst().orElseThrow();
    }
    try (PDDocument sheet = Loader.loadPDF(folded.toFile())) {
      assertThat(sheet.getPage(0).getMediaBox().getWidth() * 25.4f / 72)
          .isCloseTo(210, within(0.2f));
      assertThat(sheet.getPage(0).getMediaBox().getHeight() * 25.4f / 72)
          .isCloseTo(148, within(0.2f));
    }
    assertThat(terminal.run("envelope " + card, "--file", envelope.toString()).err()).isEmpty();
    assertThat(terminal.run("labels --sheet l7160 " + card, "--file", labels.toString()).err())
        .isEmpty();
    assertThat(Files.size(envelope)).isPositive();
    assertThat(Files.size(labels)).isPositive();
    assertThat(card().findings(Rule.LEN_1)).isEmpty();
  }

  @Test
  @Practice(
      id = "P-52",
      seed = "S3",
      idea = "Thank-you written when you're too angry",
      feature = "ghost-write, other sender, delay",
      where = {HandOvers.class, Clearance.class},
      commands = "hand-over")
  void p52_whoIsTooAngryWritesItAndAColleagueSendsItLater() {
    LetterId thanks = thanks();
    Instant tomorrow = OrchardShop.NOW.plus(Duration.ofDays(1));
    shop.handOvers.handOver(thanks, new StaffId("ss"), tomorrow, "sleep on it", new StaffId("mk"));
    assertThat(shop.letter(thanks).head().signatory().staff()).isEqualTo(new StaffId("ss"));
    assertThat(shop.approve(thanks, "mk", "mine").message())
        .contains("Maria Keller wrote it, and nobody approves their own letter");
    assertThat(shop.approve(thanks, "jo", "kind")).isInstanceOf(ApprovalOutcome.Approved.class);
    assertThat(shop.withheld(thanks, "ss")).contains("sleep on it");
    shop.becomes(tomorrow);
    assertThat(shop.withheld(thanks, "ss")).isEmpty();
  }

  @Test
  @Practice(
      id = "P-53",
      seed = "S3",
      idea = "Bad news spreads",
      feature = "public flag raises care, not offer",
      where = {Advisor.class, Reviewer.class},
      commands = {"advise", "review"})
  void p53_aPublicPostGetsMoreCareAndNoMoreMoney() {
    Recommendation quiet = History.advise(complaining(Channel.EMAIL));
    Recommendation loud = History.advise(complaining(Channel.REVIEW));
    assertThat(loud.most()).isEqualTo(quiet.most()).isNotNull();
    assertThat(loud.alternatives()).isEqualTo(quiet.alternatives());
    assertThat(quiet.guards()).noneMatch(guard -> guard.contains("public"));
    assertThat(loud.guards())
        .contains(
            "it is public: that calls for more care, not for a higher offer; a second person reads"
                + " it, and it is answered before others");
    Reviewed offer = offering("I will credit £100.");
    assertThat(offer.findings(Rule.GRANT_1)).isEmpty();
    assertThat(
            offer
                .of(Reviewed.hearing("2026-05-10T10:00:00Z", "mk", Tag.THREAT_RETALIATION))
                .findings(Rule.GRANT_1))
        .hasSize(1);
    assertThat(Neighbours.withWordOf(offer, Role.MANAGER).findings(Rule.GRANT_1)).isEmpty();
  }

  @Test
  @Practice(
      id = "P-54",
      seed = "S4",
      idea = "Listen, empathise",
      feature = "ACK-1",
      where = Reviewer.class,
      commands = "review")
  void p54_aLetterSaysWhatItHeard() {
    assertThat(saying(EXPLANATION, PartName.REASON, "It closed in May.").findings(Rule.ACK_1))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
  }

  @Test
  @Practice(
      id = "P-55",
      seed = "S4",
      idea = "Firm, polite boundaries",
      feature = "boundary part",
      where = {Reviewer.class, LetterType.class},
      commands = "review")
  void p55_aPauseSaysEverythingThatItMust() {
    for (PartName missing :
        List.of(PartName.CONDUCT, PartName.PAUSE, PartName.CONTINUING, PartName.REVIEW)) {
      Reviewed letter = Reviewed.letter(COOLING_OFF, EN_GB);
      COOLING_OFF.requiredParts().stream()
          .filter(part -> part != missing)
          .forEach(part -> letter.part(part, "Until 10 June."));
      assertThat(letter.findings(Rule.COOL_1))
          .extracting(finding -> finding.place().part())
          .containsExactly(missing);
    }
  }

  @Test
  @Practice(
      id = "P-56",
      seed = "S4",
      idea = "CRM: refer to past contacts",
      feature = "thread + dated citation",
      where = Composer.class,
      commands = "compose")
  void p56_aLetterCitesTheLastContactWithItsDay() {
    assertThat(shop.letter(shop.compose("C-1001", EDUCATE)).facts())
        .extracting(fact -> fact.source().toString())
        .contains("interaction/I-0001.at");
    assertThat(shop.text(shop.compose("C-1002", COMPROMISE, "until=2026-12-20")))
        .contains("through what we said to each other on 11 November");
  }

  @Test
  @Practice(
      id = "P-57",
      seed = "S4",
      idea = "Reasonable compromise, credit",
      feature = "COMPROMISE kinds",
      where = {Composer.class, Reviewer.class, Remedy.class},
      commands = {"compose", "review"})
  void p57_aCompromiseHasAValueAWayAndADay() {
    LetterId offer = shop.compose("C-1026", COMPROMISE, "until=2026-12-20");
    assertThat(shop.text(offer)).contains("£6.50", "20 December");
    assertThat(shop.reviews.of(offer, OrchardShop.NOW).findings())
        .extracting(Finding::rule)
        .doesNotContain(Rule.OFFER_1);
    assertThat(offering("I will do what I can.").findings(Rule.OFFER_1)).isNotEmpty();
    assertThat(Remedy.values()).containsExactly(Remedy.CREDIT, Remedy.REFUND, Remedy.DISCOUNT);
    assertThat(shop.advise("C-1026").alternatives().getFirst().way())
        .isEqualTo(Alternative.Way.CREDIT);
  }

  @Test
  @Practice(
      id = "P-58",
      seed = "S4",
      idea = "Protocols to escalate/decline service",
      feature = "decline-service action",
      where = Holds.class,
      commands = "hold")
  void p58_onlyManagerAndOwnerDeclineService() {
    for (String other : List.of("mk", "ss", "ca")) {
      assertThat(shop.hold("C-1016", HoldKind.DECLINED, other, TODAY))
          .as(other)
          .isInstanceOf(Holding.NotAllowed.class);
    }
    for (String allowed : List.of("tp", "ow")) {
      assertThat(shop.hold("C-1016", HoldKind.DECLINED, allowed, TODAY))
          .as(allowed)
          .isInstanceOf(Holding.Held.class);
    }
  }

  @Test
  @Practice(
      id = "P-59",
      seed = "S4",
      idea = "Know when to let go",
      feature = "abusive / unreasonable / unprofitable",
      where = Advisor.class,
      commands = "advise")
  void p59_abuseUnreasonableDemandsAndLossesMayEndInAFarewell() {
    assertThat(shop.advise("C-1013").sign()).isEqualTo(Sign.UNPROFITABLE);
    assertThat(shop.advise("C-1013").move()).isEqualTo(Move.write(LetterKind.FAREWELL));
    History unreasonable =
        complaints(4, 300).sent(90, "invite").sent(60, "reassign").sent(30, "referral");
    assertThat(History.advise(unreasonable).move()).isEqualTo(Move.write(LetterKind.FAREWELL));
    History abusive =
        new History()
            .orders(200, "GBP 30.00")
            .hears(80, Channel.PHONE, "mk", "Insults.", Tag.ABUSE)
            .hears(78, Channel.PHONE, "mk", "Insults.", Tag.ABUSE)
            .sent(75, "cooling-off")
            .hears(5, Channel.PHONE, "mk", "Insults.", Tag.ABUSE)
            .hears(3, Channel.PHONE, "mk", "Insults.", Tag.ABUSE);
    assertThat(History.advise(abusive).move()).isEqualTo(Move.write(LetterKind.FAREWELL));
  }

  @Test
  @Practice(
      id = "P-60",
      seed = "S4 not",
      idea = "Dismiss concerns",
      feature = "ACK-2; no close without reply",
      where = {Reviewer.class, Cases.class},
      commands = {"review", "case close"})
  void p60_noConcernIsMadeSmallAndNoCaseClosedWithoutAReply() {
    assertThat(
            saying(EXPLANATION, PartName.ACKNOWLEDGEMENT, "We read your alleged complaint.")
                .findings(Rule.ACK_2))
        .extracting(Finding::severity)
        .containsExactly(Severity.ERROR);
    CaseEnd end = shop.cases.close(new CaseId("K-360"), new StaffId("mk"), "done", OrchardShop.NOW);
    assertThat(end).isInstanceOf(CaseEnd.Unanswered.class);
    assertThat(((CaseEnd.Unanswered) end).messages())
        .extracting(message -> message.id().value())
        .containsExactly("I-0049", "I-0050", "I-0051");
    assertThat(shop.dossier("C-1018").caseFile(new CaseId("K-360")).orElseThrow().isPending())
        .isTrue();
  }

  @Test
  @Practice(
      id = "P-61",
      seed = "S4 not",
      idea = "Sacrifice core values",
      feature = "policy \"never\" list",
      where = {Exceptions.class, Playbooks.class},
      commands = {"exception", "playbook show"})
  void p61_nobodyOverridesWhatWeNeverDo() {
    shop.playbooks.adopt(
        "never: [{id: NEVER-9, rule: We sell nobody's address., source: ours}]",
        TODAY,
        Actor.of(new StaffId("tp")),
        OrchardShop.NOW);
    assertThat(shop.playbook().plan(TODAY).never())
        .extracting(one -> one.id())
        .contains("NEVER-1", "NEVER-2", "NEVER-3", "NEVER-4", "NEVER-5", "NEVER-9");
    assertThat(
            shop.exceptions
                .grant(
                    dearOffer(),
                    Rule.REVIEW_1,
                    Money.parse("GBP 26.00"),
                    "the owner wants it",
                    new StaffId("ow"))
                .message())
        .contains("We give nothing for a review", "Nobody here can override that");
  }

  @Test
  @Practice(
      id = "P-62",
      seed = "S4 not",
      idea = "Escalate",
      feature = "SARC, SHOUT, WIN, LEGAL",
      where = Reviewer.class,
      commands = "review")
  void p62_nothingInALetterEscalates() {
    Map<Rule, String> bad =
        Map.of(
            Rule.SARC_1, "As you well know, it is closed.",
            Rule.SHOUT_1, "It is CLOSED for good.",
            Rule.WIN_1, "You are wrong about the terms.",
            Rule.LEGAL_1, "We will see you in court.");
    bad.forEach(
        (rule, sentence) ->
            assertThat(saying(EXPLANATION, PartName.REASON, sentence).findings(rule))
                .as(sentence)
                .isNotEmpty()
                .allMatch(finding -> finding.severity() == Severity.ERROR));
  }

  @Test
  @Practice(
      id = "P-63",
      seed = "S4 not",
      idea = "Neglect staff",
      feature = "STAFF_NOTE needed to close abuse incident",
      where = Tasks.class,
      commands = "task done")
  void p63_noIncidentIsClosedBeforeTheColleagueHasANote() {
    judge("I-0030", Tag.ABUSE);
    List<Task> tasks = shop.tasks.of(new CustomerId("C-1012"));
    Task takeOver = task(tasks, TaskKind.TAKE_OVER);
    StaffId sana = new StaffId("ss");
    assertThat(shop.tasks.close(takeOver.id(), sana, "done", OrchardShop.NOW))
        .isInstanceOf(Closing.WantsNote.class);
    shop.tasks.close(task(tasks, TaskKind.STAFF_NOTE).id(), sana, "talked", OrchardShop.NOW);
    assertThat(shop.tasks.close(takeOver.id(), sana, "done", OrchardShop.NOW))
        .isInstanceOf(Closing.Closed.class);
  }

  @Test
  @Practice(
      id = "P-64",
      seed = "S4 not",
      idea = "Ignore long term",
      feature = "12-month refund/exception totals on approval",
      where = {CustomerAccount.class, Approvals.class},
      commands = "approvals")
  void p64_whoApprovesSeesWhatTheCustomerGotWithinAYear() {
    LetterId letter =
        shop.composeBy(
            "jo",
            "C-1003",
            EXPLANATION,
            "reason=The box weighs what it says.",
            "alternative=We can pack two small boxes.",
            "until=2026-12-20");
    CustomerAccount account = shop.approvals.account(letter);
    assertThat(account.card().favours()).isEqualTo(3);
    assertThat(account.card().favoured()).containsExactly(Money.parse("GBP 135.00"));
    List<Money> booked =
        shop.dossier("C-1003").orders().stream()
            .filter(entry -> entry.kind() != OrderKind.ORDER)
            .filter(entry -> !entry.date().isBefore(TODAY.minusMonths(12)))
            .map(entry -> entry.amount())
            .toList();
    assertThat(account.card().returned()).containsExactly(Money.total(booked));
    exception("ss");
    assertThat(shop.approvals.account(shop.compose("C-1001", EDUCATE)).exceptions()).hasSize(1);
  }

  @Test
  @Practice(
      id = "P-65",
      seed = "S4",
      idea = "Disempowerment myth",
      feature = "manager overrides need reason; rate report",
      where = {Approvals.class, Reports.class},
      commands = {"approve", "report"})
  void p65_whoeverOverridesAWarningSaysWhyAndIsCounted() {
    Finding warning = new Finding(Rule.LEN_1, Severity.WARNING, Place.LETTER, "It is long.", null);
    LetterId first = thanks();
    LetterId second = thanks();
    Approvals approvals =
        shop.approvals(
            (letters, now) ->
                letters.stream()
                    .map(
                        letter ->
                            new Review(
                                letter.id(),
                                LetterDigest.of(letter.letter()),
                                letter.id().equals(first) ? List.of(warning) : List.of()))
                    .toList());
    assertThat(OrchardShop.approve(approvals, first, "ss", ""))
        .isInstanceOf(ApprovalOutcome.WantsReason.class);
    OrchardShop.approve(approvals, first, "ss", "she likes long letters");
    OrchardShop.approve(approvals, second, "ss", "");
    assertThat(rows(shop.report(ReportKind.EXCEPTIONS), "approvers"))
        .containsExactly("ss|supervisor|2|1|50.0 %|0||0");
  }

  @Test
  @Practice(
      id = "P-66",
      seed = "S4",
      idea = "Exploited exceptions; disruption of others",
      feature = "ledger alert; handling share",
      where = Reports.class,
      commands = "report")
  void p66_exploitedGoodwillAndTimeTakenFromOthersShow() {
    Document report = shop.report(ReportKind.EXCEPTIONS);
    assertThat(rows(report, "customers").getFirst())
        .startsWith("C-1003|3|")
        .endsWith("more than allowed");
    String[] most = rows(report, "handling").getFirst().split("\\|");
    assertThat(most[0]).isEqualTo("C-1013");
    assertThat(new BigDecimal(most[3].replace(" %", ""))).isGreaterThan(new BigDecimal("30"));
  }

  @Test
  @Practice(
      id = "P-67",
      seed = "S4",
      idea = "Fairness, accountability, not winning",
      feature = "our-fault share; WIN-1",
      where = {Advisor.class, Reviewer.class},
      commands = {"advise", "review"})
  void p67_whereTheFaultIsOursNobodyIsSentAway() {
    Recommendation advice = shop.advise("C-1011");
    assertThat(advice.sign()).isEqualTo(Sign.PATTERN_OF_OURS);
    assertThat(advice.move()).isNotEqualTo(Move.write(LetterKind.FAREWELL));
    assertThat(advice.rejected())
        .anyMatch(
            one ->
                one.move().equals(Move.write(LetterKind.FAREWELL))
                    && one.because().equals("the fault is ours"));
    assertThat(saying(COMPROMISE, PartName.WHY, "The fact remains.").findings(Rule.WIN_1))
        .isNotEmpty();
  }

  // what several practices need

  private static History asking(String amount, String policy, Fault fault) {
    return new History()
        .orders(10, "GBP 30.00")
        .asks(8, "Late", amount, policy, fault, CaseState.OPEN);
  }

  private static History complaining(Channel channel) {
    return asking("GBP 30.00", "R-2", Fault.OURS)
        .hears(7, channel, "mk", "It came late.", Tag.COMPLAINT);
  }

  private static History complaints(int count, int oldest) {
    History history = new History().orders(400, "GBP 30.00");
    IntStream.range(0, count)
        .forEach(
            each ->
                history.asks(
                    oldest - 30 * each,
                    "Matter " + each,
                    "GBP 5.00",
                    "R-1",
                    Fault.NOBODY,
                    CaseState.REJECTED));
    return history;
  }

  private static History refused(int offers) {
    History history =
        new History()
            .orders(60, "GBP 30.00")
            .asks(50, "Pear", "GBP 40.00", "R-1", Fault.OURS, CaseState.REFUSED)
            .hears(50, "I want 40.", Tag.COMPLAINT);
    for (int each = 0; each < offers; each++) {
      history.says(40 - 10 * each, "We offer 10.").hears(38 - 10 * each, "No.", Tag.COMPLAINT);
    }
    return history;
  }

  private static List<String> records(Recommendation advice) {
    return advice.evidence().stream().map(one -> one.record()).toList();
  }

  private static Reviewed saying(LetterType type, PartName part, String words) {
    return Reviewed.letter(type, EN_GB).part(part, words);
  }

  private static Reviewed offering(String words) {
    return saying(COMPROMISE, PartName.OFFER, words);
  }

  private static Reviewed citing(int version) {
    return saying(
        EXPLANATION,
        PartName.REASON,
        "It is in {Terms 4.2|policy/R-1 v%d.clause|Terms 4.2}.".formatted(version));
  }

  /** The card of the third article. */
  private static Reviewed card() {
    return Reviewed.letter(FAREWELL_CARD, EN_GB)
        .part(PartName.REGRET, "We’re sorry that our business relationship has ended,")
        .part(PartName.GRATITUDE, "but we are so grateful for your business")
        .part(PartName.HELP, "and for the ways we were able to help you.")
        .part(PartName.WISHES, "We wish you well,")
        .part(PartName.DOOR_OPEN, "and if you ever need our services again, feel free to call us.");
  }

  private static Playbook revised() {
    return new Playbook(
        List.of(returns(1, LocalDate.of(2020, 1, 1)), returns(2, LocalDate.of(2026, 5, 8))),
        Reviewed.playbook().staff());
  }

  private static Policy returns(int version, @Nullable LocalDate published) {
    return new Policy(
        Reviewed.RETURNS,
        version,
        "Returns",
        "Terms 4.2",
        "You may return what you bought for 30 days.",
        published,
        List.of("website"),
        Remedy.CREDIT,
        BigDecimal.valueOf(25),
        Money.parse("GBP 120.00"),
        Money.parse("GBP 60.00"),
        30);
  }

  private static Task task(List<Task> tasks, TaskKind kind) {
    return tasks.stream().filter(task -> task.order().kind() == kind).findFirst().orElseThrow();
  }

  private LetterId thanks() {
    return shop.compose("C-1017", THANK_YOU);
  }

  private LetterId thanksOnPaper() {
    LetterId letter = thanks();
    shop.change("UPDATE letter SET channel = 'print' WHERE id = ?", letter.number());
    return letter;
  }

  private LetterId dearOffer() {
    return shop.compose(
        "C-1026", COMPROMISE, "offer=26.00", "why=It is what the box cost.", "until=2026-12-20");
  }

  private LetterId refuseFigs() {
    return shop.compose(
        "C-1001",
        EXPLANATION,
        "reason=Figs keep for two days.",
        "alternative=We can put pears into the next box.",
        "until=2026-12-20");
  }

  private LetterId invite(String customer) {
    return shop.compose(customer, INVITE, "day=2026-12-03", "place=par téléphone", "minutes=20");
  }

  private void train(String staff, LocalDate from, LocalDate until) {
    shop.playbooks.train(
        new StaffId(staff),
        List.of(new PolicyId("R-1")),
        from,
        until,
        Actor.of(new StaffId("tp")),
        OrchardShop.NOW);
  }

  private void judge(String contact, Tag tag) {
    shop.incidents.judge(
        new IncidentVerdict(
            new InteractionId(contact),
            tag,
            true,
            new StaffId("ss"),
            OrchardShop.NOW,
            "I heard it"));
  }

  private void keepPost() throws IOException {
    Path picture = Files.write(folder.resolve("post.png"), new byte[] {1, 2, 3});
    shop.evidence.add(
        new EvidenceRoom.Sighting(
            new CustomerId("C-1008"),
            URI.create("https://forum.example/12"),
            Instant.parse("2026-11-13T20:00:00Z"),
            "enjoy your thief fruit",
            picture),
        new StaffId("mk"),
        OrchardShop.NOW);
  }
}
