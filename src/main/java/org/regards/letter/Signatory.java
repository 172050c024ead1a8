package org.regards.letter;

import org.regards.customer.StaffId;

/**
 * The named person a letter comes from.
 *
 * @param phone the direct line, or empty
 */
public record Signatory(StaffId staff, String name, String title, String email, String phone) {}
