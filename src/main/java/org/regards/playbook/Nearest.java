package org.regards.playbook;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that a mistyped one was most likely meant to be, by the letters that must change. */
final class Nearest {
  private Nearest() {}

  /** None when even the nearest word has more than a third of its letters different. */
  static Optional<String> to(String mistyped, Collection<String> words) {
    int farthest = Math.max(1, mistyped.length() / 3);
    return words.stream()
        .filter(word -> changes(mistyped, word) <= farthest)
        .min(
            Comparator.<String>comparingInt(word -> changes(mistyped, word))
                .thenComparing(Comparator.naturalOrder()));
  }

  /** Levenshtein's distance, one row of it at a time. */
  private static int changes(String one, String other) {
    int[] costs = new int[other.length() + 1];
    for (int j = 0; j < costs.length; j++) {
      costs[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = costs[0];
      costs[0] = i;
      for (int j = 1; j < costs.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = costs[j];
        costs[j] = Math.min(replaced, Math.min(costs[j], costs[j - 1]) + 1);
      }
    }
    return costs[other.length()];
  }
}
