package org.regards.history;

import java.time.Instant;
import org.regards.customer.StaffId;

/**
 * What a person says a contact is, or is not, whatever it was tagged with when it came in.
 *
 * @param tag a kind of conduct or threat
 * @param confirmed false when the person says that it is none
 * @param reason may be empty
 */
public record IncidentVerdict(
    InteractionId interaction, Tag tag, boolean confirmed, StaffId by, Instant at, String reason) {}
