package org.regards.customer;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Which keys a mistyped one was most likely meant to be: by the letters that must change. */
final class NearKeys {
  /** As many last characters as tell one key from most others. */
  static final int TELLING_ENDING = 4;

  private final String mistyped;

  NearKeys(String mistyped) {
    this.mistyped = mistyped.toLowerCase(Locale.ROOT);
  }

  List<CustomerId> nearest(List<String> candidates, int limit) {
    int farthest = Math.max(1, mistyped.length() / 3);
    return candidates.stream()
        .map(CustomerId::new)
        .filter(candidate -> changes(candidate) <= farthest)
        .sorted(Comparator.comparingInt(this::changes).thenComparing(Comparator.naturalOrder()))
        .limit(limit)
        .toList();
  }

  /** Levenshtein's distance, one row of it at a time. */
  private int changes(CustomerId candidate) {
    String other = candidate.value().toLowerCase(Locale.ROOT);
    int[] costs = new int[other.length() + 1];
    for (int j = 0; j < costs.length; j++) {
      costs[j] = j;
    }
    for (int i = 1; i <= mistyped.length(); i++) {
      int diagonal = costs[0];
      costs[0] = i;
      for (int j = 1; j < costs.length; j++) {
        int replaced = diagonal + (mistyped.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = costs[j];
        costs[j] = Math.min(replaced, Math.min(costs[j], costs[j - 1]) + 1);
      }
    }
    return costs[other.length()];
  }
}
