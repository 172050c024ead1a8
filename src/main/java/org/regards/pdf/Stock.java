package org.regards.pdf;

/**
 * What letters of one kind are printed on in a run, and how.
 *
 * @param name for names of files, for example {@code letters-A4}
 * @param paper to load, in words
 * @param bothSides whether it is always printed on both sides
 * @param flip the edge at which the sheet is turned for its other side, in words
 * @param finishing what is done after printing, in words, or empty
 * @param envelope that a letter goes out in, in words
 */
public record Stock(
    String name, String paper, boolean bothSides, String flip, String finishing, String envelope) {}
