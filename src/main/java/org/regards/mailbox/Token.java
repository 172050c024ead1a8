package org.regards.mailbox;

import java.util.Optional;
import org.regards.mail.MessageId;
import org.regards.outbox.SentLetters;

/** Whether a message is about a letter of ours. Without that, a report may be a forgery. */
public sealed interface Token {
  /** The letter is in the store. */
  record Known(MessageId messageId, SentLetters.Sent letter) implements Token {}

  /** It names a message with an id of the form of ours; there is no store to look it up in. */
  record Likely(MessageId messageId) implements Token {}

  /** It names none of ours. */
  record None() implements Token {}

  /** The id by which it was recognised. */
  default Optional<MessageId> found() {
    return switch (this) {
      case Known known -> Optional.of(known.messageId());
      case Likely likely -> Optional.of(likely.messageId());
      case None ignored -> Optional.empty();
    };
  }
}
