package org.regards.outbox;

import java.util.OptionalInt;
import org.regards.mail.SendingLimits;

/**
 * How many letters may leave.
 *
 * @param server what the mail server takes, of all workers together
 * @param domainAtOnce under way to one domain at the same time, of each worker
 * @param domainPerMinute to one domain, of each worker
 */
public record PaceLimits(
    SendingLimits server, OptionalInt domainAtOnce, OptionalInt domainPerMinute) {
  public static final PaceLimits NONE =
      new PaceLimits(SendingLimits.NONE, OptionalInt.empty(), OptionalInt.empty());
}
