package org.regards.triage;

import org.regards.playbook.LetterKind;

/** What to do next. */
public sealed interface Move {
  /** Write a letter, and let people decide whether it goes. */
  record Write(LetterKind letter) implements Move {}

  /** Stop all that goes to the customer until people have decided. */
  record Hold() implements Move {}

  record Nothing() implements Move {}

  static Move hold() {
    return new Hold();
  }

  static Move nothing() {
    return new Nothing();
  }

  static Move write(LetterKind letter) {
    return new Write(letter);
  }

  /**
   * The name of a letter type as {@code regards compose} has it, {@code hold} or {@code nothing}.
   */
  default String word() {
    return switch (this) {
      case Write write -> write.letter().word();
      case Hold ignored -> "hold";
      case Nothing ignored -> "nothing";
    };
  }
}
