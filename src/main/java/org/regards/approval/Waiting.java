package org.regards.approval;

import java.util.List;
import org.regards.letter.StoredLetter;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;

/**
 * A letter, and whose word it waits for.
 *
 * @param digest of its text as it stands
 * @param given the words that count for this text
 * @param missing the roles whose word it still needs; none when it has all
 * @param able the people whose word would help now, nearest to the missing roles first
 * @param wanted the same in a sentence, or empty when it needs nobody's word any more
 */
public record Waiting(
    StoredLetter letter,
    String digest,
    Requirement requirement,
    List<Word> given,
    List<Role> missing,
    List<StaffMember> able,
    String wanted) {
  public Waiting {
    given = List.copyOf(given);
    missing = List.copyOf(missing);
    able = List.copyOf(able);
  }
}
