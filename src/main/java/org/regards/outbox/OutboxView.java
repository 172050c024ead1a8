package org.regards.outbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The emails of the outbox.
 *
 * @param counts of all emails by state, in the order of the states
 * @param stop why all email stands still, or null
 * @param restored why nothing leaves without a person's word: this is a restored backup; or null
 * @param workers the programs that send now
 * @param at the moment that it shows
 */
public record OutboxView(
    List<OutboxEntry> entries,
    Map<String, Long> counts,
    @Nullable QueueStop stop,
    @Nullable String restored,
    List<Worker> workers,
    Instant at) {
  public OutboxView {
    entries = List.copyOf(entries);
    workers = List.copyOf(workers);
  }

  /** What to do about an email, or when it goes on; empty where nothing is to be said. */
  public String next(OutboxEntry entry) {
    return entry.next(at, stop != null);
  }

  /** Since when and why all email stands still, with the next step; empty when it does not. */
  public Optional<String> standstill() {
    return Optional.ofNullable(stop)
        .map(
            since ->
                "All email stands still since %s. %s When that is mended: regards outbox resume --as STAFF"
                    .formatted(Words.moment(since.stoppedAt()), since.reason()));
  }
}
