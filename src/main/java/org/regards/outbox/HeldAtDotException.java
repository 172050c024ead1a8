package org.regards.outbox;

import org.regards.language.RegardsException;

/**
 * Somebody has stopped the letter while it was being sent: the attempt ends before its final dot.
 */
final class HeldAtDotException extends RegardsException {
  private final Stopping stopping;

  HeldAtDotException(Stopping stopping) {
    super(stopping.reason());
    this.stopping = stopping;
  }

  Stopping stopping() {
    return stopping;
  }
}
