package org.regards.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.regards.language.RegardsException;
import org.regards.letter.LetterId;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The whole command line, and how what goes wrong becomes words and an exit code. */
public final class CommandLines {
  private static final int FAILED = 1;

  private CommandLines() {}

  /**
   * Makes the command line for some arguments: of the commands only the one that they name, or all
   * when they name none, since describing a command to picocli takes longer than most of them run.
   *
   * @param door opens the house when a command needs it
   */
  public static CommandLine make(House.Door door, String... arguments) {
    CommandLine line = new CommandLine(new RegardsCommand());
    Map<String, Supplier<Object>> commands = commands(door);
    if (arguments.length == 1 && arguments[0].equals("--version")) {
      return line;
    }
    boolean named = arguments.length > 0 && commands.containsKey(arguments[0]);
    if (named && !arguments[0].equals("completion")) {
      commands.keySet().retainAll(Set.of(arguments[0]));
    }
    commands.values().forEach(command -> line.addSubcommand(command.get()));
    return line.setExecutionExceptionHandler(CommandLines::explain)
        .setParameterExceptionHandler(CommandLines::explainUsage);
  }

  private static Map<String, Supplier<Object>> commands(House.Door door) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("import", () -> new ImportCommand(door));
    commands.put("show", () -> new ShowCommand(door));
    commands.put("advise", () -> new AdviseCommand(door));
    commands.put("incident", () -> new IncidentCommand(door));
    commands.put(
        "evidence",
        () ->
            new CommandLine(new EvidenceCommand(door)).addSubcommand(new EvidenceAddCommand(door)));
    commands.put("paper", () -> new PaperCommand(door));
    commands.put(
        "case",
        () ->
            new CommandLine(new CaseCommand())
                .addSubcommand(new CaseCloseCommand(door))
                .addSubcommand(new CaseReopenCommand(door)));
    commands.put("answer", () -> new AnswerCommand(door));
    commands.put("report", () -> new ReportCommand(door));
    commands.put("hold", () -> new HoldCommand(door));
    commands.put("holds", () -> new HoldsCommand(door));
    commands.put("lift", () -> new LiftCommand(door));
    commands.put("let-pass", () -> new LetPassCommand(door));
    commands.put("take-over", () -> new TakeOverCommand(door));
    commands.put("tasks", () -> new TasksCommand(door));
    commands.put(
        "task",
        () ->
            new CommandLine(new TaskCommand())
                .addSubcommand(new TaskAddCommand(door))
                .addSubcommand(new TaskDoneCommand(door))
                .addSubcommand(new TaskHelpCommand(door)));
    commands.put(
        "audit",
        () -> new CommandLine(new AuditCommand(door)).addSubcommand(new AuditVerifyCommand(door)));
    commands.put("erase", () -> new EraseCommand(door));
    commands.put("templates", () -> new TemplatesCommand(door));
    commands.put("compose", () -> new ComposeCommand(door));
    commands.put("letter", () -> new LetterCommand(door));
    commands.put("review", () -> new ReviewCommand(door));
    commands.put("edit", () -> new EditCommand(door));
    commands.put("preview", () -> new PreviewCommand(door));
    commands.put("approve", () -> new ApproveCommand(door));
    commands.put("decline", () -> new DeclineCommand(door));
    commands.put("exception", () -> new ExceptionCommand(door));
    commands.put("exceptions", () -> new ExceptionsCommand(door));
    commands.put("hand-over", () -> new HandOverCommand(door));
    commands.put("counsel", () -> new CounselCommand(door));
    commands.put("approvals", () -> new ApprovalsCommand(door));
    commands.put(
        "outbox",
        () ->
            new CommandLine(new OutboxCommand(door))
                .addSubcommand(new OutboxResolveCommand(door))
                .addSubcommand(new OutboxCancelCommand(door))
                .addSubcommand(new OutboxReleaseCommand(door))
                .addSubcommand(new OutboxResumeCommand(door)));
    commands.put("send", () -> new SendCommand(door));
    commands.put("print", () -> new PrintCommand(door));
    commands.put(
        "mailbox",
        () ->
            new CommandLine(new MailboxCommand(door))
                .addSubcommand(new MailboxFileCommand(door))
                .addSubcommand(new MailboxExplainCommand(door))
                .addSubcommand(new MailboxClearCommand(door)));
    commands.put("playbook", () -> playbook(door));
    commands.put("doctor", () -> new DoctorCommand(door));
    commands.put("queue", () -> new QueueCommand(door));
    commands.put(
        "print-run",
        () ->
            new CommandLine(new PrintRunCommand(door))
                .addSubcommand(new PrintRunListCommand(door))
                .addSubcommand(new PrintRunShowCommand(door))
                .addSubcommand(new PrintRunReprintCommand(door)));
    commands.put("printed", () -> new PrintedCommand(door));
    commands.put("returned", () -> new ReturnedCommand(door));
    commands.put("cards", () -> new CardsCommand(door));
    commands.put("envelope", () -> new EnvelopeCommand(door));
    commands.put("labels", () -> new LabelsCommand(door));
    commands.put("window", () -> new CommandLine(new WindowCommand()));
    commands.put("demo", () -> new DemoCommand(door));
    commands.put(
        "bench",
        () ->
            new CommandLine(new BenchCommand())
                .addSubcommand(new BenchComposeCommand(door))
                .addSubcommand(new BenchAdviseCommand(door))
                .addSubcommand(new BenchPdfCommand())
                .addSubcommand(new BenchSendCommand(door)));
    commands.put("completion", () -> new CommandLine(new CompletionCommand()));
    return commands;
  }

  private static CommandLine playbook(House.Door door) {
    return new CommandLine(new PlaybookCommand())
        .addSubcommand(new PlaybookCheckCommand())
        .addSubcommand(new PlaybookAdoptCommand(door))
        .addSubcommand(new PlaybookShowCommand(door))
        .addSubcommand(new PlaybookExportCommand(door))
        .addSubcommand(new PlaybookTrainedCommand(door));
  }

  /** The message and where to read more; the whole help would hide it. */
  private static int explainUsage(ParameterException usage, String[] ignored) {
    CommandLine command = usage.getCommandLine();
    command.getErr().println(words(usage));
    UnmatchedArgumentException.printSuggestions(usage, command.getErr());
    command.getErr().printf("See: %s --help%n", command.getCommandSpec().qualifiedName());
    return CommandLine.ExitCode.USAGE;
  }

  private static String words(ParameterException usage) {
    if (!(usage instanceof UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return String.valueOf(usage.getMessage());
    }
    String first = unmatched.getUnmatched().getFirst();
    CommandSpec command = usage.getCommandLine().getCommandSpec();
    if (first.startsWith("-")) {
      return "There is no option '%s'.".formatted(first);
    }
    if (command.parent() == null) {
      return "There is no command '%s'.".formatted(first);
    }
    boolean wantsLetters =
        command.positionalParameters().stream()
            .anyMatch(parameter -> parameter.paramLabel().equals("LETTER"));
    // picocli takes what cannot be converted for one argument too many
    return wantsLetters && LetterId.parse(first).isEmpty()
        ? "'%s' is not the id of a letter; they look like L-12".formatted(first)
        : "'%s' is not understood here.".formatted(first);
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
