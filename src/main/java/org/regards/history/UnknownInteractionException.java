package org.regards.history;

import org.regards.language.RegardsException;

/** There is no contact with the id that was named. */
public final class UnknownInteractionException extends RegardsException {
  UnknownInteractionException(InteractionId id) {
    super(
        "There is no contact %s. The contacts of a customer: regards show CUSTOMER".formatted(id));
  }
}
