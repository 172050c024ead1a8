package org.regards.store;

import java.util.Optional;

/** Names one field of one record, written {@code customer/C-1001.since}. */
public record RecordField(RecordId record, String field) {
  public RecordField {
    if (!isName(field)) {
      throw new IllegalArgumentException("not the name of a field: " + field);
    }
  }

  /** Reads {@code customer/C-1001.since}; empty when the text is not of that form. */
  public static Optional<RecordField> parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 1 || !isName(text.substring(dot + 1))) {
      return Optional.empty();
    }
    return RecordId.parse(text.substring(0, dot))
        .map(record -> new RecordField(record, text.substring(dot + 1)));
  }

  @Override
  public String toString() {
    return record + "." + field;
  }

  /** A lower-case word with underscores. By hand: a letter names a hundred fields. */
  private static boolean isName(String text) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      boolean letter = character >= 'a' && character <= 'z';
      boolean other = character == '_' || (character >= '0' && character <= '9');
      if (!letter && !(other && at > 0)) {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
