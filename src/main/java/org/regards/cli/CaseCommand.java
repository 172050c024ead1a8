package org.regards.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code regards case}. */
@Command(
    name = "case",
    description = "Close a case in which nothing waits for an answer, or open it again.",
    footer = {
      "",
      "Examples:",
      "  regards case close K-361 --because \"took the discount\" --as lb",
      "  regards case reopen K-361 --because \"sent a photograph\" --as lb"
    })
final class CaseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Override
  public Integer call() {
    throw new ParameterException(spec.commandLine(), "Say what to do: close or reopen.");
  }
}
