package org.regards.intake;

import org.regards.language.RegardsException;

/** The files named for an import cannot be meant; nothing was read. */
public final class ImportRefusedException extends RegardsException {
  ImportRefusedException(String message) {
    super(message);
  }
}
