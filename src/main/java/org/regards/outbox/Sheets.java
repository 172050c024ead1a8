package org.regards.outbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Sheets of a run by their numbers, in ascending order and each once.
 *
 * @param ranges at least one
 */
public record Sheets(List<Range> ranges) {
  private static final Pattern RANGE = Pattern.compile("([0-9]{1,9})(?:-([0-9]{1,9}))?");

  public Sheets {
    ranges = List.copyOf(ranges);
  }

  /** From the first to the last, which may be the same. */
  public record Range(int first, int last) {
    @Override
    public String toString() {
      return first == last ? Integer.toString(first) : first + "-" + last;
    }
  }

  /**
   * Reads {@code 12-15,18}; empty when the text is not of that form, or the sheets do not ascend.
   */
  public static Optional<Sheets> parse(String text) {
    List<Range> ranges = new ArrayList<>();
    int before = 0;
    for (String part : text.split(",", -1)) {
      Matcher match = RANGE.matcher(part.strip());
      if (!match.matches()) {
        return Optional.empty();
      }
      int first = Integer.parseInt(match.group(1));
      int last = match.group(2) == null ? first : Integer.parseInt(match.group(2));
      if (first <= before || last < first) {
        return Optional.empty();
      }
      ranges.add(new Range(first, last));
      before = last;
    }
    return Optional.of(new Sheets(ranges));
  }

  int last() {
    return ranges.getLast().last();
  }

  @Override
  public String toString() {
    return ranges.stream().map(Range::toString).collect(Collectors.joining(","));
  }
}
