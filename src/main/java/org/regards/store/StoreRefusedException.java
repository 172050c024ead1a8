package org.regards.store;

import org.regards.language.RegardsException;

/** The store cannot be opened or used as it is; the message says why and what to do. */
public final class StoreRefusedException extends RegardsException {
  StoreRefusedException(String message) {
    super(message);
  }

  StoreRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
