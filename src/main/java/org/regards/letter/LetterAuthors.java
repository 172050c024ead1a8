package org.regards.letter;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.customer.StaffId;

/** Everybody who ever composed or edited a letter, or signed it before somebody else did. */
public final class LetterAuthors {
  private LetterAuthors() {}

  /**
   * Of letters whose authors nobody knows there is nothing: who composed without saying who they
   * were is not in it.
   */
  public static Map<LetterId, Set<StaffId>> of(Handle handle, Collection<LetterId> letters) {
    return letters.isEmpty() ? Map.of() : new LetterAuthorDao(handle).of(letters);
  }
}
