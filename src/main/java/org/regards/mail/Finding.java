package org.regards.mail;

import java.util.Locale;

/**
 * One thing that was looked at, for whoever sets mail up.
 *
 * @param step what was looked at, in a word or two
 * @param words what was found and, where it is wrong, what to do; whole sentences, nothing secret
 */
public record Finding(String step, Verdict verdict, String words) {
  /** What was found. */
  public enum Verdict {
    FINE,
    WRONG,
    /** It could not be looked at, or nobody asked for it. */
    OPEN;

    public String word() {
      return switch (this) {
        case FINE, WRONG -> name().toLowerCase(Locale.ROOT);
        case OPEN -> "not-checked";
      };
    }
  }

  public static Finding fine(String step, String words) {
    return new Finding(step, Verdict.FINE, words);
  }

  public static Finding wrong(String step, String words) {
    return new Finding(step, Verdict.WRONG, words);
  }

  public static Finding open(String step, String words) {
    return new Finding(step, Verdict.OPEN, words);
  }
}
