package org.regards.letter;

/**
 * A file that goes with a letter.
 *
 * @param name as the recipient sees it; one line, no path
 * @param mediaType for example {@code image/png}
 * @param size in bytes
 * @param sha256 of its bytes, in hex
 */
public record AttachedFile(String name, String mediaType, long size, String sha256) {}
