package org.regards.history;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;

/**
 * One contact between the customer and us.
 *
 * @param staff who of us took part, or null when unknown
 * @param subject may be empty
 * @param text the message itself over a written channel, our note of it otherwise; hostile input
 * @param messageId the Message-ID of an email (RFC 5322 3.6.4), or empty
 * @param minutes time it took us, never negative
 * @param recordedAt when we came to know of it, or null where that was when it happened
 */
public record Interaction(
    InteractionId id,
    CustomerId customer,
    Instant at,
    Channel channel,
    Direction direction,
    @Nullable StaffId staff,
    String subject,
    String text,
    Set<Tag> tags,
    String messageId,
    int minutes,
    @Nullable Instant recordedAt) {
  public Interaction {
    tags = Set.copyOf(tags);
    if (minutes < 0) {
      throw new IllegalArgumentException("minutes must not be negative, was: " + minutes);
    }
  }

  /** A contact that we knew of when it happened, or of which nobody says when we did. */
  public Interaction(
      InteractionId id,
      CustomerId customer,
      Instant at,
      Channel channel,
      Direction direction,
      @Nullable StaffId staff,
      String subject,
      String text,
      Set<Tag> tags,
      String messageId,
      int minutes) {
    this(
        id, customer, at, channel, direction, staff, subject, text, tags, messageId, minutes, null);
  }

  /** Since when somebody here can have known of it: a message may wait in its mailbox. */
  public Instant knownAt() {
    return recordedAt != null && recordedAt.isAfter(at) ? recordedAt : at;
  }

  /** Whether the customer, and not a machine of theirs, turned to us. */
  public boolean isFromCustomer() {
    return direction == Direction.IN && !tags.contains(Tag.AUTO_REPLY);
  }

  /** The same contact with what people have said of it, the last word on each tag counting. */
  Interaction judged(List<IncidentVerdict> verdicts) {
    Set<Tag> judged = EnumSet.noneOf(Tag.class);
    judged.addAll(tags);
    for (IncidentVerdict verdict : verdicts) {
      if (verdict.interaction().equals(id)) {
        if (verdict.confirmed()) {
          judged.add(verdict.tag());
        } else {
          judged.remove(verdict.tag());
        }
      }
    }
    return judged.equals(tags)
        ? this
        : new Interaction(
            id,
            customer,
            at,
            channel,
            direction,
            staff,
            subject,
            text,
            judged,
            messageId,
            minutes,
            recordedAt);
  }
}
