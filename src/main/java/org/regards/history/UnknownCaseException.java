package org.regards.history;

import org.regards.language.RegardsException;

/** There is no case with the id that was named. */
public final class UnknownCaseException extends RegardsException {
  public UnknownCaseException(CaseId id) {
    super("There is no case %s. The cases of a customer: regards show CUSTOMER".formatted(id));
  }
}
