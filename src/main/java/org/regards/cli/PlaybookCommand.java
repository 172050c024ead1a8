package org.regards.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code regards playbook}. */
@Command(name = "playbook", description = "The business's own plan: check, adopt, show, teach it.")
final class PlaybookCommand implements Runnable {
  @Mixin
  @SuppressWarnings("UnusedVariable") // picocli acts on it
  private HelpOption help;

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Say what to do: regards playbook check, adopt, show, export or trained.");
  }
}
