/**
 * What must not be written to whom: pauses, stops until people have decided, legal holds. Entry
 * types: {@link org.regards.hold.Holds} sets and lifts, {@link org.regards.hold.HoldDao} is asked
 * by whatever lets a letter go, in its own transaction.
 */
@NullMarked
package org.regards.hold;

import org.jspecify.annotations.NullMarked;
