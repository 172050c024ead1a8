package org.regards.outbox;

import org.regards.language.RegardsException;

/** Other workers have heard nothing from us for so long that they have taken over what we had. */
final class TakenForDeadException extends RegardsException {
  TakenForDeadException() {
    super(
        "Other programs that send from this store have heard nothing from this one for too long,"
            + " and have taken over its letters. Nothing is sent twice. Start it again: regards"
            + " send");
  }
}
