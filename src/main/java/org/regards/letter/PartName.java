package org.regards.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a part of a letter is for. Which parts a type of letter must have, and in which order,
 * stands in {@link LetterType}.
 */
public enum PartName {
  SALUTATION,
  ACKNOWLEDGEMENT,
  THANKS,
  INVESTIGATION,
  WHAT_HAPPENED,
  REASON,
  DECISION,
  EMPATHY,
  RESPONSIBILITY,
  REMEDY,
  OFFER,
  WHY,
  ALTERNATIVE,
  ACCEPTANCE,
  NEXT_STEP,
  HOW_IT_WORKS,
  NEXT_TIME,
  /** The paragraph on alternative dispute resolution that GB and EU law ask for. */
  DISPUTE_RESOLUTION,
  INCIDENT,
  CONDUCT,
  PAUSE,
  CONTINUING,
  CONTACT,
  CONSEQUENCE,
  REVIEW,
  EFFECTIVE_DATE,
  SETTLEMENT,
  ELSEWHERE,
  RECORDS,
  REGRET,
  GRATITUDE,
  HELP,
  WISHES,
  /** The line that invites the customer back. */
  DOOR_OPEN,
  EVENT,
  EFFECT,
  OUTLOOK,
  PURPOSE,
  DETAILS,
  USE_OF_ANSWERS,
  OPT_OUT,
  NEW_CONTACT,
  START,
  DIRECT_LINE,
  OPTIONS,
  FIT,
  COMMISSION,
  CLOSE,
  SIGNATURE;

  /** The name in a template, for example {@code next-step}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<PartName> of(String word) {
    return Arrays.stream(values()).filter(part -> part.word().equals(word)).findFirst();
  }
}
