package org.regards.outbox;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The emails of the outbox.
 *
 * @param counts of all emails by state, in the order of the states
 * @param stop why all email stands still, or null
 * @param restored why nothing leaves without a person's word: this is a restored backup; or null
 * @param workers the programs that send now
 */
public record OutboxView(
    List<OutboxEntry> entries,
    Map<String, Long> counts,
    @Nullable QueueStop stop,
    @Nullable String restored,
    List<Worker> workers) {
  public OutboxView {
    entries = List.copyOf(entries);
    workers = List.copyOf(workers);
  }
}
