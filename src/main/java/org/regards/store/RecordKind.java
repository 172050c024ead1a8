package org.regards.store;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

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

  private static final Map<String, RecordKind> BY_WORD =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(RecordKind::word, kind -> kind));

  private final String word = name().toLowerCase(Locale.ROOT);

  static Optional<RecordKind> of(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** The word that stands before the slash of a {@link RecordId}. */
  public String word() {
    return word;
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
