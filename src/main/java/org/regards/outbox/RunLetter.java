package org.regards.outbox;

import org.regards.letter.LetterId;

/**
 * Where a letter lies in a print run.
 *
 * @param file the number of the file
 * @param firstSheet counted over the whole run
 * @param place on its sheet, from 1, where several cards share one
 * @param firstPage counted in the file
 * @param pages without blank backs
 * @param digest of the letter
 */
record RunLetter(
    LetterId letter,
    int file,
    int firstSheet,
    int lastSheet,
    int place,
    int firstPage,
    int pages,
    String envelope,
    String digest) {}
