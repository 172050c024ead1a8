package org.regards.hold;

import java.util.Optional;
import java.util.regex.Pattern;

/** The number of a hold, written {@code H-3}. */
public record HoldId(long number) {
  private static final Pattern FORM = Pattern.compile("H-([1-9][0-9]{0,17})");

  public static Optional<HoldId> parse(String text) {
    var found = FORM.matcher(text);
    return found.matches()
        ? Optional.of(new HoldId(Long.parseLong(found.group(1))))
        : Optional.empty();
  }

  /** As records are named everywhere: {@code hold/H-3}. */
  public String record() {
    return "hold/" + this;
  }

  @Override
  public String toString() {
    return "H-" + number;
  }
}
