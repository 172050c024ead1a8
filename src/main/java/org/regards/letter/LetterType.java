package org.regards.letter;

import static org.regards.letter.PartName.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The letters that can be mailed, with what each must have (the business's letter table): the parts
 * in order, the number of facts of the customer's own below which it is a form letter (rule
 * FACT-2), and the length of its body.
 */
public enum LetterType {
  /** We cannot do what was asked, and say why. */
  EXPLANATION(
      2,
      150,
      300,
      List.of(ACKNOWLEDGEMENT, INVESTIGATION, REASON, DECISION, ALTERNATIVE, NEXT_STEP, CLOSE)),
  /** We grant it and explain how it works. */
  EDUCATE(1, 90, 180, List.of(THANKS, REMEDY, HOW_IT_WORKS, NEXT_TIME, CLOSE)),
  /** We meet the customer part of the way. */
  COMPROMISE(
      2,
      150,
      280,
      List.of(ACKNOWLEDGEMENT, WHAT_HAPPENED, RESPONSIBILITY, OFFER, WHY, ACCEPTANCE, CLOSE)),
  /** We pause our correspondence. */
  COOLING_OFF(
      1,
      80,
      180,
      List.of(INCIDENT, CONDUCT, PAUSE, CONTINUING, CONTACT, CONSEQUENCE, REVIEW, CLOSE)),
  /** We end the relationship. */
  FAREWELL(
      2,
      120,
      220,
      List.of(
          THANKS, DECISION, REASON, EFFECTIVE_DATE, SETTLEMENT, ELSEWHERE, RECORDS, WISHES, CLOSE)),
  /** A card after the end. */
  FAREWELL_CARD(1, 30, 60, List.of(REGRET, GRATITUDE, HELP, WISHES)),
  THANK_YOU(1, 40, 90, List.of(EVENT, EFFECT, OUTLOOK)),
  /** To a survey or a conversation. */
  INVITE(1, 80, 160, List.of(PURPOSE, DETAILS, USE_OF_ANSWERS, OPT_OUT, CLOSE)),
  /** A new person looks after the customer. */
  REASSIGN(1, 80, 160, List.of(NEW_CONTACT, REASON, START, DIRECT_LINE, CLOSE)),
  /** Somebody else may serve the customer better. */
  REFERRAL(1, 80, 160, List.of(OPTIONS, FIT, COMMISSION, CLOSE));

  private final int fewestFacts;
  private final int fewestWords;
  private final int mostWords;

  @SuppressWarnings("ImmutableEnumChecker") // always made by List.of
  private final List<PartName> requiredParts;

  LetterType(int fewestFacts, int fewestWords, int mostWords, List<PartName> requiredParts) {
    this.fewestFacts = fewestFacts;
    this.fewestWords = fewestWords;
    this.mostWords = mostWords;
    this.requiredParts = requiredParts;
  }

  /** How many distinct facts of the customer's own it must have at least (rule FACT-2). */
  public int fewestFacts() {
    return fewestFacts;
  }

  /** The shortest body, in words (rule LEN-1). */
  public int fewestWords() {
    return fewestWords;
  }

  /** The longest body, in words (rule LEN-1). */
  public int mostWords() {
    return mostWords;
  }

  /** The parts between salutation and signature that it must have, in their order. */
  public List<PartName> requiredParts() {
    return requiredParts;
  }

  /** Whether it is set on a card rather than on a letter page. */
  public boolean isCard() {
    return this == FAREWELL_CARD;
  }

  /** The name on the command line and of its template, for example {@code thank-you}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<LetterType> of(String word) {
    return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
  }

  /** All names, for messages. */
  public static String words() {
    return Arrays.stream(values()).map(LetterType::word).collect(Collectors.joining(", "));
  }
}
