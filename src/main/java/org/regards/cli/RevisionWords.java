package org.regards.cli;

import java.io.PrintWriter;
import org.regards.letter.Revision;

/** What became of a change to a draft, in words. */
final class RevisionWords {
  private RevisionWords() {}

  /**
   * Says it where it belongs.
   *
   * @return whether the draft says now what it was to say
   */
  static boolean tell(Revision revision, PrintWriter out, PrintWriter err) {
    return switch (revision) {
      case Revision.Revised revised -> {
        out.printf("%s is changed. Read it: regards letter %1$s%n", revised.letter().id());
        yield true;
      }
      case Revision.Unchanged unchanged -> {
        out.printf("%s says what it said before.%n", unchanged.letter().id());
        yield true;
      }
      case Revision.ChangedMeanwhile changed -> {
        err.printf(
            "%s was changed by somebody else since it was read; nothing was kept. Read it again:"
                + " regards letter %1$s%n",
            changed.letter());
        yield false;
      }
      case Revision.NotADraft past -> {
        err.printf(
            "%s is %s and no longer a draft; compose a new letter with regards compose.%n",
            past.letter(), past.state().word());
        yield false;
      }
      case Revision.Refused refused -> {
        err.printf("%s is not changed:%n", refused.letter());
        refused.problems().forEach(problem -> err.printf("  %s%n", TerminalText.line(problem)));
        yield false;
      }
    };
  }
}
