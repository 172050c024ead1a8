package org.regards.store;

import java.util.Optional;
import java.util.regex.Pattern;

/** Names one field of one record, written {@code customer/C-1001.since}. */
public record RecordField(RecordId record, String field) {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

  public RecordField {
    if (!NAME.matcher(field).matches()) {
      throw new IllegalArgumentException("not the name of a field: " + field);
    }
  }

  /** Reads {@code customer/C-1001.since}; empty when the text is not of that form. */
  public static Optional<RecordField> parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 1 || !NAME.matcher(text.substring(dot + 1)).matches()) {
      return Optional.empty();
    }
    return RecordId.parse(text.substring(0, dot))
        .map(record -> new RecordField(record, text.substring(dot + 1)));
  }

  @Override
  public String toString() {
    return record + "." + field;
  }
}
