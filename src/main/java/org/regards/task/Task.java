package org.regards.task;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.regards.audit.Actor;

/**
 * Something that a person must do.
 *
 * @param done how it was done, or null while it is open
 */
public record Task(
    TaskId id, TaskOrder order, Actor openedBy, Instant openedAt, @Nullable Done done) {

  /** Who did it, when, and what came of it. */
  public record Done(Actor by, Instant at, String words) {}

  public boolean isOpen() {
    return done == null;
  }

  /** Whether its day, in UTC, is over. */
  public boolean isPastDue(Instant now) {
    return LocalDate.ofInstant(now, ZoneOffset.UTC).isAfter(order.due());
  }
}
