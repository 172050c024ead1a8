package org.regards.outbox;

import org.regards.language.RegardsException;

/** The store cannot take down what happens: no message gets past its final dot from here on. */
final class RecordLostException extends RegardsException {
  RecordLostException(Throwable cause) {
    super("The store cannot be written to, so nothing more is sent.", cause);
  }
}
