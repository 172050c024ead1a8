package org.regards.mail;

import java.util.OptionalInt;

/**
 * How much a mail server takes from one sender.
 *
 * @param perMinute messages, or empty where it says nothing of minutes
 * @param perDay messages, or empty where it says nothing of days
 * @param connections open at the same time
 */
public record SendingLimits(OptionalInt perMinute, OptionalInt perDay, int connections) {
  /** What is sent over where nobody said otherwise. */
  public static final int USUAL_CONNECTIONS = 4;

  public static final int MOST_CONNECTIONS = 20;

  /** Of a server of which nothing is known. */
  public static final SendingLimits NONE =
      new SendingLimits(OptionalInt.empty(), OptionalInt.empty(), USUAL_CONNECTIONS);

  public SendingLimits {
    if (perMinute.orElse(1) < 1 || perDay.orElse(1) < 1) {
      throw new IllegalArgumentException(
          "a limit must allow a message, was: " + perMinute + perDay);
    }
    if (connections < 1 || connections > MOST_CONNECTIONS) {
      throw new IllegalArgumentException(
          "connections must lie between 1 and " + MOST_CONNECTIONS + ", was: " + connections);
    }
  }
}
