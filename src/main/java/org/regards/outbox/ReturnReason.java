package org.regards.outbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why the post brought a letter back. */
public enum ReturnReason {
  MOVED("the recipient has moved"),
  UNKNOWN("the recipient is not known there"),
  REFUSED("the recipient did not take it"),
  ADDRESS("the address is wrong or incomplete"),
  OTHER("the post could not deliver it");

  private final String words;

  ReturnReason(String words) {
    this.words = words;
  }

  /** In the middle of a sentence. */
  public String words() {
    return words;
  }

  /** The word on the command line and in the store. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ReturnReason> of(String word) {
    return Arrays.stream(values()).filter(reason -> reason.word().equals(word)).findFirst();
  }

  /** All of them, for messages. */
  public static String all() {
    return Arrays.stream(values()).map(ReturnReason::word).collect(Collectors.joining(", "));
  }
}
