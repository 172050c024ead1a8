package org.regards.outbox;

/**
 * One PDF of a print run.
 *
 * @param number from 1, over all stocks of the run
 * @param stock what it is printed on, in words
 * @param digest SHA-256 of the file in hex
 * @param proof SHA-256 of its first letter printed by itself
 */
public record RunFile(
    int number,
    String name,
    String stock,
    int firstSheet,
    int lastSheet,
    int pages,
    int letters,
    String digest,
    String proof) {
  public int sheets() {
    return lastSheet - firstSheet + 1;
  }
}
