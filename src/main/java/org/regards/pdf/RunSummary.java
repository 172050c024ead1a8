package org.regards.pdf;

import java.time.LocalDate;
import java.util.List;

/**
 * What stands on the cover sheet of a print run.
 *
 * @param run its number, for example {@code R-000001}
 * @param what is in it, in words
 * @param made when and by whom, in words
 * @param files of the run, in their order
 * @param envelopes to have ready, in the order of first use
 */
public record RunSummary(
    String run,
    String what,
    String made,
    LocalDate date,
    List<File> files,
    List<Envelopes> envelopes) {
  public RunSummary {
    files = List.copyOf(files);
    envelopes = List.copyOf(envelopes);
  }

  /**
   * One PDF to print.
   *
   * @param load the paper, in words
   * @param instructions how it is printed and finished, in words
   * @param sheets of the run that are in it, for example {@code 1–40}
   * @param count how many sheets of paper
   */
  public record File(
      String name,
      String load,
      String instructions,
      String sheets,
      int count,
      int pages,
      int letters) {}

  /** How many envelopes of a size. */
  public record Envelopes(String envelope, int count) {}
}
