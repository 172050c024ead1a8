package org.regards.cli;

import org.regards.language.RegardsException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** The whole command line, and how what goes wrong becomes words and an exit code. */
public final class CommandLines {
  private static final int FAILED = 1;

  private CommandLines() {}

  /**
   * Makes the command line.
   *
   * @param door opens the house when a command needs it
   */
  public static CommandLine make(House.Door door) {
    return new CommandLine(new RegardsCommand())
        .addSubcommand(new ImportCommand(door))
        .addSubcommand(new ShowCommand(door))
        .addSubcommand(new TemplatesCommand(door))
        .addSubcommand(new ComposeCommand(door))
        .addSubcommand(new LetterCommand(door))
        .addSubcommand(new SendCommand(door))
        .addSubcommand(new PrintCommand(door))
        .addSubcommand(new DemoCommand(door))
        .addSubcommand(
            new CommandLine(new BenchCommand()).addSubcommand(new BenchComposeCommand(door)))
        .setExecutionExceptionHandler(CommandLines::explain);
  }

  private static int explain(
      Exception failure, CommandLine command, CommandLine.ParseResult ignored) throws Exception {
    switch (failure) {
      case ParameterException usage -> throw usage;
      case RegardsException known -> command.getErr().println(known.getMessage());
      case InterruptedException stopped -> {
        Thread.currentThread().interrupt();
        command.getErr().println("Stopped: " + stopped.getMessage());
      }
      default -> {
        command
            .getErr()
            .println(
                "Regards failed in a way that it should not; nothing half done was kept. Please"
                    + " report this:");
        failure.printStackTrace(command.getErr());
      }
    }
    return FAILED;
  }
}
