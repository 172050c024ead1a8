package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.audit.Actor;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.Dossiers;
import org.regards.history.IncidentVerdict;
import org.regards.history.InteractionId;
import org.regards.history.Tag;
import org.regards.hold.HoldId;
import org.regards.hold.HoldKind;
import org.regards.hold.HoldOrder;
import org.regards.hold.Holding;
import org.regards.hold.Holds;
import org.regards.hold.Passing;
import org.regards.intake.Orchard;
import org.regards.language.LetterLanguage;
import org.regards.letter.Fact;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.letter.SampleLetters;
import org.regards.letter.StoredLetter;
import org.regards.mail.Mail;
import org.regards.mail.PostResult;
import org.regards.mail.Postbox;
import org.regards.mail.Sandbox;
import org.regards.outbox.Addressees.Addressing;
import org.regards.pdf.MailCodes;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;
import org.regards.store.RecordField;
import org.regards.task.IncidentDesk;
import org.regards.task.TaskId;
import org.regards.task.Tasks;

/** A hold stops what is queued, by every channel; a person's word lets one letter through. */
class HeldLettersTest {
  private static final CustomerId TOMOKO = new CustomerId("C-1017");
  private static final StaffId OWNER = new StaffId("ow");
  private static final Actor WHO = Actor.of(OWNER);
  private static final LetterId EMAIL = new LetterId(1);
  private static final LetterId QUEUED = new LetterId(2);
  private static final LetterId ALSO_QUEUED = new LetterId(3);
  private static final LetterId DRAFT = new LetterId(4);
  private static final RunRequest ALL = new RunRequest(null, RunRequest.SHEETS_PER_FILE, false);
  private static final LocalDate DUE = LocalDate.of(2026, 11, 23);

  @TempDir private Path folder;
  private Database database;
  private Holds holds;
  private Sandbox sandbox;
  private Instant now = Orchard.NOW;

  @BeforeEach
  void queueFour() {
    database = Orchard.store(folder);
    holds = new Holds(database, new Playbooks(database), new Dossiers(database));
    sandbox = new Sandbox(folder.resolve("sandbox"));
    PrintShop.put(database, EMAIL, SampleLetters.thankYou());
    for (LetterId paper : List.of(QUEUED, ALSO_QUEUED, DRAFT)) {
      PrintShop.put(
          database,
          paper,
          SampleLetters.thankYou(SampleLetters.TOMOKO, SampleLetters.MARA, LetterChannel.PRINT));
    }
    assertThat(queue(QUEUED, ALSO_QUEUED)).allMatch(QueueOutcome.Queued.class::isInstance);
  }

  @AfterEach
  void close() {
    sandbox.close();
    database.close();
  }

  @Test
  void sendsNothingByAnyChannelWhileAHoldStands() throws Exception {
    stop();
    String reason =
        "H-1 stops every letter to C-1017: everything is stopped until people have decided, a"
            + " threat. To be decided by 2026-11-23, owner ow. Who may lift it: manager or counsel"
            + " or owner (regards lift H-1). What the law wants may go with a person's word:"
            + " regards let-pass ";
    assertThat(send(EMAIL)).isEqualTo(new SendOutcome.Held(EMAIL, reason + "L-1"));
    assertThat(print(DRAFT)).isEqualTo(new PrintOutcome.Held(DRAFT, reason + "L-4"));
    assertThat(queue(DRAFT)).containsExactly(new QueueOutcome.Held(DRAFT, reason + "L-4"));
    assertThat(run())
        .isEqualTo(
            new RunOutcome.NothingPrintable(
                List.of(
                    new LeftOut(QUEUED, List.of(reason + "L-2")),
                    new LeftOut(ALSO_QUEUED, List.of(reason + "L-3")))));
    assertThat(addressees().of(QUEUED)).isEqualTo(new Addressing.Held("L-2", reason + "L-2"));
    assertThat(addressees().of(TOMOKO)).isInstanceOf(Addressing.Held.class);
    assertThat(addressees().waiting()).allMatch(Addressing.Held.class::isInstance).hasSize(2);
    assertThat(outbox().queued()).extracting(QueueCount::letters).containsExactly(2L);
    assertThat(folder.resolve("sandbox")).doesNotExist();
  }

