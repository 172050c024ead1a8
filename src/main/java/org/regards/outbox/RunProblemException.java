package org.regards.outbox;

import org.regards.language.RegardsException;

/** A print run cannot be made, found, printed again or marked as asked; the message says why. */
public final class RunProblemException extends RegardsException {
  RunProblemException(String message) {
    super(message);
  }

  RunProblemException(String message, Throwable cause) {
    super(message, cause);
  }
}
