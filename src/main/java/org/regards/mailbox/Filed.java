package org.regards.mailbox;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.history.InteractionId;
import org.regards.letter.LetterId;
import org.regards.task.TaskId;

/** What was done with a message. */
public sealed interface Filed {
  /** One word, for scripts. */
  default String word() {
    return switch (this) {
      case Bounced ignored -> "bounced";
      case Delayed ignored -> "delayed";
      case Contact contact -> contact.answers() == null ? "mail" : "reply";
      case Automatic ignored -> "auto-reply";
      case Proof ignored -> "proof";
      case Before ignored -> "filed-before";
      case Left left -> left.why().word();
    };
  }

  /**
   * A letter of ours came back.
   *
   * @param addressClosed whether no other letter goes to that address by email
   * @param emailStopped whether it shows a fault of ours, for which all email stands still now
   * @param task in which somebody sees to it
   */
  record Bounced(
      LetterId letter,
      CustomerId customer,
      Reason reason,
      StatusCode status,
      boolean addressClosed,
      boolean emailStopped,
      TaskId task)
      implements Filed {}

  /** A letter of ours is still on its way. */
  record Delayed(LetterId letter) implements Filed {}

  /**
   * A person wrote, and it stands in the history: mostly of one customer, of several where they
   * share an address.
   *
   * @param answers the letter that it answers, or null
   */
  record Contact(List<Kept> kept, @Nullable LetterId answers) implements Filed {
    public Contact {
      kept = List.copyOf(kept);
    }
  }

  /**
   * A contact in the history.
   *
   * @param otherAddress whether it came from an address that is not on record for the customer
   */
  record Kept(CustomerId customer, InteractionId interaction, boolean otherAddress) {}

  /** A program answered, which counts as nothing. */
  record Automatic() implements Filed {}

  /** It shows that a letter arrived of which nobody could know that. */
  record Proof(LetterId letter) implements Filed {}

  /** It was filed before, or stood in the history already, or tells nothing new. */
  record Before() implements Filed {}

  /**
   * It was left alone.
   *
   * @param what it is, in a few words
   */
  record Left(Why why, String what) implements Filed {}

  /** Why a message was left alone. */
  enum Why {
    /** A report on a message that we did not send: anybody can write one. */
    FORGED("forged"),
    /** From nobody whom we know. */
    STRANGER("stranger"),
    /** From one of us, or a copy of our own. */
    OURS("ours"),
    /** Lists, receipts, complaints of machines. */
    OTHER("other");

    private final String word;

    Why(String word) {
      this.word = word;
    }

    /** For scripts. */
    public String word() {
      return word;
    }
  }
}
