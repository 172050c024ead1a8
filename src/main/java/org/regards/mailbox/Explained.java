package org.regards.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a message is taken for, and why.
 *
 * @param messageId of the message itself, or empty
 * @param from who wrote it, by its header
 * @param system the mail system that reports, as far as it can be told, or empty
 * @param why the headers and lines that decided, most telling first
 * @param outer what the message is by itself, where all this is about a report that comes with it;
 *     null where it is about the message itself
 */
public record Explained(
    Incoming incoming,
    Token token,
    String messageId,
    String from,
    String system,
    List<Evidence> why,
    @Nullable Explained outer) {
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
