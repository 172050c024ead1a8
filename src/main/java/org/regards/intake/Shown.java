package org.regards.intake;

import static java.util.stream.Collectors.joining;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Values of a file in messages: short, in quotation marks, and without what a terminal would obey.
 */
final class Shown {
  private static final int LONGEST = 40;

  private Shown() {}

  static String of(String value) {
    String cut = value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
    return cut.codePoints()
        .mapToObj(
            point ->
                Character.isISOControl(point) || Character.getType(point) == Character.FORMAT
                    ? "\\u%04x".formatted(point)
                    : Character.toString(point))
        .collect(joining("", "\"", "\""));
  }

  /** All words of a closed list: {@code a, b or c}. */
  static <E> String either(E[] all, Function<E, String> word) {
    List<String> words = Arrays.stream(all).map(word).toList();
    return words.size() == 1
        ? words.getFirst()
        : String.join(", ", words.subList(0, words.size() - 1)) + " or " + words.getLast();
  }
}
