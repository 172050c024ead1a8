package org.regards.playbook;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The lists of words that make a person look at a message. They decide nothing. */
public enum WordList {
  LEGAL_THREAT,
  PHYSICAL_THREAT,
  VANDALISM_THREAT,
  RETALIATION_THREAT,
  /** What sounds like a threat and is everybody's right. */
  NOT_A_THREAT,
  /** Somebody in need of more care. */
  VULNERABLE;

  /** The words that a plan holds, for example {@code legal threat}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  static List<String> words() {
    return Arrays.stream(values()).map(WordList::word).toList();
  }
}
