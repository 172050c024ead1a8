package org.regards.store;

import java.util.Optional;

/** Names one record: its kind and its own key, written {@code customer/C-1001}. */
public record RecordId(RecordKind kind, String key) {
  public RecordId {
    if (key.isBlank()) {
      throw new IllegalArgumentException("the key of a " + kind.word() + " must not be blank");
    }
  }

  /** Reads {@code customer/C-1001}; empty when the text is not of that form. */
  public static Optional<RecordId> parse(String text) {
    int slash = text.indexOf('/');
    if (slash < 1 || slash == text.length() - 1) {
      return Optional.empty();
    }
    return RecordKind.of(text.substring(0, slash))
        .map(kind -> new RecordId(kind, text.substring(slash + 1)));
  }

  @Override
  public String toString() {
    return kind.word() + "/" + key;
  }
}
