package org.regards.outbox;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.regards.customer.CustomerId;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;

/**
 * An email as the outbox has it.
 *
 * @param name of the recipient
 * @param state one of {@link #states}
 * @param due when it may go next, where it may
 * @param tries how often a server has not taken it
 * @param said what the server said last, or why it waits; may be empty
 * @param waitsFor why it must not go without a person's word, or empty
 * @param mayHaveArrived once already
 * @param server that was talked to last, or empty
 * @param changed when its state was reached
 */
public record OutboxEntry(
    LetterId letter,
    LetterType type,
    CustomerId customer,
    String name,
    String state,
    Instant due,
    int tries,
    String said,
    String waitsFor,
    boolean mayHaveArrived,
    String server,
    String messageId,
    Instant changed) {
  /** What an email can have come to, in the words of the store. */
  public static List<String> states() {
    return Arrays.stream(DeliveryState.values())
        .filter(state -> !state.isOnPaper())
        .map(DeliveryState::word)
        .toList();
  }

  public boolean isInDoubt() {
    return state.equals(DeliveryState.IN_DOUBT.word());
  }

  /**
   * What to do about it, or when it goes on; empty where nothing is to be said.
   *
   * @param stopped whether all email stands still
   */
  public String next(Instant now, boolean stopped) {
    return switch (DeliveryState.of(state)) {
      case IN_DOUBT ->
          "look for %s in the recipient's mailbox or the log of %s, or ask; then: regards outbox resolve %s --delivered --as STAFF, or --resend"
              .formatted(messageId, server, letter);
      case QUEUED, DEFERRED ->
          waitsFor.isEmpty()
              ? (mayHaveArrived ? "it may have arrived; " : "") + goesOn(now, stopped)
              : waitsFor;
      case REFUSED -> "compose it again, or with --channel print";
      case BOUNCED -> "correct the address and compose it again, or with --channel print";
      case SENDING, DOT_SENT, ACCEPTED, REPLIED, CANCELLED -> "";
      case IN_RUN, PRINTED, POSTED, RETURNED ->
          throw new IllegalStateException("an email cannot be on paper: " + letter);
    };
  }

  private String goesOn(Instant now, boolean stopped) {
    if (stopped) {
      return "all email stands still";
    }
    return due.isAfter(now) ? "goes on " + Words.moment(due) : "is due: regards send";
  }
}
