package org.regards.outbox;

import org.regards.language.RegardsException;

/**
 * Somebody has stopped the letter while it was being sent: the attempt ends before its final dot.
 */
final class HeldAtDotException extends RegardsException {
  HeldAtDotException(String reason) {
    super(reason);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
