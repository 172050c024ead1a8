package org.regards.mail;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What became of one message. */
public sealed interface PostResult {
  /**
   * The server has taken it over.
   *
   * @param file where the sandbox keeps it, or null when it left for a real server
   */
  record Accepted(Reply reply, @Nullable Path file) implements PostResult {}

  /** The server will never take it for this recipient. */
  record Refused(Reply reply) implements PostResult {}

  /**
   * The server has not taken it and may later; also a connection that was lost before the final
   * dot.
   */
  record Deferred(Reply reply) implements PostResult {}

  /** Lost after the final dot: the server may have taken it or not, and nobody here can know. */
  record InDoubt(String reason) implements PostResult {}

  /**
   * No conversation came about, for this message or any other; the reason in plain words. It may
   * come about later.
   */
  record Unreachable(String reason) implements PostResult {}

  /**
   * The server does not let us in, or no longer: a person must mend something first, as the reason
   * says in plain words. Trying again by itself would only make it worse.
   */
  record ShutOut(String reason) implements PostResult {}
}
