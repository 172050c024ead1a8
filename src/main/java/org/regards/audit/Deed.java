package org.regards.audit;

import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;

/**
 * Something that somebody did, to be written into the trail.
 *
 * @param record what it was done to, as records are named everywhere: {@code letter/L-12}
 * @param customer whom it is about, or null
 * @param because why, in the person's own words, or what exactly was done; may be empty
 */
public record Deed(
    Actor actor, Act act, String record, @Nullable CustomerId customer, String because) {}
