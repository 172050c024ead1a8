/**
 * What happened between a customer and us: orders, interactions, cases, letters. Entry types:
 * {@link org.regards.history.Dossiers} loads, {@link org.regards.history.Dossier} holds it as of a
 * moment. Knows nothing of policies or letter types.
 */
@NullMarked
package org.regards.history;

import org.jspecify.annotations.NullMarked;
