package org.regards.approval;

import java.util.Arrays;
import java.util.Locale;

/** What somebody said of a letter. */
public enum Verdict {
  APPROVED,
  DECLINED;

  /** The word that the store holds. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Verdict of(String word) {
    return Arrays.stream(values())
        .filter(value -> value.word().equals(word))
        .findFirst()
        .orElseThrow();
  }
}
