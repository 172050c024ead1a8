package org.regards.approval;

import org.regards.customer.StaffId;

/**
 * A person's yes to letters.
 *
 * @param because why the warnings do not hold, or whatever else they want to be known; may be empty
 * @param digest the beginning of the digest of what they read, in hex, or empty for whatever the
 *     letter says now
 */
public record Approving(StaffId by, String because, String digest) {}
