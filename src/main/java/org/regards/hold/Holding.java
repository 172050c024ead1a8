package org.regards.hold;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.regards.customer.ErasureDao.Tombstone;
import org.regards.playbook.Role;
import org.regards.task.Task;

/** What became of a hold that was to be set. */
public sealed interface Holding {
  /**
   * Nothing goes out any more.
   *
   * @param tasks what is to be done now, by whom and by when
   */
  record Held(Hold hold, List<Task> tasks) implements Holding {
    public Held {
      tasks = List.copyOf(tasks);
    }
  }

  /** Its day has passed. */
  record Past(LocalDate due, LocalDate today) implements Holding {}

  /** Nothing is left that a legal hold would keep. */
  record ErasedBefore(Tombstone tombstone) implements Holding {}

  /** The plan allows no pause that lasts beyond the latest day. */
  record TooLong(LocalDate due, LocalDate latest) implements Holding {}

  /** Whoever wanted to set it may not; those in the roles may. */
  record NotAllowed(HoldKind kind, Set<Role> setters) implements Holding {
    public NotAllowed {
      setters = Set.copyOf(setters);
    }
  }

  /** It was to be lifted by somebody who may never lift one of its kind. */
  record WrongReleasers(HoldKind kind, Set<Role> releasers) implements Holding {
    public WrongReleasers {
      releasers = Set.copyOf(releasers);
    }
  }

  /** The record that it was to rest on is not one of this customer. */
  record UnknownCause(String causeRecord) implements Holding {}
}
