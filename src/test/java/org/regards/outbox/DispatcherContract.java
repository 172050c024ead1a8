package org.regards.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.regards.approval.Approved;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.LetterType;
import org.regards.letter.SampleLetters;
import org.regards.letter.StoredLetter;
import org.regards.mail.Mail;
import org.regards.mail.MessageId;
import org.regards.mail.PostResult;
import org.regards.mail.Postbox;
import org.regards.mail.RudeServer;
import org.regards.mail.RudeServer.Moment;
import org.regards.mail.SmtpPostbox;
import org.regards.pdf.Fonts;
import org.regards.pdf.PdfPrinter;
import org.regards.pdf.Stationery;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** What becomes of many emails, over several connections, with whatever store. */
@Timeout(60)
abstract class DispatcherContract {
  private static final Actor JO = Actor.of(new StaffId("jo"));
  private static final LetterId L12 = new LetterId(12);
  private static final LetterId L13 = new LetterId(13);
  private static final int CONNECTIONS = 4;

  @TempDir Path folder;

  private final RudeServer server = new RudeServer();
  private final List<AutoCloseable> opened = new ArrayList<>();
  private volatile Instant now = Instant.parse("2026-11-02T09:30:00Z");
  private StoreLocation location;
  private Database database;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void open() {
    location = emptyStore();
    database = Database.open(location);
  }

