package org.regards;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what a mistyped name was to be. */
final class Mistyped {
  private Mistyped() {}

  /** The name that is nearest, if any is near enough to be meant: a third of it at most differs. */
  static Optional<String> nearest(String mistyped, Collection<String> names) {
    return names.stream()
        .min(
            Comparator.comparingInt((String name) -> distance(mistyped, name))
                .thenComparing(Comparator.naturalOrder()))
        .filter(name -> distance(mistyped, name) * 3 <= name.length());
  }

  /** How many characters must be put in, taken out or changed (Levenshtein). */
  private static int distance(String one, String other) {
    int[] above = new int[other.length() + 1];
    Arrays.setAll(above, column -> column);
    for (int row = 1; row <= one.length(); row++) {
      int[] line = new int[other.length() + 1];
      line[0] = row;
      for (int column = 1; column <= other.length(); column++) {
        int change = one.charAt(row - 1) == other.charAt(column - 1) ? 0 : 1;
        line[column] =
            Math.min(above[column - 1] + change, Math.min(above[column], line[column - 1]) + 1);
      }
      above = line;
    }
    return above[other.length()];
  }
}
