/**
 * Erasing a person: their name, addresses and words go from every table, and files with them; what
 * stays says that it was done. Entry type: {@link org.regards.erasure.Erasures}.
 */
@NullMarked
package org.regards.erasure;

import org.jspecify.annotations.NullMarked;
