package org.regards.outbox;

import java.util.Arrays;
import java.util.Locale;

/** How far a delivery has come; each is in the store before the act that it announces. */
enum DeliveryState {
  QUEUED,
  /** An attempt has begun; the message cannot be there yet. */
  SENDING,
  /** The final dot is being sent: from now on the server may have the message. */
  DOT_SENT,
  /** A mail server has taken the message over. */
  ACCEPTED,
  /** The server will never take it for this recipient. */
  REFUSED,
  /** Not taken, and may be tried again. */
  DEFERRED,
  /** Nobody here can know whether the server has it; a person finds out. */
  IN_DOUBT,
  /** A server took it over, and later a mail system said that it did not arrive. */
  BOUNCED,
  /** It arrived: its reader answered it. */
  REPLIED,
  /** Somebody took it out of the queue before its final dot. */
  CANCELLED,
  /** On a sheet of a print run, which is released once. */
  IN_RUN,
  PRINTED,
  /** The post has it. */
  POSTED,
  /** The post brought it back. */
  RETURNED;

  /** The word in the store. */
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  boolean isOnPaper() {
    return switch (this) {
      case IN_RUN, PRINTED, POSTED, RETURNED -> true;
      case QUEUED,
          SENDING,
          DOT_SENT,
          ACCEPTED,
          REFUSED,
          DEFERRED,
          IN_DOUBT,
          BOUNCED,
          REPLIED,
          CANCELLED ->
          false;
    };
  }

  static DeliveryState of(String word) {
    return Arrays.stream(values())
        .filter(state -> state.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("not the state of a delivery: " + word));
  }
}