  @Test
  void letsExactlyOneThroughWithAPersonsWord() throws Exception {
    stop();
    assertThat(holds.letPass(QUEUED.number(), TOMOKO, OWNER, "refunds due", "refund due", now))
        .isInstanceOf(Passing.LetPass.class);
    RunOutcome.Released released = (RunOutcome.Released) run();
    assertThat(released.run().letters()).isEqualTo(1);
    assertThat(released.leftOut()).extracting(LeftOut::letter).containsExactly(ALSO_QUEUED);
    assertThat(addressees().of(QUEUED)).isInstanceOf(Addressing.Free.class);
    assertThat(send(EMAIL)).isInstanceOf(SendOutcome.Held.class);
    assertThat(print(DRAFT)).isInstanceOf(PrintOutcome.Held.class);
  }

  @Test
  void stopsAgainWhatWasLetPassWhenAnotherHoldIsSet() {
    stop();
    holds.letPass(EMAIL.number(), TOMOKO, OWNER, "refunds due", "refund due", now);
    hold(HoldKind.LEGAL, DUE);
    assertThat(send(EMAIL)).isInstanceOf(SendOutcome.Held.class);
    holds.lift(new HoldId(2), OWNER, "withdrawn", now);
    assertThat(send(EMAIL)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void sendsNothingBeforeAThreatIsDecidedOn() throws Exception {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO interaction (id, customer, happened_at, channel, direction, subject, message, tags,
                                         message_id, minutes)
                VALUES ('I-T', 'C-1017', '2026-11-19T08:00:00.000Z', 'email', 'in', '', 'I will come', '', '', 0)
                """));
    new IncidentDesk(database, new Playbooks(database))
        .judge(
            new IncidentVerdict(
                new InteractionId("I-T"), Tag.THREAT_PHYSICAL, true, OWNER, now, "he means it"));
    assertThat(send(EMAIL).message())
        .contains("(interaction/I-T)", "task K-1", "regards task done K-1", "regards let-pass L-1");
    assertThat(run()).isInstanceOf(RunOutcome.NothingPrintable.class);
    assertThat(holds.letPass(EMAIL.number(), TOMOKO, OWNER, "refunds due", "due", now))
        .isInstanceOf(Passing.LetPass.class);
    assertThat(send(EMAIL)).isInstanceOf(SendOutcome.Sent.class);
    assertThat(print(DRAFT)).isInstanceOf(PrintOutcome.Held.class);
    new Tasks(database, new Playbooks(database)).close(new TaskId(1), OWNER, "a joke", now);
    assertThat(print(DRAFT)).isInstanceOf(PrintOutcome.Printed.class);
  }

  @Test
  void sendsAgainAfterThePauseHasEnded() {
    hold(HoldKind.PAUSE, DUE);
    now = Instant.parse("2026-11-23T23:59:59Z");
    assertThat(send(EMAIL)).isInstanceOf(SendOutcome.Held.class);
    now = now.plus(Duration.ofSeconds(1));
    assertThat(send(EMAIL)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void stopsAnEmailUntilItsFinalDot() {
    AtomicInteger accepted = new AtomicInteger();
    Postbox slow =
        new Postbox() {
          @Override
          public PostResult post(Mail mail, String name, Runnable beforeDot) {
            stop();
            beforeDot.run();
            accepted.incrementAndGet();
            return new PostResult.Unreachable("never");
          }

          @Override
          public String serverName() {
            return "mail.example";
          }

          @Override
          public void close() {}
        };
    List<SendOutcome> told = new ArrayList<>();
    new Outbox(
            database,
            letters(),
            () -> slow,
            () -> PrintShop.PRINTER,
            folder.resolve("letters"),
            () -> now)
        .send(List.of(EMAIL), WHO, told::add);
    assertThat(told.getFirst()).isInstanceOf(SendOutcome.Held.class);
    assertThat(accepted).hasValue(0);
    holds.lift(new HoldId(1), OWNER, "settled", now);
    assertThat(send(EMAIL)).isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void pausesWithTheLetterThatSaysSo() throws Exception {
    LetterId pausing = new LetterId(5);
    PrintShop.put(database, pausing, pausing("2026-12-20", "2026-12-13"));
    queue(pausing);
    assertThat(holds.standing(TOMOKO, now)).isEmpty();
    RunOutcome.Released released = (RunOutcome.Released) run();
    assertThat(released.run().letters()).isEqualTo(3);
    assertThat(holds.standing(TOMOKO, now))
        .extracting(hold -> hold.kind() + " " + hold.causeRecord() + " " + hold.due())
        .containsExactly("PAUSE letter/L-5 2026-12-20");
    assertThat(new Tasks(database, new Playbooks(database)).open())
        .extracting(task -> task.order().kind() + " " + task.order().due())
        .containsExactly("REVIEW_PAUSE 2026-12-13");
    assertThat(addressees().of(pausing)).isInstanceOf(Addressing.Free.class);
    assertThat(send(EMAIL)).isInstanceOf(SendOutcome.Held.class);
  }

  @Test
  void pausesOnceHoweverOftenTheLetterIsPrinted() throws Exception {
    LetterId pausing = new LetterId(5);
    PrintShop.put(database, pausing, pausing("2026-12-20", "2026-12-13"));
    PrintOutcome.Printed printed = (PrintOutcome.Printed) print(pausing);
    Files.delete(printed.file());
    assertThat(print(pausing)).isInstanceOf(PrintOutcome.PrintedAnew.class);
    assertThat(holds.of(TOMOKO)).hasSize(1);
  }

  private static Letter pausing(String until, String review) {
    Letter thanks =
        SampleLetters.thankYou(SampleLetters.TOMOKO, SampleLetters.MARA, LetterChannel.PRINT);
    LetterHead head = thanks.head();
    return new Letter(
        new LetterHead(
            LetterType.COOLING_OFF,
            head.language(),
            head.channel(),
            null,
            head.date(),
            head.recipient(),
            head.signatory()),
        thanks.subject(),
        List.of(
            SampleLetters.part(PartName.PAUSE, SampleLetters.paragraph(fact("until", until))),
            SampleLetters.part(PartName.REVIEW, SampleLetters.paragraph(fact("review", review)))));
  }

  private static Inline fact(String input, String day) {
    return new Inline.FactText(
        new Fact(day, RecordField.parse("input/" + input + ".value").orElseThrow(), day));
  }

  private void stop() {
    hold(HoldKind.STOP, DUE);
  }

  private void hold(HoldKind kind, LocalDate due) {
    assertThat(
            holds.set(
                new HoldOrder(TOMOKO, kind, "", "a threat", OWNER, OWNER, due, Set.of()), now))
        .isInstanceOf(Holding.Held.class);
  }

  private SendOutcome send(LetterId id) {
    List<SendOutcome> told = new ArrayList<>();
    outbox().send(List.of(id), WHO, told::add);
    return told.getFirst();
  }

  private PrintOutcome print(LetterId id) {
    List<PrintOutcome> told = new ArrayList<>();
    outbox().print(List.of(id), WHO, told::add);
    return told.getFirst();
  }

  private List<QueueOutcome> queue(LetterId... ids) {
    List<QueueOutcome> told = new ArrayList<>();
    outbox().queue(List.of(ids), WHO, told::add);
    return told;
  }

  private RunOutcome run() throws InterruptedException {
    return new PrintRuns(
            database,
            letters(),
            () -> PrintShop.PRINTER,
            new PrintRoom(folder.resolve("runs"), "GB", "jo"),
            () -> now)
        .make(ALL, WHO, (letters, queued) -> {}, note -> {});
  }

  private Outbox outbox() {
    return new Outbox(
        database,
        letters(),
        () -> sandbox,
        () -> PrintShop.PRINTER,
        folder.resolve("letters"),
        () -> now);
  }

  private Addressees addressees() {
    return new Addressees(
        database, letters(), letter -> MailCodes.none(), "GB", LetterLanguage.EN_GB, () -> now);
  }

  private LetterSource letters() {
    return new LetterSource() {
      @Override
      public StoredLetter get(LetterId id) {
        return LetterShelf.get(database, id);
      }

      @Override
      public List<StoredLetter> load(List<LetterId> ids) {
        return LetterShelf.load(database, ids);
      }
    };
  }
}
