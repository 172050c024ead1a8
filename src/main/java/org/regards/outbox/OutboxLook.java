package org.regards.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regards.mail.Finding;
import org.regards.store.Database;

/** Says whether the store can be reached, and what stands still in the outbox. */
public final class OutboxLook {
  private OutboxLook() {}

  public static List<Finding> of(Database database) {
    record Seen(Map<DeliveryState, Integer> counts, int waiting, Optional<QueueStop> stop) {}
    Seen seen =
        database.read(
            handle -> {
              PaceDao dao = new PaceDao(handle);
              return new Seen(dao.emails(), dao.waiting(), new QueueStopDao(handle).find());
            });
    int ready =
        seen.counts().getOrDefault(DeliveryState.QUEUED, 0)
            + seen.counts().getOrDefault(DeliveryState.DEFERRED, 0);
    int doubtful = seen.counts().getOrDefault(DeliveryState.IN_DOUBT, 0);
    List<Finding> findings = new ArrayList<>();
    findings.add(
        Finding.fine("store", "It answers; %s in the outbox.".formatted(letters(ready, "wait"))));
    seen.stop()
        .ifPresent(
            stop ->
                findings.add(
                    Finding.wrong(
                        "outbox",
                        "All email stands still since %s: %s"
                            .formatted(Words.moment(stop.stoppedAt()), stop.reason()))));
    if (seen.waiting() > 0) {
      findings.add(
          Finding.wrong(
              "outbox",
              "%s for a person's word: regards outbox says why."
                  .formatted(letters(seen.waiting(), "wait"))));
    }
    if (doubtful > 0) {
      findings.add(
          Finding.wrong(
              "outbox",
              "Of %s nobody knows whether %s arrived: regards outbox says which."
                  .formatted(
                      doubtful == 1 ? "1 letter" : doubtful + " letters",
                      doubtful == 1 ? "it" : "they")));
    }
    return findings;
  }

  private static String letters(int count, String verb) {
    return switch (count) {
      case 0 -> "no letter %ss".formatted(verb);
      case 1 -> "1 letter %ss".formatted(verb);
      default -> "%d letters %s".formatted(count, verb);
    };
  }
}
