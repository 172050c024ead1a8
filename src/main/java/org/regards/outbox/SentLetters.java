package org.regards.outbox;

import java.util.Optional;
import org.regards.letter.LetterId;
import org.regards.mail.MessageId;
import org.regards.store.Database;

/** Which letter went out as a message, for what comes back. */
public final class SentLetters {
  private final Database database;

  public SentLetters(Database database) {
    this.database = database;
  }

  /**
   * A letter that went out.
   *
   * @param recipient the email address it was sent to
   */
  public record Sent(LetterId letter, String recipient) {}

  /** The letter of a message of ours; empty when none has this id. */
  public Optional<Sent> find(MessageId messageId) {
    return database
        .read(handle -> new DeliveryDao(handle).findByMessageId(messageId.value()))
        .map(delivery -> new Sent(delivery.letter(), delivery.recipient()));
  }
}
