/**
 * Deliveries and their durable states, by email and on paper. Entry type: {@link
 * org.regards.outbox.Outbox}.
 */
@NullMarked
package org.regards.outbox;

import org.jspecify.annotations.NullMarked;
