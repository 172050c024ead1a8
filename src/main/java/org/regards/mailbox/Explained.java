package org.regards.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What a message is taken for, and why.
 *
 * @param messageId of the message itself, or empty
 * @param from who wrote it, by its header
 * @param system the mail system that reports, as far as it can be told, or empty
 * @param why the headers and lines that decided, most telling first
 */
public record Explained(
    Incoming incoming,
    Token token,
    String messageId,
    String from,
    String system,
    List<Evidence> why) {
  public Explained {
    why = List.copyOf(why);
  }

  /**
   * A place in the message and what it says.
   *
   * @param where for example {@code header Subject}
   */
  public record Evidence(String where, String says) {
    /** A field of the header, named as it is usually written. */
    static Evidence of(String field, String value) {
      return new Evidence("header " + written(field), Notice.cut(value));
    }

    private static String written(String field) {
      return Pattern.compile("(?:^|-)[a-z]")
          .matcher(field)
          .replaceAll(start -> start.group().toUpperCase(Locale.ROOT))
          .replace("Id", "ID");
    }

    @Override
    public String toString() {
      return where + ": " + says;
    }
  }
}
