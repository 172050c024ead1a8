package org.regards.pdf;

import java.io.IOException;
import java.util.Locale;
import org.regards.language.RegardsException;

/** The file of a print run could not be written to its end. */
public final class UnwritableRunException extends RegardsException {
  private final int pages;

  UnwritableRunException(int pages, IOException cause) {
    super(
        String.format(
            Locale.ROOT,
            "The file of the print run could not be written beyond page %d: %s. Nothing was"
                + " released; make room or choose another folder, and start the run again.",
            pages,
            cause.getMessage()),
        cause);
    this.pages = pages;
  }

  /** How many pages had been taken when writing failed; not all of them are in the file. */
  public int pages() {
    return pages;
  }
}
