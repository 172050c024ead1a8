package org.regards.customer;

/**
 * Where post reaches a customer. Parts may be empty; how they are set in lines is a matter of the
 * country of destination and of the page.
 *
 * @param country ISO 3166-1 alpha-2, upper case, or empty when unknown
 */
public record PostalAddress(
    String street, String locality, String region, String postalCode, String country) {}
