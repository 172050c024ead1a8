package org.regards.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerId;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;
import org.regards.letter.LetterState;
import org.regards.store.Database;

/** What becomes of printed letters: the post takes them, and brings some back. */
final class Afterwards {
  private final Database database;
  private final LetterSource letters;
  private final PrintRoom room;
  private final InstantSource clock;

  Afterwards(Database database, LetterSource letters, PrintRoom room, InstantSource clock) {
    this.database = database;
    this.letters = letters;
    this.room = room;
    this.clock = clock;
  }

  PostedCount printed(RunId id, Collection<LetterId> except, @Nullable LocalDate on, Actor by) {
    Instant now = clock.instant();
    LocalDate day = on == null ? Words.dayOf(now) : on;
    return database.write(
        handle -> {
          PrintRunDao runs = new PrintRunDao(handle);
          PrintRun run = KnownRun.finished(runs, id);
          check(day, "posted", Words.dayOf(run.madeAt()), now, "the run was made");
          PostedDao posted = new PostedDao(handle);
          List<LetterId> strangers = posted.strangers(id, except);
          if (!strangers.isEmpty()) {
            throw new RunProblemException(
                "%s %s not in %s; nothing was marked. Which letters are, its manifest says: %s"
                    .formatted(
                        strangers.stream()
                            .map(LetterId::toString)
                            .collect(Collectors.joining(", ")),
                        strangers.size() == 1 ? "is" : "are",
                        id,
                        run.folder().resolve(RunManifest.CSV)));
          }
          Progressed before = Progressed.of(runs, id);
          int count = posted.post(id, except, day, room.person(), now);
          AuditTrail.add(
              handle,
              now,
              new Deed(
                  by,
                  Act.RECORDED,
                  "print-run/" + id,
                  null,
                  "posted on %s: %d".formatted(day, count)));
          return new PostedCount(
              id, day, count, before.posted() + before.returned(), before.waiting() - count);
        });
  }

  Returned returned(LetterId id, ReturnReason reason, @Nullable LocalDate on, Actor by) {
    letters.get(id);
    Instant now = clock.instant();
    LocalDate day = on == null ? Words.dayOf(now) : on;
    return database.write(
        handle -> {
          PaperLetter letter = new PaperQueueDao(handle).letter(id).orElseThrow();
          refuse(handle, letter);
          LocalDate earliest =
              new ReturnDao(handle).day(id, ReturnDao.POSTED).orElse(letter.changedOn());
          check(day, "returned", earliest, now, "it was posted");
          new ReturnDao(handle)
              .insert(id, ReturnDao.RETURNED, day, reason.word(), room.person(), now);
          new PostedDao(handle).bringBack(id, now);
          new DeliveryDao(handle).moveLetter(id, LetterState.DONE);
          CustomerId customer = letter.addressee().customer();
          AuditTrail.add(
              handle,
              now,
              new Deed(
                  by,
                  Act.RECORDED,
                  id.record(),
                  customer,
                  "came back on %s: %s".formatted(day, reason.word())));
          return new Returned(id, customer, reason, day);
        });
  }

  private static void refuse(Handle handle, PaperLetter letter) {
    LetterId id = letter.id();
    if (letter.addressee().channel() != LetterChannel.PRINT) {
      throw new RunProblemException(
          "%s is an email; the post cannot have brought it back.".formatted(id));
    }
    DeliveryState state = letter.delivery() == null ? DeliveryState.QUEUED : letter.delivery();
    switch (state) {
      case PRINTED, POSTED -> {}
      case IN_RUN -> {
        if (letter.run() != null) {
          KnownRun.finished(new PrintRunDao(handle), letter.run());
        }
      }
      case RETURNED ->
          throw new RunProblemException(
              "%s came back on %s already; nothing was changed."
                  .formatted(
                      id,
                      new ReturnDao(handle)
                          .day(id, ReturnDao.RETURNED)
                          .map(Words::day)
                          .orElse("")));
      case QUEUED,
          SENDING,
          DOT_SENT,
          ACCEPTED,
          REFUSED,
          DEFERRED,
          IN_DOUBT,
          BOUNCED,
          REPLIED,
          CANCELLED ->
          throw new RunProblemException(
              "%s has not been printed yet; the post cannot have brought it back.".formatted(id));
    }
  }

  private static void check(
      LocalDate day, String what, @Nullable LocalDate earliest, Instant now, String since) {
    if (day.isAfter(Words.dayOf(now))) {
      throw new RunProblemException(
          "%s is in the future; give the day on which it was %s.".formatted(Words.day(day), what));
    }
    if (earliest != null && day.isBefore(earliest)) {
      throw new RunProblemException(
          "It cannot have been %s on %s: %s on %s."
              .formatted(what, Words.day(day), since, Words.day(earliest)));
    }
  }
}
