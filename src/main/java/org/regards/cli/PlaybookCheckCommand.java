package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.regards.playbook.Plan;
import org.regards.playbook.PlanProblem;
import org.regards.playbook.PlanReader;
import org.regards.playbook.PlanReading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code regards playbook check}; it needs no store. */
@Command(
    name = "check",
    description = "Say all that is wrong in a plan, with line and column.",
    footer = {"", "Example:", "  regards playbook check playbook.yaml"})
final class PlaybookCheckCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", description = "A plan, as YAML.")
  private Path file;

  @Mixin private JsonOption json;

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    return switch (PlanReader.read(PlaybookFile.text(file))) {
      case PlanReading.Sound readable -> {
        if (json.wanted()) {
          JsonOption.print(out, json(file, List.of()));
        } else {
          out.println(summary(file, readable.plan()));
        }
        yield HouseCommand.DONE;
      }
      case PlanReading.Unsound unreadable -> {
        if (json.wanted()) {
          JsonOption.print(out, json(file, unreadable.problems()));
        } else {
          print(spec.commandLine().getErr(), file, unreadable.problems());
        }
        yield HouseCommand.FAILED;
      }
    };
  }

  /** Each problem on its line, and how many there are when there are several. */
  static void print(PrintWriter err, Path file, List<PlanProblem> problems) {
    problems.forEach(problem -> err.println(TerminalText.line(problem.at(file.toString()))));
    if (problems.size() > 1) {
      err.printf("%d problems%n", problems.size());
    }
  }

  static ObjectNode json(Path file, List<PlanProblem> problems) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("file", file.toString()).put("sound", problems.isEmpty());
    ArrayNode list = node.putArray("problems");
    problems.forEach(
        problem ->
            list.addObject()
                .put("line", problem.line())
                .put("column", problem.column())
                .put("problem", problem.words()));
    return node;
  }

  private static String summary(Path file, Plan plan) {
    TreeSet<String> ids = new TreeSet<>();
    plan.policies().forEach(policy -> ids.add(policy.id().value()));
    return "%s is sound: \"%s\", with %s."
        .formatted(
            file,
            TerminalText.line(plan.name()),
            ids.isEmpty() ? "no policies of its own" : "the policies " + String.join(", ", ids));
  }
}
