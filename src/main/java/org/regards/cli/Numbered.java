package org.regards.cli;

/** A number with its noun. */
final class Numbered {
  private Numbered() {}

  /** For example {@code 1 letter} and {@code 1,200 letters}. */
  static String of(long count, String noun) {
    return "%,d %s%s".formatted(count, noun, count == 1 ? "" : "s");
  }
}
