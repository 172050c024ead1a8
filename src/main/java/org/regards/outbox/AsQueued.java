package org.regards.outbox;

import org.regards.mail.MailIdentity;

/** What was settled of an email when it was queued, so that each attempt sends the same. */
record AsQueued(MailIdentity identity, Conversation conversation) {}
