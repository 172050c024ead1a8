package org.regards.mail;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a message, RFC 5322 3.6.4, with its angle brackets.
 *
 * @see MailForm
 */
public record MessageId(String value) {
  /** Visible ASCII only: an id is written into a header as it stands. */
  private static final Pattern ID =
      Pattern.compile("<[\\x21-\\x7E&&[^<>]]{1,200}@[\\x21-\\x7E&&[^<>]]{1,255}>");

  /** What {@link MailForm} makes: 20 bytes of a digest in hex, which nobody can guess. */
  private static final Pattern OURS = Pattern.compile("<[0-9a-f]{40}@[A-Za-z0-9.-]{1,255}>");

  /** All ids in a field or a text, in their order. */
  public static List<MessageId> in(String text) {
    List<MessageId> found = new ArrayList<>();
    Matcher id = ID.matcher(text);
    while (id.find()) {
      found.add(new MessageId(id.group()));
    }
    return found;
  }

  /** The id that a text consists of; empty when it is none that a header can hold. */
  public static Optional<MessageId> parse(String text) {
    return ID.matcher(text).matches() ? Optional.of(new MessageId(text)) : Optional.empty();
  }

  /** Whether the id has the form of ours; only the store knows whether it is. */
  public boolean mayBeOurs() {
    return OURS.matcher(value).matches();
  }

  @Override
  public String toString() {
    return value;
  }
}
