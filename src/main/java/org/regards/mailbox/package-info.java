/**
 * What comes back by mail: bounces, delays, replies, automatic answers. Entry type: {@link
 * org.regards.mailbox.Mailroom}, which says what a message is and why; it files nothing and marks
 * nothing. Every message is taken for hostile: its size, depth and form are limited, and none makes
 * it fail.
 */
@NullMarked
package org.regards.mailbox;

import org.jspecify.annotations.NullMarked;
