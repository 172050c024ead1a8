package org.regards.mail;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

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

  /**
   * Sends messages over one connection until there are no more. After one that was settled as
   * {@link PostResult.Unreachable} or {@link PostResult.ShutOut} the next begins a connection anew.
   *
   * @param parcels asked on this thread; the next one is asked for before the present one is
   *     answered where the server lets us write ahead (RFC 2920), so it must not wait for that
   *     answer. Empty when there is nothing to send at this moment.
   */
  default void post(Supplier<Optional<Parcel>> parcels) {
    for (Optional<Parcel> next = parcels.get(); next.isPresent(); next = parcels.get()) {
      Parcel parcel = next.get();
      try {
        parcel.settled(post(parcel.mail(), parcel.keptName(), parcel::beforeDot));
      } catch (RuntimeException why) {
        parcel.keptBack(why);
      }
    }
  }

  /** Where a message of that kept name is kept as a file; a real server keeps none. */
  default Optional<Path> keptAt(String keptName) {
    return Optional.empty();
  }

  /** For messages and the record: {@code smtp.example.org:587}, or {@code sandbox}. */
  String serverName();

  @Override
  void close();
}
