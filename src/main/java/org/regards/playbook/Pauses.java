package org.regards.playbook;

import org.jspecify.annotations.Nullable;
import org.regards.history.PolicyId;

/**
 * How long a pause of our correspondence lasts, in days.
 *
 * @param policy on which a pause rests, or null when the policy's topic tells
 */
public record Pauses(int days, int longest, int reviewBeforeEnd, @Nullable PolicyId policy) {}
