package org.regards.store;

import org.regards.language.RegardsException;

/**
 * Another program holds the store for longer than we wait. Nothing was changed; trying again later
 * is right.
 */
public final class StoreBusyException extends RegardsException {
  StoreBusyException(String message) {
    super(message);
  }

  StoreBusyException(String message, Throwable cause) {
    super(message, cause);
  }
}
