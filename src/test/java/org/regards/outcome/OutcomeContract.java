package org.regards.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.audit.AuditTrail;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.history.CaseId;
import org.regards.history.CaseState;
import org.regards.history.Dossiers;
import org.regards.history.UnknownCaseException;
import org.regards.intake.Orchard;
import org.regards.letter.LetterId;
import org.regards.letter.LetterShelf;
import org.regards.letter.SampleLetters;
import org.regards.playbook.UnknownStaffException;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** Cases that end, and answers, whatever the store. */
abstract class OutcomeContract {
  private static final Instant NOW = Orchard.NOW;
  private static final StaffId LUC = new StaffId("lb");
  private static final CustomerId TOMOKO = new CustomerId("C-1017");
  private static final CaseId EXCHANGE = new CaseId("K-361");

  @TempDir private Path folder;
  private Database database;
  private Cases cases;
  private Answers answers;

  abstract StoreLocation location(Path folder);

  @BeforeEach
  void open() {
    database = Database.open(location(folder));
    Orchard.importInto(database, folder.resolve("rejects"));
    cases = new Cases(database);
    answers = new Answers(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void closesACaseOnceItIsAnswered() {
    assertThat(cases.close(EXCHANGE, LUC, "took it", NOW))
        .isInstanceOfSatisfying(
            CaseEnd.Unanswered.class,
            no ->
                assertThat(no.messages())
                    .extracting(message -> message.id().value())
                    .containsExactly("I-0052"));
    assertThat(state(NOW)).isEqualTo(CaseState.OPEN);
    database.write(
        handle -> handle.execute("UPDATE interaction SET direction = 'out' WHERE id = 'I-0052'"));
    assertThat(cases.close(EXCHANGE, LUC, "took it", NOW)).isInstanceOf(CaseEnd.Closed.class);
    assertThat(cases.close(EXCHANGE, LUC, "again", NOW)).isInstanceOf(CaseEnd.SettledBefore.class);
    assertThat(state(NOW)).isEqualTo(CaseState.CLOSED);
    assertThat(state(NOW.minusMillis(1))).isEqualTo(CaseState.OPEN);
    Instant later = NOW.plus(Duration.ofDays(1));
    assertThat(cases.reopen(EXCHANGE, LUC, "a photograph", later))
        .isInstanceOf(CaseEnd.Reopened.class);
    assertThat(cases.reopen(EXCHANGE, LUC, "again", later)).isInstanceOf(CaseEnd.NotClosed.class);
    assertThat(state(NOW)).isEqualTo(CaseState.CLOSED);
    assertThat(state(later)).isEqualTo(CaseState.OPEN);
    assertThat(new AuditTrail(database).of("case/K-361"))
        .extracting(entry -> entry.deed().act().word() + " " + entry.deed().because())
        .containsExactly("done took it", "opened a photograph");
  }

  @Test
  void knowsWhoAndWhat() {
    assertThatThrownBy(() -> cases.close(new CaseId("K-9"), LUC, "x", NOW))
        .isInstanceOf(UnknownCaseException.class)
        .hasMessage("There is no case K-9. The cases of a customer: regards show CUSTOMER");
    assertThatThrownBy(() -> cases.close(EXCHANGE, new StaffId("zz"), "x", NOW))
        .isInstanceOf(UnknownStaffException.class);
  }

  @Test
  void keepsAnswersWithTheirCause() {
    LetterId invitation = invitation();
    assertThat(answers.keep(TOMOKO, "L-99", "R-1", "x", LUC, NOW))
        .isEqualTo(new Answering.NoInvitation("L-99", List.of("L-5")));
    assertThat(answers.keep(TOMOKO, invitation.toString(), "R-9", "x", LUC, NOW))
        .isInstanceOf(Answering.UnknownCause.class);
    Answering.Kept kept =
        (Answering.Kept) answers.keep(TOMOKO, "L-5", "R-1", "Pack them better.", LUC, NOW);
    assertThat(kept.task()).isPresent();
    assertThat(answers.of(TOMOKO)).containsExactly(kept.answer());
    assertThat(answers.all()).containsExactly(kept.answer());
    assertThat(((Answering.Kept) answers.keep(TOMOKO, "L-5", "R-1", "Soon.", LUC, NOW)).task())
        .isEmpty();
  }

  @Test
  void invitesNobodyWhoWantsItNoMore() {
    LetterId invitation = invitation();
    LetterId other = new LetterId(6);
    LetterShelf.put(database, other, SampleLetters.thankYou());
    assertThat(optedOut()).isEmpty();
    assertThat(answers.optOut(TOMOKO, "L-5", LUC, NOW)).isInstanceOf(Answering.Kept.class);
    assertThat(optedOut()).containsExactly(TOMOKO);
    assertThat(
            database.<Set<Long>>read(
                handle ->
                    new AnswerDao(handle).unwanted(List.of(invitation.number(), other.number()))))
        .containsExactly(invitation.number());
  }

  private Set<CustomerId> optedOut() {
    return database.read(
        handle -> new AnswerDao(handle).optedOut(List.of(TOMOKO, new CustomerId("C-1001"))));
  }

  private LetterId invitation() {
    LetterId id = new LetterId(5);
    LetterShelf.put(database, id, SampleLetters.thankYou());
    database.write(handle -> handle.execute("UPDATE letter SET type = 'invite' WHERE id = 5"));
    return id;
  }

  private CaseState state(Instant asOf) {
    return new Dossiers(database)
        .of(new CustomerId("C-1019"), asOf)
        .orElseThrow()
        .caseFile(EXCHANGE)
        .orElseThrow()
        .state();
  }
}
