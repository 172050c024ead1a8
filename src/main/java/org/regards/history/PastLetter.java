package org.regards.history;

import java.time.Instant;
import java.util.List;

/**
 * A letter of ours to the customer, as the timeline shows it.
 *
 * @param letter the letter's id, for example {@code L-12}
 * @param type as named on the command line, for example {@code thank-you}
 * @param channel {@code email} or {@code print}
 * @param state {@code draft}, {@code queued}, …
 * @param at when it was written
 * @param events what became of it after it left, oldest first
 */
public record PastLetter(
    String letter,
    String type,
    String channel,
    String state,
    Instant at,
    List<LetterEvent> events) {
  public PastLetter {
    events = List.copyOf(events);
  }
}
