package org.regards.cli;

import java.io.PrintWriter;
import org.regards.customer.CustomerId;
import org.regards.letter.Composition;
import org.regards.letter.LetterType;
import org.regards.template.TemplateProblem;

/** Says in words why there is no letter, all reasons together. */
final class CompositionWords {
  private final PrintWriter out;

  CompositionWords(PrintWriter out) {
    this.out = out;
  }

  void explain(LetterType type, CustomerId customer, Composition composition) {
    String letter = "No %s letter to %s".formatted(type.word(), customer);
    switch (composition) {
      case Composition.Composed composed ->
          throw new IllegalArgumentException("a letter was composed from " + composed.template());
      case Composition.Unfit unfit -> {
        out.println(letter + ":");
        unfit.reasons().forEach(reason -> out.println("  - " + reason));
        if (!unfit.missing().isEmpty()) {
          out.println("It would also need:");
          unfit.missing().forEach(this::print);
        }
        out.printf("See which letters fit: regards templates %s%n", customer);
      }
      case Composition.Incomplete incomplete -> {
        out.println(letter + " yet. It still needs:");
        incomplete.missing().forEach(this::print);
      }
      case Composition.Broken broken -> {
        out.println(letter + ": its template cannot be used.");
        for (TemplateProblem problem : broken.problems()) {
          out.printf("  %s: %s%n", problem.place(), said(problem));
        }
      }
      case Composition.FormLetter form ->
          out.printf(
              "%s: it would be a form letter. It has %d of the %d facts of the"
                  + " customer's own that this type wants; let the template name an order, a date"
                  + " or a contact.%n",
              letter, form.facts(), form.needed());
    }
  }

  private void print(Composition.MissingFact missing) {
    out.printf("  - %s (asked for in %s)%n", said(missing), missing.place());
  }

  static String said(TemplateProblem problem) {
    return switch (problem) {
      case TemplateProblem.Fault fault -> fault.reason();
      case TemplateProblem.MissingValue missing -> missing.value() + " is missing";
    };
  }

  /** What is missing; an option says itself what it stands for. */
  private static String said(Composition.MissingFact missing) {
    return missing.suppliedBy().startsWith("--set ")
        ? missing.suppliedBy()
        : missing.value() + ": " + missing.suppliedBy();
  }
}
