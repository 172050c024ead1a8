package org.regards.mail;

import java.util.Optional;

/** Where a {@link Proof} comes from. Never printed; safe for several threads. */
public interface Secret {
  /** What counts now; may read a file, run a command or ask a service, and take its time. */
  Proof proof();

  /** Another, now that a server refused this one; empty when there is no other. Ask once. */
  default Optional<Proof> insteadOf(Proof refused) {
    return Optional.empty();
  }
}
