package org.regards.mail;

import java.net.URI;
import java.util.Optional;

/**
 * A page that mail programs ask with one click, RFC 8058.
 *
 * @param template an https address in which {@code {message}} stands for what names the message,
 *     and with it whom it went to
 */
record UnsubscribePage(String template) {
  private static final String MESSAGE = "{message}";
  private static final int LONGEST = 400;

  static Optional<UnsubscribePage> of(String template) {
    if (!template.contains(MESSAGE) || template.length() > LONGEST) {
      return Optional.empty();
    }
    try {
      URI uri = URI.create(template.replace(MESSAGE, "0a"));
      boolean usable =
          "https".equals(uri.getScheme())
              && uri.getHost() != null
              && template.chars().allMatch(c -> c > ' ' && c < 0x7F && c != '<' && c != '>');
      return usable ? Optional.of(new UnsubscribePage(template)) : Optional.empty();
    } catch (IllegalArgumentException notAnAddress) {
      return Optional.empty();
    }
  }

  /** The page for whom a message went to; nobody else can guess it. */
  String of(MailIdentity message) {
    String id = message.messageId();
    return template.replace(MESSAGE, id.substring(1, id.indexOf('@')));
  }
}
