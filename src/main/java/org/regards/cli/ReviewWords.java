package org.regards.cli;

import java.io.PrintWriter;
import java.util.List;
import org.regards.letter.LetterHead;
import org.regards.letter.StoredLetter;
import org.regards.review.Finding;
import org.regards.review.Mending;
import org.regards.review.Place;
import org.regards.review.Review;
import org.regards.review.Severity;
import org.regards.review.Suggestion;

/** A review as a person reads it: what, where, the sentence, and what would be better. */
final class ReviewWords {
  private final PrintWriter out;

  ReviewWords(PrintWriter out) {
    this.out = out;
  }

  void print(Review review, StoredLetter stored) {
    LetterHead head = stored.letter().head();
    List<Finding> findings = review.findings();
    out.printf(
        "%s  %s to %s, %s: %s%n",
        review.letter(),
        head.type().word(),
        head.recipient().customer(),
        head.language().tag(),
        sum(review));
    int number = 1;
    for (Finding finding : findings) {
      out.println();
      print(number++, finding);
    }
    if (findings.isEmpty()) {
      return;
    }
    out.println();
    if (findings.stream().anyMatch(finding -> Mending.canMend(finding, stored.letter()))) {
      out.printf(
          "Put in what has its words already: regards review %s --apply all%n", review.letter());
    }
    out.printf("Change the text: regards edit %s --to FILE%n", review.letter());
  }

  private static String sum(Review review) {
    int warnings = review.warnings().size();
    int errors = review.findings().size() - warnings;
    if (errors + warnings == 0) {
      return "nothing to mend";
    }
    String counted =
        String.join(
            " and ",
            List.of(counted(errors, "error"), counted(warnings, "warning")).stream()
                .filter(words -> !words.isEmpty())
                .toList());
    return errors > 0
        ? counted + "; it cannot go like this"
        : counted + "; it can go when somebody writes down why it is right";
  }

  private static String counted(int count, String what) {
    return count == 0 ? "" : count == 1 ? "1 " + what : count + " " + what + "s";
  }

  private void print(int number, Finding finding) {
    Place place = finding.place();
    out.printf(
        "%3d  %-8s %-8s %s%n",
        number,
        finding.rule().code(),
        finding.severity() == Severity.ERROR ? "error" : "warning",
        place.where());
    if (!place.words().isEmpty()) {
      out.printf("     %s%n", TerminalText.line(marked(place)));
    }
    out.printf("     %s%n", TerminalText.line(finding.sentence()));
    switch (finding.suggestion()) {
      case Suggestion.Advice advice ->
          out.printf("     Better: %s%n", TerminalText.line(advice.words()));
      case Suggestion.Replacement replacement ->
          out.printf(
              "     Better: %s%n",
              replacement.words().isEmpty()
                  ? "leave it out"
                  : "“%s”".formatted(TerminalText.line(replacement.words())));
      case null -> {}
    }
  }

  /**
   * The sentence with the words between brackets, by which a terminal without colours shows them.
   */
  private static String marked(Place place) {
    int at = place.sentence().indexOf(place.words());
    return at < 0
        ? place.sentence()
        : place.sentence().substring(0, at)
            + "["
            + place.words()
            + "]"
            + place.sentence().substring(at + place.words().length());
  }
}
