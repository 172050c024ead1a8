package org.regards.triage;

/** What was weighed and not recommended. */
public record Rejected(Move move, String because) {}
