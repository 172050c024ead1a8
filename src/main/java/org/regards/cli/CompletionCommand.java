package org.regards.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code regards completion}. */
@Command(
    name = "completion",
    description = "Print a script that lets bash and zsh complete the commands and options.",
    footer = {"", "Example:", "  source <(regards completion)"})
final class CompletionCommand implements Runnable {
  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    spec.commandLine().getOut().print(AutoComplete.bash("regards", spec.root().commandLine()));
    spec.commandLine().getOut().flush();
  }
}
