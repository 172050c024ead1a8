package org.regards.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a letter leaves. */
public enum LetterChannel {
  EMAIL,
  PRINT;

  /** The word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** How a sentence says it: {@code by email}, {@code on paper}. */
  public String phrase() {
    return switch (this) {
      case EMAIL -> "by email";
      case PRINT -> "on paper";
    };
  }

  public static Optional<LetterChannel> of(String word) {
    return Arrays.stream(values()).filter(channel -> channel.word().equals(word)).findFirst();
  }
}
