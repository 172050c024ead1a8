package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.regards.mailbox.Explained;
import org.regards.mailbox.Mailroom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code regards mailbox explain}. */
@Command(
    name = "explain",
    description = {
      "Say what a message would be taken for: bounce, delayed, reply, auto-reply or other; for"
          + " whom, with which status and reason, whether it is about a letter of ours, and why."
          + " Reads only: nothing is filed or marked. Needs no store; with one it names the letter."
    },
    footer = {
      "",
      "Examples:",
      "  regards mailbox explain returned.eml",
      "  regards mailbox explain inbox/*.eml --json"
    })
final class MailboxExplainCommand extends HouseCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Messages as your mail program saves them (.eml).")
  private List<Path> files = new ArrayList<>();

  @Mixin private JsonOption json;

  MailboxExplainCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Mailroom mailroom = house.mailroom();
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    boolean allRead = true;
    for (Path file : files) {
      try (InputStream message = Files.newInputStream(file)) {
        Explained explained = mailroom.explain(message);
        if (json.wanted()) {
          list.add(ExplainedJson.of(file, explained));
        } else {
          new ExplainedWords(out()).print(file, explained);
        }
      } catch (IOException failure) {
        allRead = false;
        err().printf("%s cannot be read%s%n", file, MailboxFileCommand.reason(failure));
      }
    }
    if (json.wanted()) {
      JsonOption.print(out(), list);
    }
    return allRead ? DONE : FAILED;
  }
}
