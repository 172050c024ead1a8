package org.regards.template;

import java.util.List;

/** What became of a template. */
public sealed interface Rendering {
  /** The markup of a whole letter. */
  record Rendered(String markup) implements Rendering {}

  /** All that was missing or wrong, in the order it was met. */
  record Failed(List<TemplateProblem> problems) implements Rendering {
    public Failed {
      problems = List.copyOf(problems);
    }
  }
}
