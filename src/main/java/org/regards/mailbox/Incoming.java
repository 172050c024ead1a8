package org.regards.mailbox;

import java.util.List;

/** What a message is. */
public sealed interface Incoming {
  /** One word, for scripts. */
  default String word() {
    return switch (this) {
      case Bounce ignored -> "bounce";
      case Delayed ignored -> "delayed";
      case Reply ignored -> "reply";
      case AutoReply ignored -> "auto-reply";
      case Other ignored -> "other";
    };
  }

  /** Those that it reports on; empty when it is no report. */
  default List<Reported> recipients() {
    return switch (this) {
      case Bounce bounce -> bounce.reported();
      case Delayed delayed -> delayed.reported();
      case Other other -> other.reported();
      case Reply ignored -> List.of();
      case AutoReply ignored -> List.of();
    };
  }

  /** It did not arrive, for at least one recipient, and will not. */
  record Bounce(List<Reported> reported) implements Incoming {
    public Bounce {
      reported = List.copyOf(reported);
    }
  }

  /** It has not arrived yet; nobody has to do anything. */
  record Delayed(List<Reported> reported) implements Incoming {
    public Delayed {
      reported = List.copyOf(reported);
    }
  }

  /** A person answers. */
  record Reply(String from) implements Incoming {}

  /** A program answers for a person, which counts as nothing. */
  record AutoReply(String from) implements Incoming {}

  /**
   * Anything else.
   *
   * @param what it is, in a few words
   * @param reported whom a report of success is about
   */
  record Other(String what, List<Reported> reported) implements Incoming {
    public Other {
      reported = List.copyOf(reported);
    }
  }
}
