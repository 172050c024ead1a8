/** What comes of it all: cases that are closed or opened again, and what customers answer. */
@NullMarked
package org.regards.outcome;

import org.jspecify.annotations.NullMarked;
