package org.regards.outbox;

import org.regards.language.RegardsException;

/** This program gave no sign of life for so long that others have taken over what it had. */
final class WorkerGoneException extends RegardsException {
  WorkerGoneException() {
    super(
        "This program gave no sign of life for so long (the machine slept, or the store was away) that others took over the letters it had. None of them is lost.");
  }
}
