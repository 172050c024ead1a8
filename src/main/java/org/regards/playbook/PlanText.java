package org.regards.playbook;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** The text of a plan as YAML 1.2, before anything is made of it. */
final class PlanText {
  private static final int LONGEST = 1_000_000;
  private static final int MOST_ALIASES = 20;

  private PlanText() {}

  /** The top of the text, or nothing with the reason among the problems. */
  static Optional<MappingNode> top(String text, List<PlanProblem> problems) {
    if (text.length() > LONGEST) {
      problems.add(
          new PlanProblem(1, 1, "the file is longer than %,d characters".formatted(LONGEST)));
      return Optional.empty();
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setMaxAliasesForCollections(MOST_ALIASES)
            .setCodePointLimit(LONGEST)
            .setUseMarks(true)
            .build();
    try {
      Optional<Node> top = new Compose(settings).composeString(text);
      if (top.isPresent() && top.get() instanceof MappingNode mapping) {
        return Optional.of(mapping);
      }
      problems.add(
          new PlanProblem(
              1, 1, "this is no plan: it has no headings such as policies: or letters:"));
    } catch (MarkedYamlEngineException failure) {
      problems.add(
          problem(
              failure.getProblemMark().or(failure::getContextMark),
              readable(failure.getProblem())));
    } catch (YamlEngineException failure) {
      problems.add(new PlanProblem(1, 1, readable(String.valueOf(failure.getMessage()))));
    }
    return Optional.empty();
  }

  static PlanProblem problem(Optional<Mark> mark, String words) {
    return new PlanProblem(
        mark.map(place -> place.getLine() + 1).orElse(1),
        mark.map(place -> place.getColumn() + 1).orElse(1),
        words);
  }

  /** The library speaks to programmers; what people get wrong most is said in other words. */
  private static String readable(String reason) {
    String lower = reason.toLowerCase(Locale.ROOT);
    if (lower.contains("'\\t(tab)'")) {
      return "a tab stands where only spaces may; indent with spaces";
    }
    if (lower.contains("mapping values are not allowed here")) {
      return "a colon stands where none is expected; put the text in \"quotation marks\", or check"
          + " the indentation";
    }
    if (lower.contains("expected <block end>") || lower.contains("block mapping")) {
      return "the line is indented differently from its neighbours; those that belong together"
          + " begin in one column";
    }
    if (lower.contains("could not find expected ':'")) {
      return "there is no colon after the name on this line, or on the one before";
    }
    if (lower.contains("unexpected end of stream") || lower.contains("<stream end>")) {
      return "the file ends too early: a bracket or quotation mark is not closed";
    }
    if (lower.contains("but found another document") || lower.contains("single document")) {
      return "a second plan begins here (---); a file holds one";
    }
    return "this is not YAML: " + reason;
  }
}
