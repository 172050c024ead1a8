package org.regards.letter;

import org.regards.customer.Customer;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.language.LetterLanguage;
import org.regards.language.LocalFormats;

/**
 * Whom a letter goes to, as written on it.
 *
 * @param name the person's name as an address has it, with title where one is on record
 * @param organisation empty for a private person
 * @param email as recorded, or empty
 */
public record Recipient(
    CustomerId customer, String name, String organisation, PostalAddress address, String email) {
  /**
   * A customer as recorded, named as a letter in the language names people.
   *
   * @param formats of the same language
   */
  public static Recipient of(Customer customer, LetterLanguage language, LocalFormats formats) {
    return new Recipient(
        customer.id(),
        RecipientName.of(customer.name(), language, formats),
        customer.organisation(),
        customer.address(),
        customer.email());
  }
}
