package org.regards.mailbox;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regards.mail.MessageId;
import org.regards.outbox.SentLetters.Sent;

/** Finds the letter of ours that a message is about. */
final class Correspondence {
  private static final Pattern IN_TEXT =
      Pattern.compile("(?i)message[ -]?id[^\\n<]{0,40}(<[^\\s<>]{1,200}@[^\\s<>]{1,255}>)");
  private static final List<String> ANSWERING = List.of("in-reply-to", "references");
  private static final List<String> REFERRING =
      List.of("in-reply-to", "references", "original-message-id", "x-original-message-id");

  private final @Nullable Function<MessageId, Optional<Sent>> sent;

  /**
   * @param sent looks a letter up, or null where there is no store
   */
  Correspondence(@Nullable Function<MessageId, Optional<Sent>> sent) {
    this.sent = sent;
  }

  /**
   * @param incoming what the message is: a person's answer is about what it answers, a report about
   *     what it returns
   */
  Token token(Survey survey, Incoming incoming) {
    Set<MessageId> ids = new LinkedHashSet<>();
    if (incoming instanceof Incoming.Reply) {
      for (String name : ANSWERING) {
        survey.header().all(name).forEach(value -> ids.addAll(MessageId.in(value)));
      }
    }
    ids.addAll(named(survey));
    List<MessageId> likely = ids.stream().filter(MessageId::mayBeOurs).limit(20).toList();
    if (sent == null) {
      return likely.isEmpty() ? new Token.None() : new Token.Likely(likely.getFirst());
    }
    for (MessageId id : likely) {
      Optional<Sent> found = sent.apply(id);
      if (found.isPresent()) {
        return new Token.Known(id, found.get());
      }
    }
    return new Token.None();
  }

  /** Ids that the message names, those that a server was asked to name first. */
  private static Set<MessageId> named(Survey survey) {
    Set<MessageId> ids = new LinkedHashSet<>();
    for (DeliveryStatus status : survey.statuses()) {
      // RFC 3464 2.2.1: what we gave as ENVID (RFC 3461 4.4), our id without its brackets
      status
          .message()
          .all("original-envelope-id")
          .forEach(value -> ids.addAll(MessageId.in("<" + value.strip() + ">")));
    }
    for (Header header : survey.returned()) {
      header.all("message-id").forEach(value -> ids.addAll(MessageId.in(value)));
    }
    for (String name : REFERRING) {
      survey.header().all(name).forEach(value -> ids.addAll(MessageId.in(value)));
      survey
          .receipt()
          .ifPresent(
              receipt -> receipt.all(name).forEach(value -> ids.addAll(MessageId.in(value))));
    }
    Matcher inText = IN_TEXT.matcher(survey.words());
    while (inText.find()) {
      ids.addAll(MessageId.in(inText.group(1)));
    }
    return ids;
  }
}
