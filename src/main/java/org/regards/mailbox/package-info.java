/**
 * What comes back by mail: bounces, delays, replies, automatic answers. {@link
 * org.regards.mailbox.Mailroom} says what a message is and why; {@link org.regards.mailbox.Filing}
 * files it; {@link org.regards.mailbox.Mailbox} reads messages by IMAP. Every message is taken for
 * hostile: its size, depth and form are limited, and none makes it fail.
 */
@NullMarked
package org.regards.mailbox;

import org.jspecify.annotations.NullMarked;
