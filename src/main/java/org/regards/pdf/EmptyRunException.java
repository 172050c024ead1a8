package org.regards.pdf;

import org.regards.language.RegardsException;

/** A file of letters was to be ended before a letter was in it. */
public final class EmptyRunException extends RegardsException {
  EmptyRunException() {
    super("There is no letter to be printed, so no file was made; queue a letter for paper first.");
  }
}
