package org.regards.mailbox;

/**
 * A message of a mailbox that was looked at.
 *
 * @param uid its number there (RFC 9051 2.3.1.1)
 */
public record Received(String folder, long uid, Became became) {
  /** What became of it. */
  public sealed interface Became {
    record Done(Filed filed) implements Became {}

    /** Somebody deleted it in between. */
    record Gone() implements Became {}

    /** It could not be read several times in a row, and was passed over: a person looks at it. */
    record Unreadable() implements Became {}
  }
}
