package org.regards.letter;

import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;

/**
 * Whom a letter goes to, as written on it.
 *
 * @param name the person's name as an address has it, with title where one is on record
 * @param organisation empty for a private person
 * @param email as recorded, or empty
 */
public record Recipient(
    CustomerId customer, String name, String organisation, PostalAddress address, String email) {}
