package org.regards.triage;

import org.jspecify.annotations.Nullable;
import org.regards.history.InteractionId;
import org.regards.history.Tag;

/**
 * Words in a message that a person should look at. It changes no recommendation: what the message
 * is, the person says.
 *
 * @param tag what it might be, or null when it may speak of hardship, of which no label is kept
 * @param words as they stand in the message
 */
public record Proposal(InteractionId interaction, @Nullable Tag tag, String words) {}
