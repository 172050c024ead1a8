package org.regards.outbox;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.PostalAddress;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.store.Database;

/** The verbs of the outbox that let emails wait and send them. */
final class Emails {
  /** How all email is named as a record in the audit trail. */
  static final String RECORD = "outbox";

  private static final int GROUP = 500;

  private final Database database;
  private final LetterSource letters;
  private final Supplier<PostLines> lines;
  private final Enclosures enclosures;
  private final Supplier<Rules> rules;
  private final InstantSource clock;
  private final Set<Dispatch> running = ConcurrentHashMap.newKeySet();
  private volatile boolean over;

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

  void send(List<LetterId> ids, Actor by, boolean quietToo, Consumer<SendOutcome> told) {
    refuseUnknown(ids);
    InOrder order = new InOrder(ids, told);
    Rules usual = rules.get();
    dispatch(
        quietToo ? usual.withoutQuietHours() : usual,
        dispatch -> {
          lift(by);
          List<LetterId> waiting = new ArrayList<>();
          queue(dispatch)
              .queue(
                  ids,
                  now(by),
                  new Queueing.Told() {
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
          return rest;
        });
  }

  void queue(List<LetterId> ids, Actor by, SendAt at, Consumer<SendOutcome> told) {
    refuseUnknown(ids);
    Rules usual = rules.get();
    dispatch(
        usual,
        dispatch -> {
          queue(dispatch).queue(ids, at(by, at, usual.zones()), waiting(told));
          return ids;
        });
  }

  void queueApproved(@Nullable LetterType type, Actor by, SendAt at, Consumer<SendOutcome> told) {
    Rules usual = rules.get();
    dispatch(
        usual,
        dispatch -> {
          try (Queueing queueing =
              queue(dispatch)
                  .begin(new Approved(dispatch, type), at(by, at, usual.zones()), waiting(told))) {
            while (!queueing.isOver()) {
              queueing.next();
            }
          }
          return dispatch;
        });
  }

  private EmailQueue.Order now(Actor by) {
    return new EmailQueue.Order(by, letter -> clock.instant());
  }

  private static EmailQueue.Order at(Actor by, SendAt at, RecipientZones zones) {
    return new EmailQueue.Order(
        by,
        letter -> {
          PostalAddress address = letter.head().recipient().address();
          return at.in(zones.of(new PaceDao.Place(address.country(), address.region())));
        });
  }

  private static Queueing.Told waiting(Consumer<SendOutcome> told) {
    return new Queueing.Told() {
      @Override
      public void waits(LetterId letter, Instant due) {
        told.accept(new SendOutcome.Waits(letter, due, ""));
      }

      @Override
      public void not(SendOutcome outcome) {
        told.accept(outcome);
      }
    };
  }

  Optional<String> sendApproved(@Nullable LetterType type, Actor by, Consumer<SendOutcome> told) {
    return dispatch(
        rules.get(),
        dispatch -> {
          lift(by);
          lookAgain();
          try (Queueing queueing =
              queue(dispatch).begin(new Approved(dispatch, type), now(by), told::accept)) {
            return words(dispatch.sendDue(new Scope.Due(type), queueing, told));
          }
        });
  }

  Optional<String> sendDue(Actor by, Consumer<SendOutcome> told) {
    return dispatch(
        rules.get(),
        dispatch -> {
          lift(by);
          lookAgain();
          return words(dispatch.sendDue(new Scope.Due(null), told));
        });
  }

  void watch(Consumer<SendOutcome> told, Consumer<String> weather) {
    String[] last = {""};
    dispatch(
        rules.get(),
        dispatch -> {
          dispatch.watch(
              told,
              halt -> {
                String words = halt.map(Emails::words).orElse("Email goes on.");
                if (!words.equals(last[0])) {
                  weather.accept(words);
                  last[0] = words;
                }
              });
          return dispatch;
        });
  }

  /**
   * Ends what runs on other threads, and whatever would be begun after it; returns when it has
   * ended, or will not soon.
   */
  void stop() {
    over = true;
    List<Dispatch> all = List.copyOf(running);
    all.forEach(Dispatch::stop);
    all.forEach(Dispatch::awaitEnd);
  }

  private <T> T dispatch(Rules how, Function<Dispatch, T> work) {
    Dispatch begun = Dispatch.begin(database, lines.get(), enclosures, how, clock);
    try (Dispatch dispatch = begun) {
      running.add(dispatch);
      if (over) {
        dispatch.stop();
      }
      return work.apply(dispatch);
    } finally {
      running.remove(begun);
    }
  }

  private EmailQueue queue(Dispatch dispatch) {
    return new EmailQueue(database, dispatch.postbox(), dispatch.stock(), clock);
  }

  private void refuseUnknown(List<LetterId> ids) {
    for (int from = 0; from < ids.size(); from += GROUP) {
      List<LetterId> group =
          ids.subList(from, Math.min(ids.size(), from + GROUP)).stream().distinct().toList();
      if (letters.load(group).size() < group.size()) {
        group.forEach(letters::get); // says which one it is
      }
    }
  }

  private SendOutcome untold(LetterId id, Dispatch.Rest rest) {
    Belt.Halt halt = rest.halt();
    if (halt != null) {
      return halt.lasting()
          ? new SendOutcome.Stopped(id, halt.reason())
          : new SendOutcome.ServerUnreachable(id, halt.reason());
    }
    Pace.Room full = rest.full();
    if (full != null) {
      return new SendOutcome.Waits(id, full.again(), full.why());
    }
    if (rest.stopped()) {
      return new SendOutcome.Waits(id, clock.instant(), "the program was ended before its turn");
    }
    String waitsFor = database.read(handle -> new EmailDeskDao(handle).waitsFor(id).orElse(""));
    return new SendOutcome.Held(
        id, waitsFor.isEmpty() ? "another program is sending it at this moment." : waitsFor);
  }

  private static Optional<String> words(Dispatch.Rest rest) {
    Pace.Room full = rest.full();
    return Optional.ofNullable(rest.halt())
        .map(Emails::words)
        .or(
            () ->
                Optional.ofNullable(full)
                    .map(
                        room ->
                            "The others wait: %s. It goes on %s, by regards send or regards send --watch."
                                .formatted(room.why(), Words.moment(room.again()))));
  }

  private static String words(Belt.Halt halt) {
    return halt.lasting()
        ? "All email stands still, and what waits stays in the outbox. %s When that is mended: regards outbox resume --as STAFF, or regards send"
            .formatted(halt.reason())
        : "What waits stays in the outbox. " + halt.reason();
  }

  /** Who sends by hand says with it that what stopped all email is mended. */
  private void lift(Actor by) {
    if (database.read(handle -> new QueueStopDao(handle).find()).isPresent()) {
      database.write(
          handle -> {
            if (new QueueStopDao(handle).lift()) {
              AuditTrail.add(
                  handle, clock.instant(), new Deed(by, Act.LIFTED, RECORD, null, "tried again"));
            }
            return by;
          });
    }
  }

  private void lookAgain() {
    database.note(
        handle -> {
          Instant now = clock.instant();
          new ClaimDao(handle).lookAgain(now, now.plus(Settling.HELD));
          return handle;
        });
  }

  /** What is approved, group by group, until the dispatch is to end. */
  private final class Approved implements Iterator<List<LetterId>> {
    private final Dispatch dispatch;
    private final @Nullable LetterType type;
    private List<LetterId> next = List.of();
    private long after;
    private boolean over;

    Approved(Dispatch dispatch, @Nullable LetterType type) {
      this.dispatch = dispatch;
      this.type = type;
    }

    @Override
    public boolean hasNext() {
      if (dispatch.isStopped()) {
        return false;
      }
      if (next.isEmpty() && !over) {
        next =
            database.read(
                handle -> new EmailDeskDao(handle).approved(type, after, EmailQueue.GROUP));
        over = next.isEmpty();
      }
      return !over;
    }

    @Override
    public List<LetterId> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      List<LetterId> group = next;
      after = group.getLast().number();
      next = List.of();
      return group;
    }
  }

  /** Tells of letters in the order in which they were named, each once. */
  private static final class InOrder {
    private final List<LetterId> ids;
    private final Consumer<SendOutcome> told;
    private final Map<LetterId, SendOutcome> outcomes = new HashMap<>();
    private int next;

    InOrder(List<LetterId> ids, Consumer<SendOutcome> told) {
      this.ids = ids.stream().distinct().toList();
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
      return ids.stream().filter(id -> !outcomes.containsKey(id)).toList();
    }
  }
}
