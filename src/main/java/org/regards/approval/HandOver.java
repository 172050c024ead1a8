package org.regards.approval;

import java.time.Instant;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;

/**
 * A letter that one person wrote and another one signs.
 *
 * @param notBefore the moment before which it does not go
 * @param by who decided it
 */
public record HandOver(
    LetterId letter,
    StaffId from,
    StaffId to,
    Instant notBefore,
    StaffId by,
    String because,
    Instant at) {}
