package org.regards.letter;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.regards.store.Row;

/** What goes with each of some letters, asked for when the first of them has any. */
final class AttachmentsOf {
  private final AttachmentDao dao;
  private final Collection<Long> letters;
  private @Nullable Map<Long, List<AttachedFile>> files;

  AttachmentsOf(AttachmentDao dao, Collection<Long> letters) {
    this.dao = dao;
    this.letters = letters;
  }

  /** Of the letter of a row. */
  Attachments of(Row letter) {
    boolean asPdf = letter.number("attached_pdf") == 1;
    if (letter.number("attached_files") == 0) {
      return asPdf ? new Attachments(true, List.of()) : Attachments.NONE;
    }
    Map<Long, List<AttachedFile>> known = files == null ? dao.files(letters) : files;
    files = known;
    return new Attachments(asPdf, known.getOrDefault(letter.bigNumber("id"), List.of()));
  }
}
