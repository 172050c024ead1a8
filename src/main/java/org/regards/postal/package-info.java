/**
 * What the post asks of a letter: addresses in lines, the forms of letters, envelopes with their
 * windows, folds, and whether an address shows in a window however the sheet slips. Lengths are in
 * millimetres, places from the top left corner. Entry types: {@link org.regards.postal.LetterForm},
 * {@link org.regards.postal.WindowFit} and {@link org.regards.postal.AddressLines}. Knows nothing
 * of PDF.
 */
@NullMarked
package org.regards.postal;

import org.jspecify.annotations.NullMarked;
