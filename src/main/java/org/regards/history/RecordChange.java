package org.regards.history;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.store.RecordField;

/**
 * An import changed a field: what it held before and what it holds since. Values are written as a
 * file writes them.
 *
 * @param customer whom the record belongs to, or null for a policy or a member of staff
 * @param source the name of the file
 * @param line where the record stands in it
 */
public record RecordChange(
    RecordField field,
    @Nullable CustomerId customer,
    String oldValue,
    String newValue,
    Instant importedAt,
    String source,
    long line) {}