  @AfterEach
  void close() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
    server.close();
    database.close();
  }

  @Test
  void sendsManyOverSeveralConnectionsAndTellsOfThemInOrder() {
    List<LetterId> ids = given(300);
    assertThat(send(outbox(), ids)).extracting(SendOutcome::letter).containsExactlyElementsOf(ids);
    assertThat(messageIds()).hasSize(300);
    assertThat(server.messages()).hasSize(300);
    assertThat(server.commands().stream().filter(line -> line.startsWith("EHLO")).count())
        .isBetween(2L, (long) CONNECTIONS);
    assertThat(states()).containsOnly("accepted");
    assertThat(letterStates()).containsOnly("done");
    assertThat(new AuditTrail(database).verify().isWhole()).isTrue();
  }

  @Test
  void sendsWhatIsApprovedAndWhatIsDue() {
    List<LetterId> ids = given(20);
    List<SendOutcome> later = new ArrayList<>();
    Instant nine = now.plus(Duration.ofHours(1));
    outbox().queueEmail(ids.subList(0, 2), JO, new SendAt.Moment(nine), later::add);
    assertThat(later).allMatch(SendOutcome.Waits.class::isInstance).hasSize(2);

    List<SendOutcome> told = new ArrayList<>();
    assertThat(outbox().sendApproved(LetterType.THANK_YOU, JO, told::add)).isEmpty();
    assertThat(told).allMatch(SendOutcome.Sent.class::isInstance).hasSize(18);
    assertThat(outbox().sendDue(JO, told::add)).isEmpty();
    assertThat(told).hasSize(18);
    now = nine;
    assertThat(outbox().sendDue(JO, told::add)).isEmpty();
    assertThat(told).allMatch(SendOutcome.Sent.class::isInstance).hasSize(20);
    assertThat(messageIds()).hasSize(20);
  }

  @Test
  void cancelWorksUntilTheDot() {
    given(L12, LetterType.THANK_YOU);
    Postbox slow = smtp();
    Outbox cancelling =
        outbox(
            (mail, dot) -> {
              assertThat(outbox().cancel(L12, JO).message())
                  .isEqualTo("L-12 is out of the outbox and stays approved.");
              return slow.post(mail, "kept", dot);
            });
    assertThat(send(cancelling, List.of(L12)))
        .containsExactly(new SendOutcome.Held(L12, "it was taken out of the outbox a moment ago."));
    assertThat(server.messages()).isEmpty();
    assertThat(states()).containsExactly("cancelled");
    assertThat(letterStates()).containsExactly("approved");

    assertThat(send(outbox(), List.of(L12)).getFirst()).isInstanceOf(SendOutcome.Sent.class);
    assertThat(outbox().cancel(L12, JO).message())
        .isEqualTo("L-12 was left as it is: it has left; nothing can call it back.");
  }

  @Test
  void sendsNothingBeforeTheMomentThatSomebodyNamed() {
    given(L12, LetterType.THANK_YOU);
    server.answers(Moment.RCPT, "451 4.3.0 later");
    assertThat(send(outbox(), List.of(L12)).getFirst()).isInstanceOf(SendOutcome.Deferred.class);
    server.isPoliteAgain();
    // longer than any retry waits, which a wrong clock would be blamed for
    SendAt christmas = new SendAt.Moment(now.plus(Duration.ofDays(52)));
    outbox().queueEmail(List.of(L12), JO, christmas, told -> {});
    outbox().sendDue(JO, told -> {});
    assertThat(states()).containsExactly("queued");

    outbox().cancel(L12, JO);
    outbox().queueEmail(List.of(L12), JO, christmas, told -> {});
    outbox().sendDue(JO, told -> {});
    assertThat(states()).containsExactly("queued");
    assertThat(server.messages()).isEmpty();

    now = now.plus(Duration.ofDays(52));
    outbox().sendDue(JO, told -> {});
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void deskSettlesNothingThatHasGoneOnSinceItLooked() {
    given(L12, LetterType.COOLING_OFF);
    Postbox slow = smtp();
    Outbox settling =
        outbox(
            (mail, dot) -> {
              Delivery seen =
                  database.read(handle -> new EmailDeskDao(handle).latest(L12)).orElseThrow();
              PostResult result = slow.post(mail, "kept", dot);
              boolean settled =
                  database.write(
                      handle ->
                          new EmailDeskDao(handle)
                              .settle(seen, DeliveryState.CANCELLED, "too late", now));
              assertThat(settled).isFalse();
              return result;
            });
    assertThat(send(settling, List.of(L12)).getFirst()).isInstanceOf(SendOutcome.Sent.class);
    assertThat(states()).containsExactly("accepted");
  }

  @Test
  void refusalOfASecondAttemptLeavesADoubt() {
    given(L12, LetterType.THANK_YOU);
    server.cutsAt(Moment.DOT);
    send(outbox(), List.of(L12));
    server.isPoliteAgain().answers(Moment.RCPT, "554 5.6.0 no");
    now = now.plus(Duration.ofHours(1));
    List<SendOutcome> told = new ArrayList<>();
    outbox().sendDue(JO, told::add);
    assertThat(told.getFirst().message())
        .isEqualTo(
            "L-12 was not sent: it may have arrived the first time, and the second time it was not"
                + " taken: 554 5.6.0 no. Say what you find: regards outbox resolve L-12 --delivered"
                + " --as STAFF, or --resend");
    assertThat(states()).containsExactly("in-doubt");
    assertThat(letterStates()).containsExactly("queued");
  }

  @Test
  void holdsAtTheDotWhatIsDeclinedMeanwhileAndSendsTheOthers() {
    given(L12, LetterType.THANK_YOU);
    given(L13, LetterType.THANK_YOU);
    Postbox slow = smtp();
    Outbox declining =
        outbox(
            (mail, dot) -> {
              decline(L13);
              return slow.post(mail, "kept", dot);
            });
    List<SendOutcome> told = send(declining, List.of(L12, L13));
    assertThat(told.getFirst()).isInstanceOf(SendOutcome.Sent.class);
    assertThat(told.getLast()).isInstanceOf(SendOutcome.Held.class);
    assertThat(states()).containsExactly("accepted", "cancelled");
    assertThat(letterStates()).containsExactly("done", "draft");
  }

  @Test
  void stopsTheWholeQueueForOurOwnFaultUntilAPersonSendsAgain() {
    List<LetterId> ids = given(40);
    server.answers(Moment.RCPT, "550 5.7.1 not from you");
    String reason =
        "The mail server "
            + server.address()
            + " refuses mail from us: 550 5.7.1 not from you. Ask whoever runs it, or the domain,"
            + " what must be mended (often SPF, DKIM, DMARC or the sender's right to send; regards"
            + " doctor looks at them).";
    assertThat(send(outbox(), ids))
        .allMatch(outcome -> outcome.equals(new SendOutcome.Stopped(outcome.letter(), reason)));
    assertThat(states()).containsOnly("queued");
    assertThat(outbox().emails(null, null).stop().reason()).isEqualTo(reason);
    assertThat(outbox().emails(null, null).entries()).allMatch(entry -> entry.tries() == 0);

    server.isPoliteAgain();
    List<SendOutcome> told = new ArrayList<>();
    assertThat(outbox().sendDue(JO, told::add)).isEmpty();
    assertThat(told).allMatch(SendOutcome.Sent.class::isInstance).hasSize(40);
    assertThat(outbox().emails(null, null).stop()).isNull();
  }

  @Test
  void watcherWaitsForAPersonWhenTheQueueHasStopped() throws Exception {
    given(L12, LetterType.THANK_YOU);
    server.answers(Moment.RCPT, "550 5.7.1 not from you");
    send(outbox(), List.of(L12));
    server.isPoliteAgain();

    Outbox watching = outbox();
    CompletableFuture<SendOutcome> sent = new CompletableFuture<>();
    CompletableFuture<String> standing = new CompletableFuture<>();
    Future<?> watch = elsewhere().submit(() -> watching.watch(sent::complete, standing::complete));
    assertThat(standing.get()).startsWith("All email stands still");
    assertThat(server.messages()).isEmpty();
    assertThat(outbox().resume(JO)).isPresent();
    assertThat(sent.get()).isInstanceOf(SendOutcome.Sent.class);
    watching.stop();
    watch.get();
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void watcherSendsWhatIsQueuedWhileItRuns() throws Exception {
    Outbox watching = outbox();
    CompletableFuture<SendOutcome> sent = new CompletableFuture<>();
    Future<?> watch = elsewhere().submit(() -> watching.watch(sent::complete, words -> {}));
    given(L12, LetterType.THANK_YOU);
    outbox().queueEmail(List.of(L12), JO, new SendAt.Moment(now), outcome -> {});
    assertThat(sent.get()).isInstanceOf(SendOutcome.Sent.class);
    watching.stop();
    watch.get();
  }

  @Test
  void sendsOnceMoreWhatMayArriveTwiceAndThenAsksAPerson() {
    given(L12, LetterType.THANK_YOU);
    server.cutsAt(Moment.DOT);
    Instant due = now.plus(Duration.ofMinutes(10));
    assertThat(send(outbox(), List.of(L12)))
        .containsExactly(new SendOutcome.SentAgain(L12, server.address().toString(), now, due));
    assertThat(states()).containsExactly("deferred");
    List<SendOutcome> told = new ArrayList<>();
    outbox().sendDue(JO, told::add);
    assertThat(told).isEmpty();
    assertThat(send(outbox(), List.of(L12)).getFirst()).isInstanceOf(SendOutcome.SentAgain.class);

    now = due;
    outbox().sendDue(JO, told::add);
    assertThat(told).singleElement().isInstanceOf(SendOutcome.InDoubt.class);
    assertThat(server.messages()).hasSize(2);
    assertThat(messageIds()).hasSize(1);
    now = now.plus(Duration.ofDays(1));
    outbox().sendDue(JO, told::add);
    assertThat(server.messages()).hasSize(2);
    assertThat(states()).containsExactly("in-doubt");
  }

  @Test
  void personSettlesADoubtEitherWay() {
    given(L12, LetterType.COMPROMISE);
    given(L13, LetterType.COMPROMISE);
    server.cutsAt(Moment.DOT);
    send(outbox(), List.of(L12, L13));
    assertThat(outbox().emails("in-doubt", null).entries()).hasSize(2);
    server.isPoliteAgain();

    assertThat(outbox().resolveDelivered(L12, JO).message())
        .isEqualTo("L-12 is taken for delivered; it is not sent again.");
    assertThat(outbox().resolveByResending(L13, JO).message())
        .isEqualTo(
            "L-13 is sent once more, with the same Message-ID: regards send, or regards send"
                + " --watch");
    List<SendOutcome> told = new ArrayList<>();
    outbox().sendDue(JO, told::add);
    assertThat(told).singleElement().isInstanceOf(SendOutcome.Sent.class);
    assertThat(states()).containsExactly("accepted", "accepted");
    assertThat(letterStates()).containsExactly("done", "done");
    assertThat(server.messages()).hasSize(3);
    assertThat(messageIds()).hasSize(2);
    assertThat(outbox().resolveByResending(L12, JO).message())
        .isEqualTo("L-12 was left as it is: it is not in doubt; it is accepted.");
  }

  @Test
  void asksGateAndApprovalsBeforeItSendsOnceMore() {
    given(L12, LetterType.COMPROMISE);
    server.cutsAt(Moment.DOT);
    send(outbox(), List.of(L12));
    decline(L12);
    assertThat(outbox().resolveByResending(L12, JO)).isInstanceOf(DeskOutcome.NotDone.class);
    assertThat(states()).containsExactly("in-doubt");
  }

  @Test
  void lateAnswerSettlesWhatAnotherProgramCalledInDoubt() {
    given(L12, LetterType.THANK_YOU);
    Postbox slow = smtp();
    Outbox late =
        outbox(
            (mail, dot) -> {
              PostResult result = slow.post(mail, "kept", dot);
              outbox().sendDue(JO, outcome -> {});
              assertThat(states()).containsExactly("deferred");
              return result;
            });
    assertThat(send(late, List.of(L12)).getFirst()).isInstanceOf(SendOutcome.Sent.class);
    assertThat(states()).containsExactly("accepted");
    now = now.plus(Duration.ofDays(1));
    outbox().sendDue(JO, outcome -> {});
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void givesUpByThePlanAndSaysSo() {
    given(L12, LetterType.THANK_YOU);
    server.answers(Moment.RCPT, "452 4.2.2 full");
    send(outbox(), List.of(L12));
    now = now.plus(Duration.ofDays(5));
    List<SendOutcome> told = new ArrayList<>();
    outbox().sendDue(JO, told::add);
    assertThat(told)
        .extracting(SendOutcome::message)
        .containsExactly(
            "L-12 was given up. No server took it for five days. It said last: 452 4.2.2 full."
                + " Compose it with --channel print, or compose it again.");
    assertThat(states()).containsExactly("refused");
    assertThat(letterStates()).containsExactly("draft");
  }

  @Test
  void twoProgramsSendNothingTwice() throws Exception {
    given(400);
    try (Database other = Database.open(location)) {
      List<SendOutcome> told = new ArrayList<>();
      outbox().queueApprovedEmail(null, JO, new SendAt.Moment(now), outcome -> {});
      Future<?> beside = elsewhere().submit(() -> shared(other).sendDue(JO, outcome -> {}));
      shared(database).sendDue(JO, told::add);
      beside.get();
    }
    assertThat(messageIds()).hasSize(400);
    assertThat(server.messages()).hasSize(400);
    assertThat(states()).containsOnly("accepted");
    assertThat(new AuditTrail(database).verify().isWhole()).isTrue();
  }

  @Test
  void sendsNothingMoreWhenItCannotBeTakenDown() {
    List<LetterId> ids = given(20);
    Postbox slow = smtp();
    Outbox failing =
        outbox(
            (mail, dot) -> {
              rename("delivery", "gone");
              try {
                return slow.post(mail, "kept", dot);
              } finally {
                rename("gone", "delivery");
              }
            });
    assertThatThrownBy(() -> send(failing, ids)).isInstanceOf(RuntimeException.class);
    assertThat(server.messages()).isEmpty();
    assertThat(states()).containsOnly("queued");
    assertThat(send(outbox(), ids)).allMatch(SendOutcome.Sent.class::isInstance);
    assertThat(server.messages()).hasSize(20);
  }

  @Test
  void waitsForAPersonsWordWhereItMust() {
    given(L12, LetterType.THANK_YOU);
    outbox().queueEmail(List.of(L12), JO, new SendAt.Moment(now), outcome -> {});
    database.write(
        handle -> handle.execute("UPDATE delivery SET waits_for = 'the backup is old.'"));
    List<SendOutcome> told = new ArrayList<>();
    outbox().sendDue(JO, told::add);
    assertThat(told).isEmpty();
    assertThat(outbox().emails(null, null).entries())
        .extracting(entry -> entry.next(now, false))
        .containsExactly("the backup is old.");
    assertThat(outbox().release(List.of(L12, L12), JO))
        .extracting(DeskOutcome::message)
        .contains("L-12 may go again: regards send, or regards send --watch");
    outbox().sendDue(JO, told::add);
    assertThat(told).singleElement().isInstanceOf(SendOutcome.Sent.class);
  }

  @Test
  void momentThatSomebodyNamedForALetterOutOfTheOutboxStands() {
    given(L12, LetterType.THANK_YOU);
    server.answers(Moment.RCPT, "451 4.3.0 later");
    send(outbox(), List.of(L12));
    server.isPoliteAgain();
    outbox().cancel(L12, JO);
    Instant soon = now.plus(Duration.ofMinutes(10));
    outbox().queueEmail(List.of(L12), JO, new SendAt.Moment(soon), told -> {});

    outbox().sendDue(JO, told -> {});
    assertThat(server.messages()).isEmpty();
    now = soon;
    outbox().sendDue(JO, told -> {});
    assertThat(server.messages()).hasSize(1);
  }

  @Test
  void nothingLeavesThatIsUnderWayWhenAnotherProgramStopsAllEmail() {
    List<LetterId> ids = given(20);
    AtomicBoolean first = new AtomicBoolean(true);
    Postbox slow = smtp();
    Outbox stopped =
        outbox(
            (mail, dot) -> {
              if (first.getAndSet(false)) {
                database.write(
                    handle -> {
                      new QueueStopDao(handle).put("550 5.7.1 you may not", now);
                      return handle;
                    });
              }
              return slow.post(mail, "kept", dot);
            });
    List<SendOutcome> told = send(stopped, ids);

    assertThat(server.messages()).isEmpty();
    assertThat(told).hasSize(20).noneMatch(SendOutcome.Sent.class::isInstance);
    assertThat(states()).containsOnly("queued");
    assertThat(outbox().resume(JO)).isPresent();
    assertThat(send(outbox(), ids)).allMatch(SendOutcome.Sent.class::isInstance);
  }

  @Test
  void letterThatTwoProgramsQueueAtTheSameTimeWaitsOnce() throws Exception {
    List<LetterId> ids = given(400);
    List<SendOutcome> here = new ArrayList<>();
    List<SendOutcome> there = new ArrayList<>();
    SendAt noon = new SendAt.Moment(now.plus(Duration.ofHours(3)));
    try (Database other = Database.open(location)) {
      Outbox second = outbox(other, smtpLines(), Rules.plain());
      Future<?> queueing = elsewhere().submit(() -> second.queueEmail(ids, JO, noon, there::add));
      outbox().queueEmail(ids, JO, noon, here::add);
      queueing.get();
    }

    assertThat(here).hasSize(400).allMatch(SendOutcome.Waits.class::isInstance);
    assertThat(there).hasSize(400).allMatch(SendOutcome.Waits.class::isInstance);
    assertThat(states()).hasSize(400).containsOnly("queued");
    assertThat(column("SELECT record FROM audit_entry WHERE act = 'queued'"))
        .hasSize(400)
        .doesNotHaveDuplicates();
    assertThat(new AuditTrail(database).verify().isWhole()).isTrue();
  }

  @Test
  void staysHereWhatIsDeclinedWhileOthersLeave() {
    List<LetterId> ids = given(300);
    AtomicBoolean first = new AtomicBoolean(true);
    Postbox slow = smtp();
    List<SendOutcome> told = new ArrayList<>();
    Outbox declining =
        outbox(
            (mail, dot) -> {
              if (first.getAndSet(false)) {
                decline(ids.getLast());
              }
              return slow.post(mail, "kept", dot);
            });
    declining.sendApproved(null, JO, told::add);

    assertThat(told).filteredOn(SendOutcome.Sent.class::isInstance).hasSize(299);
    assertThat(told)
        .filteredOn(outcome -> outcome.letter().equals(ids.getLast()))
        .noneMatch(SendOutcome.Sent.class::isInstance);
    assertThat(server.messages()).hasSize(299);
  }

  private List<LetterId> given(int letters) {
    List<LetterId> ids = LongStream.rangeClosed(1, letters).mapToObj(LetterId::new).toList();
    database.write(
        handle -> {
          ids.forEach(id -> LetterShelf.put(handle, id, SampleLetters.thankYou()));
          Approved.put(handle, ids);
          return ids;
        });
    return ids;
  }

  private void given(LetterId id, LetterType type) {
    LetterShelf.put(database, id, SampleLetters.of(type));
    Approved.put(database, id);
  }

  private void decline(LetterId id) {
    database.write(
        handle -> {
          handle.execute("DELETE FROM approval WHERE letter = ?", id.number());
          return handle.execute("UPDATE letter SET state = 'draft' WHERE id = ?", id.number());
        });
  }

  private void rename(String from, String to) {
    database.write(handle -> handle.execute("ALTER TABLE " + from + " RENAME TO " + to));
  }

  private static List<SendOutcome> send(Outbox outbox, List<LetterId> ids) {
    List<SendOutcome> told = new ArrayList<>();
    outbox.send(ids, JO, told::add);
    return told;
  }

  private Outbox outbox() {
    return outbox(database, smtpLines(), Rules.plain());
  }

  private Outbox shared(Database store) {
    return outbox(
        store,
        smtpLines(),
        Rules.plain().shared(WorkerRules.USUAL, folder.resolve("letters-out"), () -> now));
  }

  private PostLines smtpLines() {
    return new PostLines(() -> new SmtpPostbox(server.address()), CONNECTIONS, true);
  }

  /** Sends over one connection that does as it is told. */
  private Outbox outbox(Talk talk) {
    Postbox postbox =
        new Postbox() {
          @Override
          public PostResult post(Mail mail, String keptName, Runnable beforeDot) {
            return talk.post(mail, beforeDot);
          }

          @Override
          public String serverName() {
            return "test";
          }

          @Override
          public void close() {}
        };
    return outbox(database, PostLines.one(() -> postbox), Rules.plain());
  }

  private interface Talk {
    PostResult post(Mail mail, Runnable beforeDot);
  }

  private Outbox outbox(Database store, PostLines lines, Rules rules) {
    return new Outbox(
        store,
        letters(store),
        () -> lines,
        () -> rules,
        () -> new PdfPrinter(Stationery.blank(), Fonts.builtIn()),
        folder.resolve("letters-out"),
        () -> now);
  }

  private static LetterSource letters(Database store) {
    return new LetterSource() {
      @Override
      public StoredLetter get(LetterId id) {
        return LetterShelf.get(store, id);
      }

      @Override
      public List<StoredLetter> load(List<LetterId> ids) {
        return LetterShelf.load(store, ids);
      }
    };
  }

  private SmtpPostbox smtp() {
    SmtpPostbox made = new SmtpPostbox(server.address());
    opened.add(made);
    return made;
  }

  private ExecutorService elsewhere() {
    ExecutorService other = Executors.newSingleThreadExecutor();
    opened.add(
        () -> {
          other.shutdownNow();
          other.awaitTermination(10, TimeUnit.SECONDS);
        });
    return other;
  }

  private Set<String> messageIds() {
    Set<String> found = new HashSet<>();
    for (String message : server.messages()) {
      MessageId.in(message).stream()
          .filter(MessageId::mayBeOurs)
          .findFirst()
          .map(MessageId::value)
          .ifPresent(found::add);
    }
    return found;
  }

  private List<String> states() {
    return column("SELECT state FROM delivery ORDER BY letter");
  }

  private List<String> letterStates() {
    return column("SELECT state FROM letter ORDER BY id");
  }

  private List<String> column(String sql) {
    Function<Handle, List<String>> query =
        handle -> handle.createQuery(sql).mapTo(String.class).list();
    return database.read(query);
  }
}
