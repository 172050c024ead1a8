package org.regards.playbook;

import org.regards.language.RegardsException;

/** Somebody would write into the playbook what they may not. */
public final class RefusedEntryException extends RegardsException {
  RefusedEntryException(String message) {
    super(message);
  }
}
