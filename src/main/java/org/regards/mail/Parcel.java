package org.regards.mail;

/**
 * One message on its way, as whoever sends it wants to hear of it. All is called on the thread of
 * the connection, in this order: {@link #beforeDot} at most once, then {@link #settled} or {@link
 * #keptBack} once.
 */
public interface Parcel {
  Mail mail();

  /** The stable name of the file, without its ending, where the sandbox keeps the message. */
  String keptName();

  /**
   * The server has all but the final dot, after which it may take the message over. Returns when
   * that is on record. If it throws, the dot is never sent, the connection is cut, and {@link
   * #keptBack} hears of it.
   */
  void beforeDot();

  /** What became of it. */
  void settled(PostResult result);

  /** {@link #beforeDot} would not let it go. */
  void keptBack(RuntimeException why);
}
