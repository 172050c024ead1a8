package org.regards.approval;

import java.time.Instant;
import java.util.List;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.playbook.Role;

/**
 * What somebody said of a letter.
 *
 * @param digest of the text that it was said of
 * @param role that they had then
 * @param completes whether with it the letter had every word that it needed
 * @param because in their own words; may be empty
 * @param warnings the rules whose warnings they answered for
 */
public record Word(
    LetterId letter,
    String digest,
    Verdict verdict,
    StaffId by,
    Role role,
    boolean completes,
    String because,
    List<String> warnings,
    Instant at) {
  public Word {
    warnings = List.copyOf(warnings);
  }
}
