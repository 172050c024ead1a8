package org.regards.pdf;

import java.time.LocalDate;
import java.util.List;

/**
 * What came of printing addresses.
 *
 * @param bytes of the PDF, tagged, valid by PDF/UA-1 and PDF/A-2a; empty when no address could be
 *     printed; not copied: the caller owns them
 * @param printed the names of those that are in it, in order
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record AddressPrint(
    byte[] bytes, int pages, List<String> printed, List<NotPrinted> refused) {
  /**
   * One address that is not in the file.
   *
   * @param name of its letter or customer
   * @param reasons at least one
   */
  public record NotPrinted(String name, List<PrintRefusal> reasons) {
    public NotPrinted {
      reasons = List.copyOf(reasons);
    }
  }

  /** The latest of their days: a file of the same addresses has the same one always. */
  static LocalDate lastDay(List<Addressed> all) {
    return all.stream().map(Addressed::day).max(LocalDate::compareTo).orElseThrow();
  }
}
