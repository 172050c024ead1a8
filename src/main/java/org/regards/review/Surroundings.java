package org.regards.review;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.playbook.Role;

/**
 * What is known around a letter besides the customer's history and the playbook.
 *
 * @param letter its id, or null for one that is not in the store
 * @param author who wrote or edited it last, or null where nobody said who they were
 * @param writtenAt when it was written
 * @param wordOf the roles of those who gave their word on it
 * @param precedents what others were granted under the policy of its case
 * @param recent the last letters of its type and language before it
 */
record Surroundings(
    @Nullable LetterId letter,
    @Nullable StaffId author,
    Instant writtenAt,
    Set<Role> wordOf,
    List<Precedent> precedents,
    List<Likeness> recent) {
  Surroundings {
    wordOf = Set.copyOf(wordOf);
    precedents = List.copyOf(precedents);
    recent = List.copyOf(recent);
  }

  /** Of a letter that is just being written. */
  static Surroundings at(Instant now) {
    return new Surroundings(null, null, now, Set.of(), List.of(), List.of());
  }
}
