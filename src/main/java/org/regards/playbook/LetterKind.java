package org.regards.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a plan speaks of when it says who signs and who approves: every letter that can be written,
 * and the request to those who run a site, which is never mailed to a customer.
 */
public enum LetterKind {
  EXPLANATION,
  EDUCATE,
  COMPROMISE,
  COOLING_OFF,
  FAREWELL,
  FAREWELL_CARD,
  THANK_YOU,
  INVITE,
  REASSIGN,
  REFERRAL,
  PLATFORM_REQUEST;

  /** The name on the command line and in a plan, for example {@code thank-you}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<LetterKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
