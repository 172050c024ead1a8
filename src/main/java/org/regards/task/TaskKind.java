package org.regards.task;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What is to be done. */
public enum TaskKind {
  DECIDE_HOLD("decide what comes next, and whether everything stays held"),
  /** Before a pause ends by itself. */
  REVIEW_PAUSE("look at the pause before it ends"),
  COUNSEL("tell counsel and hear what they say"),
  /** The business's checklist for the police or another authority. */
  POLICE_CHECKLIST("decide whether the police or another authority is told"),
  KEEP_EVIDENCE("keep what proves it: messages, recordings, pictures, who was there"),
  TELL_STAFF("tell the colleagues who may meet the customer"),
  /** From somebody of ours who was degraded. */
  TAKE_OVER("take the customer over from the colleague"),
  /** What was said to the colleague afterwards, and what they need. */
  STAFF_NOTE("write the note to the colleague"),
  INVESTIGATE("look into it"),
  /** A customer was right, or told us more: the owner sees to what caused it. */
  MEND_CAUSE("mend what caused it"),
  /** An email came back. */
  REACH("see to it that the letter arrives another way: its email came back"),
  /** Somebody of ours asks for it. No list that counts anything by person has these. */
  HELP("help a colleague");

  private final String words;

  TaskKind(String words) {
    this.words = words;
  }

  /** What is to be done, in a few words. */
  public String words() {
    return words;
  }

  /** Whether it may stand in a list that counts by person: asking for help never does. */
  public boolean isCounted() {
    return this != HELP;
  }

  /** The word on the command line and in the store, for example {@code take-over}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<TaskKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }

  /** All words, for messages. */
  public static String allWords() {
    return Arrays.stream(values()).map(TaskKind::word).collect(Collectors.joining(", "));
  }
}
