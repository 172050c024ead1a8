package org.regards.outbox;

import org.regards.language.RegardsException;
import org.regards.letter.LetterId;

/** Somebody else has taken the delivery since: this attempt ends before its final dot. */
final class TakenOverException extends RegardsException {
  private final boolean cancelled;

  TakenOverException(LetterId letter, boolean cancelled) {
    super("%s is not ours to send any more.".formatted(letter));
    this.cancelled = cancelled;
  }

  String reason() {
    return cancelled
        ? "it was taken out of the outbox a moment ago."
        : "another program is sending it at this moment.";
  }
}
