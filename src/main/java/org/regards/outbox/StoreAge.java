package org.regards.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.outbox.RestoredDao.Noticed;

/**
 * Tells a store from a restored backup of it, which knows nothing of what was sent meanwhile. The
 * sure sign is a {@link Testimony} that is further than the store; where all of them were restored
 * with it, or lie on another machine, that nobody sent for long is all that can be seen.
 */
final class StoreAge {
  private final Witnesses witnesses;
  private final WorkerRules rules;

  StoreAge(Witnesses witnesses, WorkerRules rules) {
    this.witnesses = witnesses;
    this.rules = rules;
  }

  /**
   * Looks for testimony that this store is older than what was sent from it; from then on all that
   * waits in it needs a person's word, and so does the store.
   *
   * @return why the store waits for a word, also when that was found before
   */
  Optional<String> check(Handle handle, Instant now) {
    RestoredDao restored = new RestoredDao(handle);
    // The files before the rows: what is in a file by then is in the store as well.
    List<Testimony> said = witnesses.of(restored.storeName());
    List<Testimony> unknown = unknown(handle, said);
    if (!unknown.isEmpty()) {
      WorkerDao workers = new WorkerDao(handle);
      String reason = reason(workers.lastBeat(), latest(unknown));
      restored.holdAll(reason);
      restored.notice(reason, now);
      learn(workers, unknown, witnesses.here(restored.storeName()), now);
    }
    return restored.noticed().map(Noticed::reason);
  }

  /**
   * Lets wait what fell due while nobody sent, unless that was a short time, or this machine knows
   * that it was only off. Not for what a person has just named.
   */
  void checkGap(Handle handle, Instant now) {
    Optional<Instant> last = new WorkerDao(handle).lastBeat();
    if (rules.gap().isZero()
        || last.isEmpty()
        || !last.get().plus(rules.gap()).isBefore(now)
        || isKnownHere(handle)) {
      return;
    }
    new RestoredDao(handle).holdDue(silence(last.get(), now), now);
  }

  /**
   * Whether nobody but this machine ever sent from the store, and the last who did is known here:
   * since {@link #check} has found nobody that is further, the store has all that was sent. A store
   * on a server does not know who sent from it after its backup was made.
   */
  private boolean isKnownHere(Handle handle) {
    return !rules.served()
        && !witnesses.here(new RestoredDao(handle).storeName()).isEmpty()
        && new WorkerDao(handle).hosts().equals(List.of(witnesses.machine()));
  }

  /** The tokens of those whose work the store knows and who have ended. */
  List<String> vouchedFor(Handle handle) {
    WorkerDao workers = new WorkerDao(handle);
    return witnesses.of(new RestoredDao(handle).storeName()).stream()
        .map(Testimony::token)
        .filter(
            token ->
                workers.find(token).stream().anyMatch(worker -> worker.state() != WorkerState.HERE))
        .toList();
  }

  private static List<Testimony> unknown(Handle handle, List<Testimony> said) {
    WorkerDao workers = new WorkerDao(handle);
    return said.stream()
        .filter(
            witness ->
                workers.find(witness.token()).stream()
                    .noneMatch(worker -> isVouchedFor(worker, witness)))
        .toList();
  }

  /** A damaged file of a worker that has ended says nothing new. */
  private static boolean isVouchedFor(StoredWorker worker, Testimony witness) {
    return worker.beat() >= witness.beat()
        || (witness.at().isEmpty() && worker.state() != WorkerState.HERE);
  }

  private void learn(WorkerDao workers, List<Testimony> unknown, Set<String> here, Instant now) {
    for (Testimony witness : unknown) {
      if (workers.find(witness.token()).isPresent()) {
        workers.raise(witness.token(), witness.beat());
      } else {
        workers.learnOf(witness, here.contains(witness.token()) ? witnesses.machine() : "", now);
      }
    }
  }

  private static Optional<Instant> latest(List<Testimony> unknown) {
    return unknown.stream()
        .flatMap(witness -> witness.at().stream())
        .max(Comparator.naturalOrder());
  }

  private static String reason(Optional<Instant> stood, Optional<Instant> sent) {
    List<String> words = new ArrayList<>();
    words.add("this store is older than what was sent from it, as when a backup was restored:");
    words.add(
        stood.map(at -> "it stands as it did on " + Words.moment(at) + ",").orElse("it is new,"));
    words.add("but letters left");
    words.add(sent.map(at -> "until " + Words.moment(at) + ".").orElse("since."));
    words.add("Any letter that waits may have left already.");
    words.add(
        "See what your archive mailbox or the mail server's log has of that time, take those back"
            + " with regards outbox cancel L-…, and let the others go: regards outbox release --all"
            + " --as STAFF.");
    return String.join(" ", words);
  }

  private static String silence(Instant last, Instant now) {
    return "nothing was sent between %s and %s, and it fell due meanwhile. If the store was restored from a backup it may have left already; if the machine was only off, let it go: name it, regards send L-…, or all of them, regards outbox release --all --as STAFF."
        .formatted(Words.moment(last), Words.moment(now));
  }
}
