package org.regards.mail;

import org.jspecify.annotations.Nullable;
import org.regards.customer.EmailAddress;

/**
 * What the business adds to each message.
 *
 * @param dkim signs it, or null
 * @param replyTo where answers go instead of to who signs the letter, or null
 * @param archive gets a copy that nobody sees, or null
 * @param unsubscribe a page that ends invitations to whom a message went, or null
 */
public record FormRules(
    @Nullable Dkim dkim,
    @Nullable EmailAddress replyTo,
    @Nullable EmailAddress archive,
    @Nullable UnsubscribePage unsubscribe) {
  static final FormRules NONE = new FormRules(null, null, null, null);
}
