package org.regards.store;

import org.regards.language.RegardsException;

/** The store was written by a newer program, whose tables this one does not know. */
public final class StoreNewerException extends RegardsException {
  private final int storeVersion;

  StoreNewerException(StoreLocation location, int storeVersion, int knownVersion) {
    super(
        "The store %s was written by a newer Regards: its version is %d, this program knows up to %d."
                .formatted(location, storeVersion, knownVersion)
            + " Update this program, or name another store with --store.");
    this.storeVersion = storeVersion;
  }

  public int storeVersion() {
    return storeVersion;
  }
}
