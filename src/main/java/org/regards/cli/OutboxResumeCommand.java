package org.regards.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.regards.audit.Actor;
import org.regards.outbox.QueueStop;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code regards outbox resume}. */
@Command(
    name = "resume",
    description = "Let all email go on, once what had stopped it is mended.",
    footer = {"", "Example:", "  regards outbox resume --as em"})
final class OutboxResumeCommand extends HouseCommand {
  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  OutboxResumeCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    Actor by = Actor.of(acting.required(house.playbooks().load()).id());
    Optional<QueueStop> stop = house.outbox().resume(by);
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("resumed", stop.isPresent());
      stop.ifPresent(was -> node.put("reason", was.reason()));
      JsonOption.print(out(), node);
    } else {
      out()
          .println(
              stop.map(
                      was ->
                          "Email goes on: regards send, or regards send --watch. It had stopped: "
                              + was.reason())
                  .orElse("Email had not stopped."));
    }
    return DONE;
  }
}
