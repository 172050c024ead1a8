package org.regards.outbox;

import java.time.Instant;

/**
 * Why all email stands still until a person says that it may go on: our own fault, or the mail
 * server does not let us in.
 *
 * @param reason a whole sentence
 */
public record QueueStop(String reason, Instant stoppedAt) {}
