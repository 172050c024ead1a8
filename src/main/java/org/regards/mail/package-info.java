/**
 * A letter as an email: its MIME form and the SMTP conversation, or the sandbox when no server is
 * set. Entry types: {@link org.regards.mail.MailForm} and {@link org.regards.mail.Postbox}. Knows
 * nothing of paper or of the store.
 */
@NullMarked
package org.regards.mail;

import org.jspecify.annotations.NullMarked;
