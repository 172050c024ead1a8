package org.regards.hold;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;
import org.regards.playbook.Role;

/** What became of a customer whom somebody else was to look after. */
public sealed interface TakenOver {
  /**
   * Somebody else looks after the customer, and nothing goes out until it is decided what comes
   * next.
   */
  record Done(Hold hold) implements TakenOver {}

  /** It is another's customer: nothing was changed. */
  record NotTheirs(@Nullable StaffId accountManager) implements TakenOver {}

  /** Whoever wanted to decide it may not; those in the roles may. */
  record NotAllowed(Set<Role> deciders) implements TakenOver {
    public NotAllowed {
      deciders = Set.copyOf(deciders);
    }
  }

  /** Whoever was complained about, or was degraded, does not take over. */
  record SamePerson(StaffId staff) implements TakenOver {}

  /** The hold that comes with it could not be set. */
  record NoHold(Holding why) implements TakenOver {}
}
