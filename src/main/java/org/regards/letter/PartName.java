package org.regards.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private static final Map<String, PartName> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(PartName::word, part -> part));

  /** The name in a template, for example {@code next-step}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<PartName> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
