/**
 * Whose word a letter needs before it leaves, and whether it has it. Entry types: {@link
 * org.regards.approval.Approvals} for people who read letters and say yes or no, {@link
 * org.regards.approval.Clearance} for whatever lets letters go. A word counts for the text that it
 * was said of: it is kept with the letter's digest and never changed.
 */
@NullMarked
package org.regards.approval;

import org.jspecify.annotations.NullMarked;
