package org.regards.store;

import org.regards.language.RegardsException;

/** There is no room left where the store lies. Nothing of the step was kept. */
public final class StoreFullException extends RegardsException {
  StoreFullException(String message) {
    super(message);
  }

  StoreFullException(String message, Throwable cause) {
    super(message, cause);
  }
}
