package org.regards.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.Dossiers;
import org.regards.history.IncidentVerdict;
import org.regards.history.Incidents;
import org.regards.history.InteractionId;
import org.regards.history.PolicyId;
import org.regards.history.Tag;
import org.regards.intake.Orchard;
import org.regards.letter.Drafting;
import org.regards.letter.Drafts;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterId;
import org.regards.letter.LetterRequest;
import org.regards.letter.LetterState;
import org.regards.letter.LetterText;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.letter.RestsOn;
import org.regards.letter.Revision;
import org.regards.letter.StoredLetter;
import org.regards.letter.TeaMerchant;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.review.Finding;
import org.regards.review.Place;
import org.regards.review.Review;
import org.regards.review.Rule;
import org.regards.review.Severity;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;
import org.regards.task.Tasks;

/** What people's words on letters are worth, whatever the store. */
abstract class ApprovalsContract {
  static final Instant NOW = Orchard.NOW;
  private static final StaffId JONAS = new StaffId("jo");
  private static final StaffId MARIA = new StaffId("mk");
  private static final StaffId SANA = new StaffId("ss");
  private static final StaffId CLARA = new StaffId("ca");
  private static final StaffId TOM = new StaffId("tp");

  @TempDir private Path folder;
  private final List<Finding> findings = new ArrayList<>();
  private Database database;
  private Drafts drafts;
  private Approvals approvals;

  abstract StoreLocation location(Path folder);

