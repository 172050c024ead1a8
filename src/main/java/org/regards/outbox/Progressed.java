package org.regards.outbox;

import java.util.Map;

/** How many letters of a run have come how far. */
public record Progressed(int waiting, int posted, int returned) {
  static Progressed of(PrintRunDao runs, RunId id) {
    Map<DeliveryState, Integer> states = runs.states(id);
    return new Progressed(
        states.getOrDefault(DeliveryState.IN_RUN, 0),
        states.getOrDefault(DeliveryState.POSTED, 0),
        states.getOrDefault(DeliveryState.RETURNED, 0));
  }
}
