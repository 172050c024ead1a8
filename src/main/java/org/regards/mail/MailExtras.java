package org.regards.mail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes out with a letter beside its words.
 *
 * @param inReplyTo the message that the letter answers, or null
 * @param references the messages of that conversation, the oldest first; empty unless it answers
 *     one
 */
public record MailExtras(
    @Nullable MessageId inReplyTo, List<MessageId> references, List<MailAttachment> attachments) {
  public static final MailExtras NONE = new MailExtras(null, List.of(), List.of());

  public MailExtras {
    references = List.copyOf(references);
    attachments = List.copyOf(attachments);
  }
}
