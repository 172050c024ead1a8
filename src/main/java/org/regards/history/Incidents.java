package org.regards.history;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.regards.store.Database;

/** Keeps what people say contacts are. */
public final class Incidents {
  private final Database database;

  public Incidents(Database database) {
    this.database = database;
  }

  /**
   * Adds a verdict; of several on one contact and tag the last counts.
   *
   * @throws UnknownInteractionException when there is no such contact
   */
  public Interaction add(IncidentVerdict verdict) {
    return database.write(handle -> add(handle, verdict));
  }

  /** As {@link #add(IncidentVerdict)}, within the caller's transaction. */
  public static Interaction add(Handle handle, IncidentVerdict verdict) {
    Interaction contact =
        new InteractionDao(handle)
            .find(List.of(verdict.interaction())).stream()
                .findFirst()
                .orElseThrow(() -> new UnknownInteractionException(verdict.interaction()));
    new IncidentVerdictDao(handle).insert(contact.customer(), verdict);
    return contact;
  }
}
