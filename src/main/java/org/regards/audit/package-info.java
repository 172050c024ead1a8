/** The audit trail: who did what, when and why, in a chain that shows what was changed. */
@NullMarked
package org.regards.audit;

import org.jspecify.annotations.NullMarked;
