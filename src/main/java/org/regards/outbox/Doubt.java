package org.regards.outbox;

import org.regards.letter.LetterType;

/** What becomes of a letter that may have arrived, by its type. */
final class Doubt {
  private Doubt() {}

  /** Whether arriving twice would do harm that cannot be taken back. */
  static boolean isForAPerson(LetterType type) {
    return switch (type) {
      case COOLING_OFF, FAREWELL, FAREWELL_CARD, COMPROMISE -> true;
      case THANK_YOU, EXPLANATION, EDUCATE, INVITE, REASSIGN, REFERRAL -> false;
    };
  }
}
