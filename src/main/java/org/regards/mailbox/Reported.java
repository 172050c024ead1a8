package org.regards.mailbox;

import java.util.Optional;

/**
 * What a report says of one recipient.
 *
 * @param address that it is about; empty when it names none
 * @param sentTo the address that we wrote to, when it was forwarded from there; else the same
 * @param named whether the report itself names it, and not only the message that came back
 * @param status as exact as the report allows
 * @param given what the report gives as status, when it gives one
 * @param diagnostic the words it goes by, on one line
 * @param server that said so, or empty
 */
public record Reported(
    String address,
    String sentTo,
    boolean named,
    Action action,
    StatusCode status,
    Optional<StatusCode> given,
    Reason reason,
    String diagnostic,
    String server) {

  /** As it is, of a message that we know to have been sent to another address. */
  Reported withSentTo(String other) {
    return new Reported(address, other, named, action, status, given, reason, diagnostic, server);
  }
}
