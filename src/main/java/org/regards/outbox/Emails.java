package org.regards.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.letter.LetterId;
import org.regards.store.Database;

/** The verbs of the outbox that send email. */
final class Emails {
  static final String RECORD = "outbox";

  private final Database database;
  private final LetterSource letters;
  private final Supplier<PostLines> lines;
  private final Enclosures enclosures;
  private final Supplier<Rules> rules;
  private final InstantSource clock;

  Emails(
      Database database,
      LetterSource letters,
      Supplier<PostLines> lines,
      Enclosures enclosures,
      Supplier<Rules> rules,
      InstantSource clock) {
    this.database = database;
    this.letters = letters;
    this.lines = lines;
    this.enclosures = enclosures;
    this.rules = rules;
    this.clock = clock;
  }

  void send(List<LetterId> ids, Actor by, Consumer<SendOutcome> told) {
    ids.forEach(letters::get);
    InOrder order = new InOrder(ids, told);
    try (Dispatch dispatch =
        Dispatch.begin(database, lines.get(), enclosures, rules.get(), clock)) {
      lift(by);
      List<LetterId> waiting = new ArrayList<>();
      new EmailQueue(database, letters, dispatch.postbox(), clock)
          .queue(
              ids,
              by,
              clock.instant(),
              new EmailQueue.Told() {
                @Override
                public void waits(LetterId letter, Instant due) {
                  waiting.add(letter);
                }

                @Override
                public void not(SendOutcome outcome) {
                  order.tell(outcome);
                }
              });
      Dispatch.Rest rest = dispatch.send(waiting, order::tell);
      for (LetterId id : order.untold()) {
        order.tell(untold(id, rest));
      }
    }
  }

  private static SendOutcome untold(LetterId id, Dispatch.Rest rest) {
    Belt.Halt halt = rest.halt();
    if (halt != null) {
      return halt.lasting()
          ? new SendOutcome.Stopped(id, halt.reason())
          : new SendOutcome.ServerUnreachable(id, halt.reason());
    }
    Pace.Room full = rest.full();
    return full == null
        ? new SendOutcome.Held(id, "another program is sending it at this moment.")
        : new SendOutcome.Waits(id, full.again(), full.why());
  }

  /** Who sends by hand says with it that what stopped all email is mended. */
  private void lift(Actor by) {
    if (database.read(QueueStop::find).isPresent()) {
      database.write(
          handle -> {
            if (QueueStop.lift(handle)) {
              AuditTrail.add(
                  handle, clock.instant(), new Deed(by, Act.LIFTED, RECORD, null, "tried again"));
            }
            return by;
          });
    }
  }

  /** Tells of letters in the order in which they were named, each once. */
  private static final class InOrder {
    private final List<LetterId> ids;
    private final Consumer<SendOutcome> told;
    private final Map<LetterId, SendOutcome> outcomes = new HashMap<>();
    private int next;

    InOrder(List<LetterId> ids, Consumer<SendOutcome> told) {
      this.ids = ids;
      this.told = told;
    }

    void tell(SendOutcome outcome) {
      outcomes.putIfAbsent(outcome.letter(), outcome);
      while (next < ids.size() && outcomes.containsKey(ids.get(next))) {
        told.accept(outcomes.get(ids.get(next)));
        next++;
      }
    }

    List<LetterId> untold() {
      return ids.stream().filter(id -> !outcomes.containsKey(id)).distinct().toList();
    }
  }
}
