package org.regards.mail;

import java.util.Optional;
import java.util.function.Supplier;

/** What there is to send, which is not asked again once it said that there is nothing more. */
final class Parcels {
  private final Supplier<Optional<Parcel>> source;
  private boolean over;

  Parcels(Supplier<Optional<Parcel>> source) {
    this.source = source;
  }

  Optional<Parcel> next() {
    if (over) {
      return Optional.empty();
    }
    Optional<Parcel> next = source.get();
    over = next.isEmpty();
    return next;
  }
}
