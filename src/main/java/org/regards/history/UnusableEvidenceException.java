package org.regards.history;

import org.regards.language.RegardsException;

/** What somebody saw cannot be kept as it was given. */
public final class UnusableEvidenceException extends RegardsException {
  UnusableEvidenceException(String message) {
    super(message);
  }
}
