package org.regards.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.regards.audit.Actor;
import org.regards.mailbox.Filing;
import org.regards.mailbox.Mailbox;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code regards mailbox file}. */
@Command(
    name = "file",
    description = "File messages that were saved, as if they had come by the mailbox; none twice.",
    footer = {
      "",
      "Examples:",
      "  regards mailbox file returned.eml",
      "  regards mailbox file inbox/*.eml --json"
    })
final class MailboxFileCommand extends HouseCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Messages as your mail program saves them (.eml).")
  private List<Path> files = new ArrayList<>();

  @Mixin private ActingOption acting;
  @Mixin private JsonOption json;

  MailboxFileCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Filing filing = house.filing();
    Actor by = acting.known(house.playbooks());
    FiledReport report = new FiledReport(out(), err(), json.wanted());
    boolean allRead = true;
    for (Path file : files) {
      try (InputStream message = Files.newInputStream(file)) {
        report.tell(file, filing.file(message, null, by));
      } catch (IOException failure) {
        allRead = false;
        err().printf("%s cannot be read%s%n", file, reason(failure));
      }
    }
    report.end(new Mailbox.Reading.Done());
    return allRead ? DONE : FAILED;
  }

  static String reason(IOException failure) {
    return failure instanceof NoSuchFileException
        ? ": there is no such file."
        : ": name a file with one message, saved as .eml.";
  }
}
