package org.regards.hold;

import org.regards.language.RegardsException;

/** There is no hold with the id that was named. */
public final class UnknownHoldException extends RegardsException {
  UnknownHoldException(HoldId id) {
    super("There is no hold %s. Those that stand: regards holds".formatted(id));
  }
}
