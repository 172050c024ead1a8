package org.regards.letter;

import java.util.List;
import org.regards.template.TemplateProblem;

/** What became of a request for a letter. */
public sealed interface Composition {
  /**
   * A letter.
   *
   * @param template the file it was made from
   */
  record Composed(Letter letter, String template) implements Composition {}

  /**
   * The letter does not fit what is known of this customer, or the request cannot be met; says why.
   *
   * @param missing what its author would have to give besides; may be empty
   */
  record Unfit(List<String> reasons, List<MissingFact> missing) implements Composition {
    public Unfit {
      reasons = List.copyOf(reasons);
      missing = List.copyOf(missing);
    }
  }

  /** The template needs what the history and the author have not given. */
  record Incomplete(List<MissingFact> missing) implements Composition {
    public Incomplete {
      missing = List.copyOf(missing);
    }
  }

  /** The template is not one that a letter can be made from. */
  record Broken(List<TemplateProblem> problems) implements Composition {
    public Broken {
      problems = List.copyOf(problems);
    }
  }

  /**
   * A form letter: too little in it comes from this customer's own history (rule FACT-2).
   *
   * @param facts how many distinct facts it has
   * @param needed how many it must have
   */
  record FormLetter(int facts, int needed) implements Composition {}

  /**
   * A value that is missing.
   *
   * @param value as the template asks for it, for example {@code case.order.date}
   * @param suppliedBy the record and field, or the option, that would supply it
   * @param place where the template asks: file, line and column
   */
  record MissingFact(String value, String suppliedBy, String place) {}
}
