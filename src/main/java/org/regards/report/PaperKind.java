package org.regards.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The papers on one customer. None of them is a letter. */
public enum PaperKind {
  /** For counsel: all that happened, with the ids of the records. */
  LEGAL_BRIEF,
  /** What staff had to bear, who it was and what was done. */
  INCIDENT_LOG,
  /** To the person of ours who was the target. */
  STAFF_NOTE,
  /** To those who run a site, handed over after counsel's word. */
  PLATFORM_REQUEST,
  /** What to have ready before an authority is asked for help. */
  AUTHORITY_CHECKLIST;

  /** The name on the command line, for example {@code legal-brief}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<PaperKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
