package org.regards.review;

import org.jspecify.annotations.Nullable;

/**
 * Something that a rule found in a letter.
 *
 * @param sentence what is wrong, in one plain sentence
 * @param suggestion what would be better, or null where the sentence says it
 */
public record Finding(
    Rule rule, Severity severity, Place place, String sentence, @Nullable Suggestion suggestion) {}
