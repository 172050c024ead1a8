package org.regards.outbox;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.letter.LetterId;
import org.regards.mail.MailAttachment;
import org.regards.mail.MailExtras;
import org.regards.mail.MessageId;

/**
 * The messages that a letter carries on, the oldest first; the last one is the customer's own that
 * it answers. Found once, when the letter is queued, and kept, so that each attempt sends the same.
 */
record Conversation(List<MessageId> messages) {
  static final Conversation NONE = new Conversation(List.of());

  Conversation {
    messages = List.copyOf(messages);
  }

  /**
   * What those of the letters answer that answer something. A letter of a case answers the newest
   * email about it that had come when the letter was written. A pause, a farewell and a card after
   * it begin anew, so that nothing of the quarrel hangs on them.
   */
  static Map<LetterId, Conversation> of(Handle handle, Collection<LetterId> letters) {
    Map<LetterId, ConversationDao.Heard> newest = new HashMap<>();
    for (ConversationDao.Heard heard : new ConversationDao(handle).heard(letters)) {
      if (heard.isAboutTheCase()) {
        newest.merge(heard.letter(), heard, ConversationDao.Heard::newer);
      }
    }
    Map<LetterId, Conversation> conversations = new HashMap<>();
    newest.forEach(
        (letter, heard) ->
            MessageId.parse(heard.messageId())
                .ifPresent(theirs -> conversations.put(letter, answering(theirs, heard.ours()))));
    return conversations;
  }

  private static Conversation answering(MessageId theirs, @Nullable String ours) {
    return new Conversation(
        Stream.concat(
                Optional.ofNullable(ours).flatMap(MessageId::parse).stream(), Stream.of(theirs))
            .toList());
  }

  /**
   * The conversation that was kept.
   *
   * @param text as {@link #text} wrote it
   */
  static Conversation kept(String text) {
    return text.isEmpty() ? NONE : new Conversation(MessageId.in(text));
  }

  /** For the store; empty when the letter answers nothing. */
  String text() {
    return String.join(" ", messages.stream().map(MessageId::value).toList());
  }

  /** With what goes out beside it. */
  MailExtras with(List<MailAttachment> attachments) {
    return new MailExtras(
        messages.isEmpty() ? null : messages.getLast(), new ArrayList<>(messages), attachments);
  }
}
