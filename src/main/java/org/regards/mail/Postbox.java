package org.regards.mail;

import java.nio.file.Path;
import java.util.Optional;

/** Takes messages to a mail server, one at a time: for one thread. Whoever opened it closes it. */
public interface Postbox extends AutoCloseable {
  /**
   * Sends one message.
   *
   * @param keptName the stable name of the file, without its ending, where the messages are kept; a
   *     real server never sees it
   * @param beforeDot run when the server has all but the final dot, after which it may take the
   *     message over; if it throws, the dot is never sent and the exception comes out here
   */
  PostResult post(Mail mail, String keptName, Runnable beforeDot);

  /** Where a message of that kept name is kept as a file; a real server keeps none. */
  default Optional<Path> keptAt(String keptName) {
    return Optional.empty();
  }

  /** For messages and the record: {@code smtp.example.org:587}, or {@code sandbox}. */
  String serverName();

  @Override
  void close();
}
