package org.regards.outbox;

/**
 * Why a letter that was let go must not leave now.
 *
 * @param passes whether it may go by itself when the reason is gone; else a person must look at the
 *     letter and let it go again
 */
record Stopping(String reason, boolean passes) {}
