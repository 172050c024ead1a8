package org.regards.letter;

import java.util.Optional;
import java.util.regex.Pattern;

/** Our own number of a letter, written {@code L-12}. */
public record LetterId(long number) implements Comparable<LetterId> {
  private static final Pattern FORM = Pattern.compile("[Ll]-0*([1-9][0-9]{0,17})");

  public LetterId {
    if (number < 1) {
      throw new IllegalArgumentException("the number of a letter must be positive, was: " + number);
    }
  }

  public static Optional<LetterId> parse(String text) {
    var matcher = FORM.matcher(text);
    return matcher.matches()
        ? Optional.of(new LetterId(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  /** As records are named everywhere: {@code letter/L-12}. */
  public String record() {
    return "letter/" + this;
  }

  @Override
  public int compareTo(LetterId other) {
    return Long.compare(number, other.number);
  }

  @Override
  public String toString() {
    return "L-" + number;
  }
}
