/**
 * The letter itself: parts, blocks, facts; its types; the composer that writes one from a dossier;
 * the drafts in the store. Entry types: {@link org.regards.letter.Composer} and {@link
 * org.regards.letter.Drafts}. Knows nothing of paper or mail.
 */
@NullMarked
package org.regards.letter;

import org.jspecify.annotations.NullMarked;
