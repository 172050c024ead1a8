package org.regards.outbox;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.regards.mail.Reply;

/** Why mail to an address will never arrive, whatever the letter. */
public enum AddressFault {
  NO_SUCH_USER("nobody there has this address"),
  NO_SUCH_DOMAIN("there is no such mail domain"),
  MOVED("the person has another address now"),
  DISABLED("the mailbox is closed or not in use");

  private final String words;

  AddressFault(String words) {
    this.words = words;
  }

  /** In the middle of a sentence. */
  public String words() {
    return words;
  }

  /** The word in the store, for example {@code no-such-user}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<AddressFault> of(String word) {
    return Arrays.stream(values()).filter(fault -> fault.word().equals(word)).findFirst();
  }

  /** Of a refusal that says that the address is bad ({@link org.regards.mail.ReplyMeaning}). */
  static AddressFault of(Reply refusal) {
    return switch (status(refusal)) {
      case "5.1.2", "5.1.10" -> NO_SUCH_DOMAIN;
      case "5.1.6" -> MOVED;
      case "5.2.1" -> DISABLED;
      default -> NO_SUCH_USER;
    };
  }

  /** The enhanced code of RFC 3463 that a reply begins with, or its three digits. */
  static String status(Reply refusal) {
    String first = refusal.text().strip().split("\\s", 2)[0];
    return first.matches("5\\.[0-9]{1,3}\\.[0-9]{1,3}") ? first : String.valueOf(refusal.code());
  }
}
