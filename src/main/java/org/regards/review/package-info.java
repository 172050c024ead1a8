/** Reads a letter before it goes: rules, what they find, and what would be better. */
@NullMarked
package org.regards.review;

import org.jspecify.annotations.NullMarked;
