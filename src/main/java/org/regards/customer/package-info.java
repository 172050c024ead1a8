/**
 * The person a letter is for: names, form of address, postal and email address, language. Entry
 * type: {@link org.regards.customer.Customer}. Knows nothing of what happened between us.
 */
@NullMarked
package org.regards.customer;

import org.jspecify.annotations.NullMarked;