  @BeforeEach
  void open() {
    database = Database.open(location(folder));
    Orchard.importInto(database, folder.resolve("rejects"));
    drafts = TeaMerchant.drafts(database);
    approvals =
        new Approvals(
            database,
            drafts,
            new Dossiers(database),
            new Playbooks(database),
            (letters, now) -> letters.stream().map(letter -> review(letter, findings)).toList(),
            () -> NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void approvesForTheTextThatWasRead() {
    LetterId thanks = thanks(Actor.of(MARIA));
    ApprovalOutcome outcome = approve(thanks, JONAS);
    assertThat(outcome).isInstanceOf(ApprovalOutcome.Approved.class);
    assertThat(outcome.message()).isEqualTo("L-1 is approved. Let it go: regards send L-1");
    assertThat(state(thanks)).isEqualTo(LetterState.APPROVED);
    assertThat(withheld(thanks, JONAS)).isEmpty();
    assertThat(approve(thanks, SANA).message()).isEqualTo("L-1 is approved already, as it stands.");
    assertThat(new AuditTrail(database).of("letter/L-1"))
        .extracting(entry -> entry.deed().actor() + " " + entry.deed().act().word())
        .containsExactly("staff/mk composed", "staff/jo approved");
  }

  @Test
  void withholdsWhatNobodyKnows() {
    assertThat(withheld(new LetterId(77), JONAS))
        .containsExactly("there is no letter L-77 in the store, so nobody has approved it.");
    Letter letter = drafts.get(thanks(Actor.of(MARIA))).letter();
    assertThat(
            database.<Optional<String>>read(
                handle ->
                    Clearance.withheld(handle, new LetterId(77), letter, Actor.of(JONAS), NOW)))
        .contains("there is no letter L-77 in the store, so nobody has approved it.");
  }

  @Test
  void letsNobodyApproveTheirOwnLetter() {
    LetterId thanks = thanks(Actor.of(MARIA));
    String wanted =
        " It needs the word of an agent (Jonas Ott, jo; Luc Bernard, lb): regards approve L-1 --as"
            + " jo";
    assertThat(approve(thanks, TOM).message())
        .isEqualTo(
            "L-1 was not approved: Tom Price signs it, and nobody approves their own letter."
                + wanted);
    assertThat(approve(thanks, MARIA).message())
        .isEqualTo(
            "L-1 was not approved: Maria Keller wrote it, and nobody approves their own letter."
                + wanted);
    assertThat(withheld(thanks, JONAS)).containsExactly("nobody has approved it." + wanted);
  }

  @Test
  void letsNobodyApproveWhatTheyWroteThoughAColleagueChangedAWord() {
    LetterId thanks = thanks(Actor.of(MARIA));
    Letter before = drafts.get(thanks).letter();
    List<Inline> subject = new ArrayList<>(before.subject());
    subject.add(new Inline.Text(" again"));
    Letter after = new Letter(before.head(), subject, before.parts());
    assertThat(drafts.revise(thanks, LetterDigest.of(before), after, Actor.of(JONAS)))
        .isInstanceOf(Revision.Revised.class);
    assertThat(approve(thanks, MARIA).message())
        .isEqualTo(
            "L-1 was not approved: Maria Keller had a hand in it, and nobody approves their own"
                + " letter. It needs the word of an agent (Luc Bernard, lb): regards approve L-1"
                + " --as lb");
    assertThat(approve(thanks, JONAS)).isInstanceOf(ApprovalOutcome.Refused.class);
    assertThat(approve(thanks, new StaffId("lb"))).isInstanceOf(ApprovalOutcome.Approved.class);
  }

  @Test
  void countsTheSignatoryAsTheAuthorWhereNobodyElseIsKnown() {
    LetterId thanks = thanks(Actor.login("guest"));
    assertThat(approve(thanks, TOM)).isInstanceOf(ApprovalOutcome.Refused.class);
    assertThat(approve(thanks, MARIA)).isInstanceOf(ApprovalOutcome.Approved.class);
  }

  @Test
  void wantsTwoPeopleWhereThePlanNamesTwo() {
    LetterId offer = dearOffer();
    assertThat(approve(offer, JONAS).message())
        .isEqualTo(
            "L-1 was not approved: Jonas Ott is an agent and may not approve L-1. It needs the word"
                + " of a supervisor (Sana Siddiqui, ss) and of a manager (Tom Price, tp): regards"
                + " approve L-1 --as ss");
    assertThat(approve(offer, TOM).message())
        .matches(
            "Your word on L-1 counts \\([0-9a-f]{12}\\)\\. It needs the word of a supervisor"
                + " \\(Sana Siddiqui, ss\\): regards approve L-1 --as ss");
    assertThat(state(offer)).isEqualTo(LetterState.IN_REVIEW);
    assertThat(withheld(offer, SANA))
        .containsExactly(
            "it is not approved yet. It needs the word of a supervisor (Sana Siddiqui, ss): regards"
                + " approve L-1 --as ss");
    assertThat(approve(offer, TOM).message())
        .isEqualTo(
            "L-1 was not approved: Tom Price has approved it already; the other word must be"
                + " somebody else's. It needs the word of a supervisor (Sana Siddiqui, ss): regards"
                + " approve L-1 --as ss");
    assertThat(approve(offer, SANA)).isInstanceOf(ApprovalOutcome.Approved.class);
    assertThat(withheld(offer, SANA)).isEmpty();
  }

  @Test
  void withholdsWhatTheCustomerOvertookSinceItWasApproved() {
    LetterId thanks = thanks(Actor.of(MARIA));
    approve(thanks, JONAS);
    turnsToUs("2026-11-20T10:00:00.000Z", "mk", "");
    assertThat(withheld(thanks, JONAS)).isEmpty();
    assertThat(later(thanks))
        .containsExactly(
            "since it was approved, the customer has turned to us: I-9, by email on 20 November"
                + " 2026 at 10:00 UTC. Read that, and change the letter where it must answer it:"
                + " regards edit L-1 --to FILE. It needs the word of an agent (Jonas Ott, jo; Luc"
                + " Bernard, lb): regards approve L-1 --as jo");
    database.write(
        handle ->
            handle.execute(
                "UPDATE approval SET said_at = '2026-11-20T10:30:00.000Z' WHERE id > 0"));
    assertThat(later(thanks)).isEmpty();
    new Incidents(database)
        .add(
            new IncidentVerdict(
                new InteractionId("I-9"),
                Tag.ABUSE,
                true,
                SANA,
                NOW.plus(Duration.ofMinutes(100)),
                ""));
    assertThat(later(thanks))
        .singleElement()
        .asString()
        .startsWith(
            "since it was approved, I-9 was confirmed as abuse by ss on 20 November 2026 at 10:40"
                + " UTC.");
  }

  @Test
  void asksAnewWhoMustApproveWhenTheLetterGoes() {
    LetterId thanks = thanks(Actor.of(MARIA));
    approve(thanks, JONAS);
    new Playbooks(database)
        .adopt(
            "letters: {thank-you: {approved by: [manager]}}",
            LocalDate.of(2026, 11, 20),
            Actor.of(new StaffId("ow")),
            NOW);
    assertThat(withheld(thanks, JONAS))
        .containsExactly(
            "since it was approved, the plan or the records have come to ask for other words. It"
                + " needs the word of a manager (Ruth Orchard, ow): regards approve L-1 --as ow");
    assertThat(approve(thanks, new StaffId("ow"))).isInstanceOf(ApprovalOutcome.Approved.class);
    assertThat(withheld(thanks, JONAS)).isEmpty();
  }

  @Test
  void voidsWhatWasSaidWhenTheLetterChanges() {
    LetterId thanks = thanks(Actor.of(MARIA));
    approve(thanks, JONAS);
    change(thanks);
    assertThat(withheld(thanks, JONAS))
        .containsExactly(
            "it was changed after it was approved. It needs the word of an agent (Jonas Ott, jo;"
                + " Luc Bernard, lb): regards approve L-1 --as jo");
    assertThat(approve(thanks, JONAS)).isInstanceOf(ApprovalOutcome.Approved.class);
    assertThat(withheld(thanks, JONAS)).isEmpty();
  }

  @Test
  void approvesNothingThatChangedSinceItWasRead() {
    LetterId thanks = thanks(Actor.of(MARIA));
    String read = new WaitingLetters(database, () -> NOW).of(List.of(thanks)).getFirst().digest();
    change(thanks);
    assertThat(approve(thanks, new Approving(JONAS, "", read.substring(0, 12))).message())
        .isEqualTo(
            "L-1 was not approved: it does not say any more what you read. Read it again, then"
                + " approve it: regards letter L-1");
    Approvals slow =
        approvals(
            () -> {
              change(thanks);
              return List.of();
            });
    assertThat(approve(slow, thanks, new Approving(JONAS, "", "")))
        .isInstanceOf(ApprovalOutcome.Refused.class);
    assertThat(state(thanks)).isEqualTo(LetterState.DRAFT);
  }

  @Test
  void declinesIntoADraftWhoseWordsCountNoMore() {
    LetterId offer = dearOffer();
    approve(offer, TOM);
    assertThat(approvals.decline(offer, SANA, "too dear").message())
        .isEqualTo(
            "L-1 is declined and a draft again; its author finds the reason with regards approvals"
                + " L-1");
    assertThat(state(offer)).isEqualTo(LetterState.DRAFT);
    assertThat(approve(offer, SANA)).isInstanceOf(ApprovalOutcome.InReview.class);
    assertThat(approve(offer, TOM)).isInstanceOf(ApprovalOutcome.Approved.class);
    assertThat(new WaitingLetters(database, () -> NOW).said(offer))
        .extracting(word -> word.by() + " " + word.verdict() + " " + word.because())
        .containsExactly("tp APPROVED ", "ss DECLINED too dear", "ss APPROVED ", "tp APPROVED ");
  }

  @Test
  void blocksErrorsAndWantsAReasonForWarnings() {
    LetterId thanks = thanks(Actor.of(MARIA));
    findings.add(new Finding(Rule.LEN_1, Severity.WARNING, Place.LETTER, "It is long.", null));
    assertThat(approve(thanks, JONAS).message())
        .isEqualTo(
            "L-1 was not approved; say with --because why it may stand as it is, or change it:"
                + " regards edit L-1 --to FILE\n- LEN-1, letter: It is long.");
    assertThat(approve(thanks, new Approving(JONAS, "she likes long letters", "")))
        .isInstanceOf(ApprovalOutcome.Approved.class);
    assertThat(new WaitingLetters(database, () -> NOW).said(thanks).getFirst().warnings())
        .containsExactly("LEN-1");
    LetterId other = thanks(Actor.of(MARIA));
    findings.add(new Finding(Rule.PLAT_1, Severity.ERROR, Place.LETTER, "It fits all.", null));
    assertThat(approve(other, new Approving(JONAS, "it does not", "")).message())
        .isEqualTo(
            "L-2 was not approved; it must be changed first: regards edit L-2 --to FILE\n"
                + "- PLAT-1, letter: It fits all.");
  }

  @Test
  void countsTwoWhoApproveAtOnceOnceEach() throws Exception {
    LetterId offer = dearOffer();
    List<Future<ApprovalOutcome>> said;
    try (ExecutorService people = Executors.newFixedThreadPool(2)) {
      said =
          people.invokeAll(
              List.<Callable<ApprovalOutcome>>of(
                  () -> approve(offer, TOM), () -> approve(offer, SANA)));
    }
    assertThat(List.of(said.get(0).get().getClass(), said.get(1).get().getClass()))
        .containsExactlyInAnyOrder(ApprovalOutcome.InReview.class, ApprovalOutcome.Approved.class);
    assertThat(state(offer)).isEqualTo(LetterState.APPROVED);
    assertThat(new WaitingLetters(database, () -> NOW).said(offer)).hasSize(2);
    assertThat(new AuditTrail(database).verify().isWhole()).isTrue();
  }

  @Test
  void letsNobodyUntrainedApproveOrSend() {
    LetterId kind = compose("C-1001", LetterType.EDUCATE, Actor.of(new StaffId("lb")), Map.of());
    approve(kind, SANA);
    assertThat(withheld(kind, JONAS)).isEmpty();
    Playbooks playbooks = new Playbooks(database);
    LocalDate spring = LocalDate.of(2026, 3, 1);
    playbooks.train(
        JONAS,
        List.of(new PolicyId("R-1")),
        spring,
        LocalDate.of(2026, 11, 19),
        Actor.of(new StaffId("tp")),
        NOW);
    String untrained =
        "L-1 rests on R-1 v2 (Freshness), and Jonas Ott has no training on it that counts today;"
            + " who is not trained drafts letters and lets none go. When they are trained: regards"
            + " playbook trained jo R-1";
    assertThat(withheld(kind, JONAS)).containsExactly(untrained);
    change(kind);
    assertThat(approve(kind, JONAS).message()).isEqualTo("L-1 was not approved: " + untrained);
    approve(kind, SANA);
    assertThat(withheld(kind, Actor.login("guest")))
        .containsExactly(
            "L-1 rests on R-1 v2, and only somebody trained on it lets it go: say who you are with"
                + " --as STAFF.");
    playbooks.adopt(
        "duties: {training needed: no}",
        LocalDate.of(2026, 11, 20),
        Actor.of(new StaffId("tp")),
        NOW);
    assertThat(withheld(kind, JONAS)).isEmpty();
  }

  @Test
  void restsOnThePolicyOfTheCaseWhateverIsLeftOfItInTheText() {
    LetterId kind = compose("C-1001", LetterType.EDUCATE, Actor.of(new StaffId("lb")), Map.of());
    database.write(
        handle ->
            handle.execute(
                "UPDATE letter_body SET body = REPLACE(body, '\"policy/R-1 v2.',"
                    + " '\"case/K-301.')"));
    Approved.put(database, kind);
    assertThat(withheld(kind, JONAS)).isEmpty();
    assertThat(withheld(kind, Actor.login("guest")))
        .containsExactly(
            "L-1 rests on R-1 v2, and only somebody trained on it lets it go: say who you are with"
                + " --as STAFF.");
  }

  @Test
  void stopsWhereThePlanHasNoSuchVersion() {
    Playbook playbook = new Playbooks(database).load();
    assertThat(
            new Trained(playbook, LocalDate.of(2026, 11, 20))
                .refusal(
                    new LetterId(1),
                    List.of(new RestsOn(new PolicyId("R-1"), 9)),
                    playbook.member(JONAS).orElseThrow()))
        .contains(
            "L-1 rests on R-1 v9, and the plan in force today has no such version, so nobody can"
                + " be trained on it. Adopt a plan that has it, with the days on which it was in"
                + " force, or compose the letter anew.");
  }

  @Test
  void saysWhereNobodyHereCouldApprove() {
    database.write(
        handle -> handle.execute("DELETE FROM staff WHERE id NOT IN ('tp', 'mk', 'jo')"));
    LetterId offer = dearOffer();
    assertThat(withheld(offer, TOM))
        .containsExactly(
            "nobody has approved it. It needs the word of a supervisor, and nobody here could give"
                + " it: whoever writes or signs a letter does not approve it, and of two words each"
                + " is another person's. Add somebody to staff.csv as supervisor and import it"
                + " again, or change who approves in the plan (letters, compromise, approved by):"
                + " regards playbook show");
  }

  @Test
  void citesCounselWhoSaidNo() {
    LetterId thanks = thanks(Actor.of(MARIA));
    approve(thanks, JONAS);
    assertThat(counsel().say(new CustomerId("C-1017"), false, "no", TOM).message())
        .isEqualTo(
            "Tom Price is a manager; only counsel says this, or who stands above counsel in the"
                + " plan (escalation).");
    counsel().say(new CustomerId("C-1017"), false, "We are in talks with her solicitor.", CLARA);
    assertThat(withheld(thanks, JONAS))
        .containsExactly(
            "Clara Adeyemi said no to every letter to C-1017 on 20 November 2026: “We are in talks"
                + " with her solicitor.” Only counsel lifts that: regards counsel C-1017 allow"
                + " --because REASON --as ca");
    assertThat(counsel().say(thanks, true, "this one is harmless", CLARA).message())
        .isEqualTo("Counsel has released L-1.");
    assertThat(withheld(thanks, JONAS)).isEmpty();
    assertThat(new AuditTrail(database).of("letter/L-1").getLast().deed().because())
        .isEqualTo("allowed: this one is harmless");
    change(thanks);
    approve(thanks, JONAS);
    assertThat(withheld(thanks, JONAS)).isNotEmpty();
  }

  @Test
  void keepsCounselsNoToALetterUntilTheySayYesToIt() {
    LetterId thanks = thanks(Actor.of(MARIA));
    approve(thanks, JONAS);
    counsel().say(thanks, false, "it admits a fault", CLARA);
    counsel().say(new CustomerId("C-1017"), true, "the rest may go", CLARA);
    assertThat(withheld(thanks, JONAS)).singleElement().asString().contains("no to L-1");
    counsel().say(thanks, true, "mended", CLARA);
    assertThat(withheld(thanks, JONAS)).isEmpty();
    counsel().say(new CustomerId("C-1017"), false, "talks", CLARA);
    assertThat(withheld(thanks, JONAS)).isNotEmpty();
    counsel()
        .say(new CustomerId("C-1017"), CounselSubject.PLATFORM_REQUEST, true, "posts only", CLARA);
    assertThat(withheld(thanks, JONAS)).isNotEmpty();
    counsel().say(new CustomerId("C-1017"), true, "over", CLARA);
    assertThat(withheld(thanks, JONAS)).isEmpty();
  }

  @Test
  void letsNothingGoBeforeCounselReleasesAThreat() {
    LetterId offer =
        compose("C-1004", LetterType.COMPROMISE, Actor.of(JONAS), Map.of("why", "It is fair."));
    approve(offer, TOM);
    Approved.put(database, offer);
    assertThat(withheld(offer, SANA))
        .containsExactly(
            "C-1004 announced a lawsuit (I-0009), and no letter goes before counsel has released"
                + " it: regards counsel L-1 allow --because REASON --as ca");
    counsel()
        .say(new CustomerId("C-1004"), CounselSubject.PLATFORM_REQUEST, true, "posts only", CLARA);
    assertThat(withheld(offer, SANA)).hasSize(1);
    counsel().say(offer, true, "no admission in it", CLARA);
    assertThat(withheld(offer, SANA)).isEmpty();
  }

  @Test
  void letsCounselNotReleaseTheirOwnLetter() {
    LetterId offer =
        compose("C-1004", LetterType.COMPROMISE, Actor.of(CLARA), Map.of("why", "It is fair."));
    assertThat(counsel().say(offer, true, "mine", CLARA).message())
        .isEqualTo(
            "Clara Adeyemi wrote, changed or signs L-1, and nobody releases their own letter;"
                + " another counsel or who stands above counsel in the plan does: regards counsel"
                + " L-1 allow --because REASON --as STAFF");
    assertThat(counsel().say(offer, false, "not yet", CLARA))
        .isInstanceOf(Counsel.Outcome.Said.class);
    assertThat(counsel().say(offer, true, "read", new StaffId("ow")))
        .isInstanceOf(Counsel.Outcome.Said.class);
  }

  @Test
  void takesCounselsApprovalForTheirRelease() {
    LetterId offer =
        compose("C-1004", LetterType.COMPROMISE, Actor.of(JONAS), Map.of("why", "It is fair."));
    assertThat(approve(offer, SANA)).isInstanceOf(ApprovalOutcome.InReview.class);
    assertThat(approve(offer, CLARA)).isInstanceOf(ApprovalOutcome.Approved.class);
    assertThat(withheld(offer, SANA)).isEmpty();
    String digest = new WaitingLetters(database, () -> NOW).of(List.of(offer)).getFirst().digest();
    assertThat(counsel().on(offer, digest)).containsExactly(Role.SUPERVISOR, Role.COUNSEL);
    assertThat(counsel().on(offer, "other")).isEmpty();
  }

  @Test
  void letsMoreThanThePolicyGoByAnExceptionOnly() {
    LetterId offer = dearOffer();
    findings.add(new Finding(Rule.POL_1, Severity.ERROR, Place.LETTER, "Too much.", null));
    assertThat(approve(offer, TOM)).isInstanceOf(ApprovalOutcome.Blocked.class);
    assertThat(except(offer, Rule.POL_1, "20.00", TOM))
        .isEqualTo(
            "L-1 gets no exception: it gives GBP 26.00, and an exception up to GBP 20.00 does not"
                + " cover that.");
    assertThat(except(offer, Rule.POL_1, "26.00", SANA))
        .isEqualTo(
            "L-1 gets no exception: Sana Siddiqui is a supervisor; that is for a manager to"
                + " decide.");
    assertThat(except(offer, Rule.POL_1, "26.00", MARIA))
        .isEqualTo(
            "L-1 gets no exception: Maria Keller writes or signs it; somebody else decides whether"
                + " it is an exception.");
    assertThat(except(offer, Rule.POL_1, "26.00", TOM))
        .isEqualTo("L-1 may give up to GBP 26.00: exception 1 for C-1026 in 12 months, by tp.");
    assertThat(approve(offer, TOM)).isInstanceOf(ApprovalOutcome.InReview.class);
    assertThat(exceptions().ledger(Optional.of(new CustomerId("C-1026"))))
        .extracting(PolicyException::because)
        .containsExactly("this once");
    assertThat(approvals.account(offer).exceptions()).hasSize(1);
  }

  @Test
  void takesAManagerForTheThirdException() {
    String[] outcomes = new String[3];
    for (int number = 0; number < 3; number++) {
      LetterId gift =
          compose("C-1001", LetterType.EDUCATE, Actor.of(MARIA), Map.of("offer", "28.00"));
      outcomes[number] = except(gift, Rule.POL_1, "28.00", SANA);
    }
    assertThat(outcomes[1])
        .isEqualTo("L-2 may give up to GBP 28.00: exception 2 for C-1001 in 12 months, by ss.");
    assertThat(outcomes[2])
        .isEqualTo(
            "L-3 gets no exception: Sana Siddiqui is a supervisor; C-1001 has had 2 within the"
                + " plan's months, and that is for a manager to decide.");
    assertThat(except(new LetterId(3), Rule.POL_1, "28.00", TOM)).contains("exception 3");
  }

  @Test
  void letsNobodyOverrideWhatNobodyHereDoes() {
    LetterId offer = dearOffer();
    assertThat(except(offer, Rule.REVIEW_1, "26.00", new StaffId("ow")))
        .isEqualTo(
            "L-1 gets no exception: REVIEW-1. We give nothing for a review, and nothing for taking"
                + " one down. (NEVER-1). Nobody here can override that; change the letter: regards"
                + " edit L-1 --to FILE");
    assertThat(except(offer, Rule.PROT_1, "26.00", new StaffId("ow"))).contains("(NEVER-3)");
    assertThat(except(offer, Rule.PII_1, "26.00", new StaffId("ow"))).contains("(NEVER-4)");
    assertThat(except(offer, Rule.PLAT_1, "26.00", new StaffId("ow")))
        .isEqualTo(
            "L-1 gets no exception: there are exceptions from POL-1 only, what a policy gives; for"
                + " PLAT-1 change the letter: regards edit L-1 --to FILE");
  }

  @Test
  void letsACalmerColleagueSignAfterAWhile() {
    LetterId thanks = thanks(Actor.of(MARIA));
    approve(thanks, JONAS);
    Instant tomorrow = NOW.plus(Duration.ofDays(1));
    HandOvers calm = new HandOvers(database, () -> NOW);
    assertThat(calm.handOver(thanks, MARIA, tomorrow, "she shouted", MARIA).message())
        .isEqualTo(
            "L-1 was not handed over: Maria Keller wrote it; name somebody else with --to STAFF.");
    assertThat(calm.handOver(thanks, TOM, tomorrow, "she shouted", MARIA).message())
        .isEqualTo(
            "L-1 was not handed over: Tom Price signs it already; name somebody else with --to"
                + " STAFF.");
    assertThat(calm.handOver(thanks, SANA, NOW, "she shouted", MARIA).message())
        .isEqualTo(
            "L-1 was not handed over: 20 November 2026 at 09:00 UTC is too soon; a letter that is"
                + " handed over waits 12 hours at least, so not before 20 November 2026 at 21:00"
                + " UTC: --after 12h");
    assertThat(calm.handOver(thanks, SANA, NOW.minusSeconds(60), "x", MARIA).message())
        .contains("20 November 2026 at 08:59 UTC is past; ");
    assertThat(calm.handOver(thanks, SANA, tomorrow, "she shouted", MARIA).message())
        .isEqualTo(
            "L-1 is signed by Sana Siddiqui now and goes not before 21 November 2026 at 09:00 UTC."
                + " It is a draft again: whoever wrote or signs it does not approve it.");
    assertThat(new AuditTrail(database).of("letter/L-1"))
        .extracting(entry -> entry.deed().act().word())
        .containsExactly("composed", "approved", "edited", "voided");
    assertThat(LetterText.of(drafts.get(thanks).letter()))
        .contains("Sana Siddiqui")
        .doesNotContain("Tom Price");
    assertThat(approve(thanks, SANA)).isInstanceOf(ApprovalOutcome.Refused.class);
    assertThat(approve(thanks, MARIA)).isInstanceOf(ApprovalOutcome.Refused.class);
    assertThat(approve(thanks, TOM)).isInstanceOf(ApprovalOutcome.Refused.class);
    findings.add(new Finding(Rule.HEAT_1, Severity.ERROR, Place.LETTER, "In heat.", null));
    Finding oath =
        new Finding(
            Rule.HEAT_1,
            Severity.ERROR,
            new Place(PartName.THANKS, 0, 0, 4, "damn", ""),
            "It swears.",
            null);
    findings.add(oath);
    assertThat(approve(thanks, JONAS))
        .isEqualTo(new ApprovalOutcome.Blocked(thanks, List.of(oath)));
    findings.remove(oath);
    turnsToUs("2026-11-20T08:00:00.000Z", "ss", "abuse");
    assertThat(approve(thanks, JONAS)).isInstanceOf(ApprovalOutcome.Blocked.class);
    database.write(handle -> handle.execute("DELETE FROM interaction WHERE id = 'I-9'"));
    assertThat(approve(thanks, JONAS)).isInstanceOf(ApprovalOutcome.Approved.class);
    assertThat(withheld(thanks, JONAS))
        .containsExactly(
            "it was handed over from tp to ss and goes not before 21 November 2026 at 09:00 UTC;"
                + " sleep on it.");
    assertThat(
            database.<Map<LetterId, String>>read(
                handle -> Clearance.withheld(handle, List.of(thanks), Actor.of(JONAS), tomorrow)))
        .isEmpty();
  }

  @Test
  void answersNothingThatIsStillLookedInto() {
    LetterId offer = dearOffer();
    new Tasks(database, new Playbooks(database))
        .open(
            new TaskOrder(
                TaskKind.INVESTIGATE,
                new CustomerId("C-1026"),
                "case/K-371",
                "",
                TaskOrder.person(MARIA),
                LocalDate.of(2026, 11, 22)),
            SANA,
            NOW);
    String open =
        "it is still being looked into (task K-1); no answer before that is done: regards task done"
            + " K-1";
    assertThat(approve(offer, TOM).message()).isEqualTo("L-1 was not approved: " + open);
    Approved.put(database, offer);
    assertThat(withheld(offer, SANA)).containsExactly(open);
  }

  @Test
  void sendsNobodyAwayWhoseComplaintsWereRight() {
    LetterId farewell =
        compose(
            "C-1011",
            LetterType.FAREWELL,
            Actor.of(MARIA),
            Map.of("reason", "fit", "refund", "0", "elsewhere", "Frutas del Sur"));
    assertThat(approve(farewell, new StaffId("ow")).message())
        .isEqualTo(
            "L-1 was not approved: more than 50 % of the complaints of C-1011 were upheld: the"
                + " cause is ours, and nobody is sent away for it. Raise the root cause with its"
                + " owner.");
  }

  @Test
  void showsBothSidesOfTheCustomerExactly() {
    LetterId offer =
        compose(
            "C-1003",
            LetterType.EXPLANATION,
            Actor.of(MARIA),
            Map.of("alternative", "We can.", "reason", "It is as ordered."));
    assertThat(approvals.account(offer).words())
        .isEqualTo(
            "C-1003 in the twelve months since 2025-11-20: ordered GBP 720.00; given back GBP"
                + " 135.00; 3 favours without our fault, GBP 135.00; 0 exceptions; 29 minutes of"
                + " ours; left after goods and our time: GBP 140.92.");
  }

  @Test
  void approvesManyEachByItself() {
    for (int count = 0; count < 3; count++) {
      thanks(Actor.of(MARIA));
    }
    LetterId own = thanks(Actor.of(JONAS));
    List<ApprovalOutcome> told = new ArrayList<>();
    approvals.approveAll(LetterType.THANK_YOU, new Approving(JONAS, "", ""), told::add);
    assertThat(told).filteredOn(ApprovalOutcome::counts).hasSize(3);
    assertThat(told)
        .filteredOn(outcome -> !outcome.counts())
        .extracting(ApprovalOutcome::letter)
        .containsExactly(own);
  }

  private Exceptions exceptions() {
    return new Exceptions(database, () -> NOW);
  }

  private String except(LetterId letter, Rule rule, String pounds, StaffId by) {
    return exceptions()
        .grant(letter, rule, Money.parse("GBP " + pounds), "this once", by)
        .message();
  }

  private Counsel counsel() {
    return new Counsel(database, drafts, new Playbooks(database), () -> NOW);
  }

  private Approvals approvals(Callable<List<Finding>> review) {
    return new Approvals(
        database,
        drafts,
        new Dossiers(database),
        new Playbooks(database),
        (letters, now) -> {
          try {
            Review before = review(letters.getFirst(), List.of());
            return List.of(new Review(before.letter(), before.digest(), review.call()));
          } catch (Exception failure) {
            throw new AssertionError(failure);
          }
        },
        () -> NOW);
  }

  private static Review review(StoredLetter letter, List<Finding> findings) {
    return new Review(letter.id(), LetterDigest.of(letter.letter()), findings);
  }

  private LetterId thanks(Actor by) {
    return compose("C-1017", LetterType.THANK_YOU, by, Map.of());
  }

  /** Gives more than an agent may, so that a supervisor and a manager must both say yes. */
  private LetterId dearOffer() {
    return compose(
        "C-1026",
        LetterType.COMPROMISE,
        Actor.of(MARIA),
        Map.of("offer", "26.00", "why", "It is what the box cost."));
  }

  private LetterId compose(String customer, LetterType type, Actor by, Map<String, String> inputs) {
    Drafting drafting =
        drafts.compose(
            new CustomerId(customer),
            new LetterRequest(type, null, null, null, null, inputs),
            NOW,
            by);
    assertThat(drafting).isInstanceOf(Drafting.Drafted.class);
    return ((Drafting.Drafted) drafting).letter().id();
  }

  private ApprovalOutcome approve(LetterId id, StaffId by) {
    return approve(id, new Approving(by, "", ""));
  }

  private ApprovalOutcome approve(LetterId id, Approving word) {
    return approve(approvals, id, word);
  }

  private static ApprovalOutcome approve(Approvals approvals, LetterId id, Approving word) {
    List<ApprovalOutcome> told = new ArrayList<>();
    approvals.approve(List.of(id), word, told::add);
    return told.getFirst();
  }

  private List<String> withheld(LetterId id, StaffId by) {
    return withheld(id, Actor.of(by));
  }

  private List<String> withheld(LetterId id, Actor by) {
    return database.read(
        handle -> List.copyOf(Clearance.withheld(handle, List.of(id), by, NOW).values()));
  }

  /** The customer of the thanks writes an email. */
  private void turnsToUs(String at, String staff, String tags) {
    database.write(
        handle ->
            handle.execute(
                "INSERT INTO interaction (id, customer, happened_at, channel, direction, staff,"
                    + " subject, message, tags, message_id, minutes) VALUES ('I-9', 'C-1017', ?,"
                    + " 'email', 'in', ?, '', 'Wait!', ?, '', 0)",
                at,
                staff,
                tags));
  }

  /** Why it does not go two hours later. */
  private List<String> later(LetterId id) {
    Instant later = NOW.plus(Duration.ofHours(2));
    return database.read(
        handle ->
            List.copyOf(Clearance.withheld(handle, List.of(id), Actor.of(JONAS), later).values()));
  }

  private LetterState state(LetterId id) {
    return drafts.get(id).state();
  }

  /** As an edit does. */
  private void change(LetterId id) {
    database.write(
        handle -> {
          handle.execute("UPDATE letter SET state = 'draft' WHERE id = ?", id.number());
          return handle.execute(
              "UPDATE letter_body SET body = REPLACE(body, '</p>', ' .</p>') WHERE letter = ?",
              id.number());
        });
  }
}
