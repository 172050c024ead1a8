package org.regards.approval;

import java.util.List;
import org.regards.letter.LetterId;
import org.regards.letter.StoredLetter;

/**
 * A letter that the rules let pass and that somebody may approve, but for what others have said.
 *
 * @param digest of the text that was held against the rules
 * @param warnings the rules that warn of it
 */
record Read(StoredLetter letter, String digest, Requirement requirement, List<String> warnings) {
  Read {
    warnings = List.copyOf(warnings);
  }

  LetterId id() {
    return letter.id();
  }
}
