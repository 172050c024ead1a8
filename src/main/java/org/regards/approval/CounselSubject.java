package org.regards.approval;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What counsel speaks of; a word on the one says nothing of the other. */
public enum CounselSubject {
  LETTERS,
  /** A request to those who run a site. */
  PLATFORM_REQUEST;

  /** The word on the command line and in the store, for example {@code platform-request}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<CounselSubject> of(String word) {
    return Arrays.stream(values()).filter(subject -> subject.word().equals(word)).findFirst();
  }

  /** All words, for messages. */
  public static String allWords() {
    return Arrays.stream(values()).map(CounselSubject::word).collect(Collectors.joining(", "));
  }
}
