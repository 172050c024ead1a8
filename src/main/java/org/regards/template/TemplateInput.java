package org.regards.template;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A value that a person gives while composing.
 *
 * @param kind what it must be
 * @param ask what it is, as a question to the author
 */
public record TemplateInput(Kind kind, String ask) {
  /** The kinds of input. */
  public enum Kind {
    /** Words in the letter's language. */
    TEXT,
    /** ISO 8601, for example {@code 2026-12-20}. */
    DAY,
    /** A decimal with a point, in the currency of the case or of the business. */
    MONEY,
    /** A whole number. */
    NUMBER,
    /** The id of a member of staff. */
    STAFF,
    /** The id of a policy. */
    POLICY,
    /** The id of an interaction. */
    INTERACTION;

    static Optional<Kind> of(String word) {
      return Arrays.stream(values())
          .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(word))
          .findFirst();
    }
  }
}
