package org.regards.playbook;

/**
 * What nobody here does, whoever asks; no approval lifts it.
 *
 * @param source the law or promise that it comes from; may be empty
 */
public record NeverRule(String id, String rule, String source) {}
