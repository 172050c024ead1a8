package org.regards.mail;

import java.time.Duration;

/**
 * How long a server may be silent.
 *
 * @param connect until it answers the phone
 * @param reply until it answers a command: 5 minutes by RFC 5321 4.5.3.2
 * @param finalReply until it answers the final dot: 10 minutes there, because a message that it
 *     took while we gave up would be sent twice
 */
record Patience(Duration connect, Duration reply, Duration finalReply) {
  static final Patience OF_RFC_5321 =
      new Patience(Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(10));
}
