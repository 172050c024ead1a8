package org.regards.pdf;

import java.util.List;

/** What came of looking at a letter before it is printed. */
public sealed interface Previewed {
  /**
   * Its pages as pictures.
   *
   * @param pages to be closed
   */
  record Shown(Preview pages) implements Previewed {}

  /**
   * The letter cannot be printed as it is.
   *
   * @param reasons all of them, at least one
   */
  record Refused(List<PrintRefusal> reasons) implements Previewed {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
