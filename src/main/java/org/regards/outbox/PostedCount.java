package org.regards.outbox;

import java.time.LocalDate;

/**
 * What was noted of a run that went to the post.
 *
 * @param letters that are posted now
 * @param before letters that had been posted or come back before
 * @param waiting letters of the run that have not been posted
 */
public record PostedCount(RunId run, LocalDate on, int letters, int before, int waiting) {}
