package org.regards.pdf;

import java.util.List;

/** What came of printing a letter. */
public sealed interface Printed {
  /**
   * A tagged PDF, valid by PDF/UA-1 and PDF/A-2a. The same letter with the same stationery and
   * fonts gives the same bytes.
   *
   * @param bytes not copied: the caller owns them
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, and a copy a letter would cost
  record Pdf(byte[] bytes, int pages) implements Printed {}

  /**
   * The letter cannot be printed as it is.
   *
   * @param reasons all of them, at least one
   */
  record Refused(List<PrintRefusal> reasons) implements Printed {
    public Refused {
      reasons = List.copyOf(reasons);
    }
  }
}
