package org.regards.letter;

/**
 * A file with its bytes, before it is kept with a letter. Nobody changes the bytes.
 *
 * @param file what is kept of it beside them
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them; a copy of 20 MB is dear
public record FileToAttach(AttachedFile file, byte[] bytes) {}
