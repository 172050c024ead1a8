package org.regards.cli;

import java.util.ArrayList;
import java.util.List;
import org.regards.letter.AttachedFile;
import org.regards.letter.Attachments;

/** What goes with a letter by email, in words. */
final class AttachmentWords {
  private AttachmentWords() {}

  /** One line each; none when nothing goes with it. */
  static List<String> of(Attachments attachments) {
    List<String> lines = new ArrayList<>();
    if (attachments.asPdf()) {
      lines.add("Attached: the letter itself as a PDF");
    }
    for (AttachedFile file : attachments.files()) {
      lines.add(
          "Attached: %s (%s, %s)"
              .formatted(
                  TerminalText.line(file.name()),
                  file.mediaType(),
                  AttachedFile.megabytes(file.size())));
    }
    return lines;
  }
}
