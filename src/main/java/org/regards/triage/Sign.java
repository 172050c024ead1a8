package org.regards.triage;

/** What a history shows, in the words that people use for it. */
public enum Sign {
  PHYSICAL_THREAT("threat: physical"),
  VANDALISM_THREAT("threat: vandalism"),
  LEGAL_THREAT("threat: legal"),
  RETALIATION_THREAT("threat: public retaliation"),
  HARASSMENT("social harassment"),
  IMPEDING("impeding other customers"),
  DO_NOT_CONTACT("none: asked not to be written to"),
  ENDED_AFTER_THREAT("ended after a threat"),
  ABUSE_OF_STAFF("abuse of staff"),
  WANTS_TO_LEAVE("wants to leave"),
  CANNOT_BE_WON("cannot be won over"),
  PATTERN("pattern of dissatisfaction"),
  PATTERN_OF_OURS("pattern, but the fault is ours"),
  UNPROFITABLE("unprofitable"),
  DISPROPORTIONATE("disproportionate ask"),
  HONEST_MISUNDERSTANDING("honest misunderstanding"),
  /** Our fault, or covered by a policy, and asks for more than the policy gives. */
  ABOVE_POLICY("single request above policy"),
  OUTSIDE_POLICY("single request outside policy"),
  WITHIN_POLICY("single request within policy"),
  OFFER_STANDS("none: our offer stands"),
  UNANSWERED("none: we did not answer"),
  TO_ANSWER("none: a message to answer"),
  GOOD_END("good end"),
  RECOVERY("recovery"),
  KINDNESS("kindness"),
  NONE("none");

  private final String words;

  Sign(String words) {
    this.words = words;
  }

  public String words() {
    return words;
  }
}
