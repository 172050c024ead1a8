package org.regards.outbox;

import java.util.Locale;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;

/**
 * The name of a letter's file, without its ending: {@code L-000012-thank-you-C-1017}. The number
 * alone makes it the only one; the customer's key stands there for people, as far as every file
 * system takes it, so that it cannot lead out of the folder.
 */
final class LetterFileName {
  private static final int LONGEST_KEY = 60;

  private LetterFileName() {}

  static String of(LetterId id, Letter letter) {
    String key = letter.head().recipient().customer().value().replaceAll("[^A-Za-z0-9._-]", "_");
    return String.format(
        Locale.ROOT,
        "L-%06d-%s-%s",
        id.number(),
        letter.head().type().word(),
        key.substring(0, Math.min(key.length(), LONGEST_KEY)));
  }
}
