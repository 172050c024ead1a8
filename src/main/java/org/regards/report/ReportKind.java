package org.regards.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The reports over all customers. */
public enum ReportKind {
  /** What each of us had to bear. Whether somebody asked for help stands in no report. */
  TEAM,
  /** What upheld complaints were about, and whether invitations were answered. */
  CAUSES,
  /** Who was given more than the policy gives, by whom; and whom our time goes to. */
  EXCEPTIONS,
  /** Whether the same facts led to the same remedy. */
  DRIFT,
  /** Who must be trained on what, and by when. */
  TRAINING;

  /** The name on the command line, for example {@code team}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ReportKind> of(String word) {
    return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
  }
}
