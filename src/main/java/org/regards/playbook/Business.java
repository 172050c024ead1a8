package org.regards.playbook;

import org.regards.customer.PostalAddress;

/**
 * The business that letters come from, as its settings have it; every text may be empty.
 *
 * @param address the sender's address, printed as return line and in the letterhead
 * @param documentsLanguage ISO 639 code of the language its policies are written in
 */
public record Business(
    String name,
    PostalAddress address,
    String email,
    String phone,
    String web,
    String documentsLanguage) {

  /** A business of which nothing is known: letters then come from the person who signs alone. */
  public static Business unknown() {
    return new Business("", new PostalAddress("", "", "", "", ""), "", "", "", "en");
  }
}
