package org.regards.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;

/**
 * An attempt at a delivery by email that is ours.
 *
 * @param attempt the fence: whoever begins the next one takes it from us
 * @param by who let the letter go
 * @param tries how often a server has not taken it
 * @param firstTriedAt when that happened first, or null
 * @param resent whether it may have arrived once already
 * @param queuedAt the date in the message, the same over all attempts
 */
record Claim(
    long delivery,
    LetterId letter,
    String recipient,
    Actor by,
    int attempt,
    int tries,
    @Nullable Instant firstTriedAt,
    boolean resent,
    String messageId,
    Instant queuedAt) {
  String domain() {
    return recipient.substring(recipient.lastIndexOf('@') + 1);
  }
}
