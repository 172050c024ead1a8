package org.regards.outbox;

import java.time.Instant;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterId;

/**
 * One way of one letter to one recipient, as stored.
 *
 * @param recipient the email address, or on paper the customer's key
 * @param attempt counts from 1; 0 before the first
 * @param digest SHA-256 in hex over what goes out
 * @param messageId empty on paper
 * @param server empty until one has answered
 * @param reply what the server answered last, or empty
 * @param dueAt when an email may be tried next
 * @param resent whether it may have arrived once already
 * @param file where the printed or kept letter lies, or empty
 */
record Delivery(
    long id,
    LetterId letter,
    LetterChannel channel,
    String recipient,
    DeliveryState state,
    int attempt,
    String digest,
    String messageId,
    String server,
    String reply,
    String file,
    Instant queuedAt,
    Instant changedAt,
    Instant dueAt,
    boolean resent) {}
