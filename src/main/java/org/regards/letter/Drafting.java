package org.regards.letter;

import org.regards.customer.CustomerId;

/** What became of a draft that was asked for. */
public sealed interface Drafting {
  /** The draft is in the store. */
  record Drafted(StoredLetter letter) implements Drafting {}

  /** There is none; the composition, which is not a letter, says why. */
  record NotDrafted(CustomerId customer, Composition why) implements Drafting {}
}
