package org.regards.approval;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Occasion;
import org.regards.playbook.Role;

/**
 * Whose word a letter needs.
 *
 * @param author who composed it or edited it last, or null where nobody said who they were
 * @param authors whoever ever composed or edited it, or signed it before
 * @param occasions why it needs more than usual
 * @param roles each from a person of its own
 * @param newest what whoever says yes must have known, or null where nothing has happened
 */
public record Requirement(
    LetterId letter,
    LetterKind kind,
    StaffId signatory,
    @Nullable StaffId author,
    Set<StaffId> authors,
    Set<Occasion> occasions,
    List<Role> roles,
    @Nullable Newer newest) {
  public Requirement {
    authors = Set.copyOf(authors);
    occasions = Set.copyOf(occasions);
    roles = List.copyOf(roles);
  }

  /** Those of the words that count: said of this text, of all that has happened, by others. */
  List<Word> standing(List<Word> words, String digest) {
    return words.stream()
        .filter(word -> word.digest().equals(digest) && !isOf(word.by()) && !isOvertaken(word))
        .toList();
  }

  /** Whether something has happened since that whoever said this could not know. */
  boolean isOvertaken(Word word) {
    return newest != null && newest.at().isAfter(word.at());
  }

  /** Whether it is somebody's own letter: they wrote or changed it, signed it or sign it. */
  boolean isOf(StaffId staff) {
    return staff.equals(signatory) || staff.equals(author) || authors.contains(staff);
  }
}
