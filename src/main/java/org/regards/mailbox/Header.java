package org.regards.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The fields above a message or a part, in their order, unfolded and with their words decoded. */
record Header(List<Field> fields) {
  static final Header NONE = new Header(List.of());

  /**
   * One of them.
   *
   * @param name in lower case
   */
  record Field(String name, String value) {
    static Field of(String name, String raw) {
      return new Field(name.strip().toLowerCase(Locale.ROOT), EncodedWord.decoded(raw).strip());
    }
  }

  Header {
    fields = List.copyOf(fields);
  }

  /** The value of the first field of a name, or empty. */
  String first(String name) {
    return find(name).orElse("");
  }

  Optional<String> find(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).findFirst();
  }

  List<String> all(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).map(Field::value).toList();
  }

  boolean has(String name) {
    return find(name).isPresent();
  }

  /** Whether these fields stand above a whole message and not above a part of one. */
  boolean isOfMessage() {
    return has("from") || has("to") || has("received") || has("message-id") || has("subject");
  }
}
