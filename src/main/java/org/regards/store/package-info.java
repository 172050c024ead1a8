/**
 * The one file (or PostgreSQL database) everything is kept in: opening, migrating, transactions,
 * and the names of records. Entry type: {@link org.regards.store.Database}. Knows no feature's
 * tables.
 */
@NullMarked
package org.regards.store;

import org.jspecify.annotations.NullMarked;
