package org.regards.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: without a subcommand, a usage error. */
@Command(
    name = "regards",
    description = "Writes, checks and delivers the letters that are hard to write.",
    mixinStandardHelpOptions = true,
    version = "regards 0.1.0")
public final class RegardsCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Say what to do, for example: regards demo, or regards import FOLDER.");
  }
}
