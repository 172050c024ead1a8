package org.regards.store;

import java.util.Locale;

/** The kinds of record a fact may come from. */
public enum RecordKind {
  CUSTOMER,
  ORDER,
  INTERACTION,
  CASE,
  POLICY,
  STAFF,
  /** The business itself: its name and addresses in the settings. */
  BUSINESS,
  /** Not a record of the history: a value that the author gave while composing. */
  INPUT;

  /** The word that stands before the slash of a {@link RecordId}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether such a record belongs to one customer, so that a fact from it makes a letter personal.
   */
  public boolean isOfOneCustomer() {
    return switch (this) {
      case CUSTOMER, ORDER, INTERACTION, CASE -> true;
      case POLICY, STAFF, BUSINESS, INPUT -> false;
    };
  }
}
