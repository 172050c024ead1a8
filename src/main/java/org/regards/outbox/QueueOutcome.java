package org.regards.outbox;

import org.regards.letter.LetterId;

/** What became of a letter that was to wait for a print run, or not to wait any more. */
public sealed interface QueueOutcome {
  LetterId letter();

  /** In the words of the person who queued it: what happened and what can be done. */
  String message();

  record Queued(LetterId letter) implements QueueOutcome {
    @Override
    public String message() {
      return "%s waits for the next print run.".formatted(letter);
    }
  }

  record QueuedBefore(LetterId letter) implements QueueOutcome {
    @Override
    public String message() {
      return "%s waits for the next print run already.".formatted(letter);
    }
  }

  /**
   * Taken out of the queue.
   *
   * @param approved whether it stays approved; else it is a draft again
   */
  record TakenBack(LetterId letter, boolean approved) implements QueueOutcome {
    @Override
    public String message() {
      return "%s is out of the queue and %s."
          .formatted(letter, approved ? "stays approved" : "a draft again");
    }
  }

  /** It was left as it was, and the reason says why. */
  record Held(LetterId letter, String reason) implements QueueOutcome {
    @Override
    public String message() {
      return "%s was not queued: %s".formatted(letter, reason);
    }
  }

  /** It could not be taken out of the queue. */
  record NotWaiting(LetterId letter, String reason) implements QueueOutcome {
    @Override
    public String message() {
      return "%s is not in the queue: %s".formatted(letter, reason);
    }
  }
}
