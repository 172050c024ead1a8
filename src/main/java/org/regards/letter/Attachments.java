package org.regards.letter;

import java.util.List;

/**
 * What goes with a letter by email.
 *
 * @param asPdf whether the letter itself goes along as a PDF, made when it leaves
 * @param files in the order in which the recipient sees them
 */
public record Attachments(boolean asPdf, List<AttachedFile> files) {
  public static final Attachments NONE = new Attachments(false, List.of());

  public Attachments {
    files = List.copyOf(files);
  }

  public boolean isEmpty() {
    return !asPdf && files.isEmpty();
  }

  /** Of all files together, in bytes; the PDF of the letter is not counted. */
  public long size() {
    return files.stream().mapToLong(AttachedFile::size).sum();
  }
}
