package org.regards.outbox;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Our own number of a print run, written {@code R-000001}, as its folder and files are named. */
public record RunId(long number) implements Comparable<RunId> {
  private static final Pattern FORM = Pattern.compile("[Rr]-0*([1-9][0-9]{0,17})");

  public RunId {
    if (number < 1) {
      throw new IllegalArgumentException("the number of a run must be positive, was: " + number);
    }
  }

  /** Reads {@code R-000001} or {@code R-1}; empty when the text is not of that form. */
  public static Optional<RunId> parse(String text) {
    var match = FORM.matcher(text);
    return match.matches()
        ? Optional.of(new RunId(Long.parseLong(match.group(1))))
        : Optional.empty();
  }

  @Override
  public int compareTo(RunId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "R-%06d", number);
  }
}
