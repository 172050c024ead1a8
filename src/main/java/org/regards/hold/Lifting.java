package org.regards.hold;

/** What became of a hold that was to be lifted. */
public sealed interface Lifting {
  Hold hold();

  /** It no longer stops anything. */
  record Lifted(Hold hold) implements Lifting {}

  /** Somebody has lifted it before, or it is a pause that has ended. */
  record OverAlready(Hold hold) implements Lifting {}

  /** Whoever wanted to lift it may not; those in its releasers may. */
  record NotAllowed(Hold hold) implements Lifting {}
}
