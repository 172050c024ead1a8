package org.regards.intake;

/** What to do with a file some of whose rows cannot be taken. */
public enum OnBadRows {
  /** Its good rows go in, the bad ones into a file of rejects. */
  TAKE_THE_GOOD,
  /** Nothing of it goes in. */
  REFUSE_THE_FILE
}
