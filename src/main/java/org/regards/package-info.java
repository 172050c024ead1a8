/**
 * The composition root: {@link org.regards.Main} reads the command line and puts the parts
 * together. The only package that may know every other; none may know it.
 */
@NullMarked
package org.regards;

import org.jspecify.annotations.NullMarked;
