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
 * @param sandboxed whether it is done and lies in the sandbox only: unless somebody sent its file,
 *     it never left this machine
 */
public record PastLetter(
    String letter,
    String type,
    String channel,
    String state,
    Instant at,
    List<LetterEvent> events,
    boolean sandboxed) {
  public PastLetter {
    events = List.copyOf(events);
  }

  /** One that left, or has not yet. */
  public PastLetter(
      String letter,
      String type,
      String channel,
      String state,
      Instant at,
      List<LetterEvent> events) {
    this(letter, type, channel, state, at, events, false);
  }
}
