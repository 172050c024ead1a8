package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.regards.audit.Actor;
import org.regards.letter.LetterId;
import org.regards.outbox.Outbox;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/**
 * What the commands that let letters leave have in common: their ids, and telling of each.
 *
 * @param <O> what became of a letter
 */
abstract class LettersCommand<O> extends HouseCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The ids of the letters.")
  private List<LetterId> letters = new ArrayList<>();

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  LettersCommand(House.Door door) {
    super(door);
  }

  abstract void deliver(Outbox outbox, List<LetterId> ids, Actor by, Consumer<O> told);

  /** Whether the letter has left, now or before. */
  abstract boolean left(O outcome);

  abstract String message(O outcome);

  abstract ObjectNode asJson(O outcome);

  @Override
  final int work(House house) {
    List<O> outcomes = new ArrayList<>();
    deliver(
        house.outbox(),
        letters,
        acting.known(house.playbooks()),
        outcome -> {
          outcomes.add(outcome);
          if (!json.wanted()) {
            (left(outcome) ? out() : err()).println(message(outcome));
          }
        });
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      outcomes.forEach(outcome -> list.add(asJson(outcome)));
      JsonOption.print(out(), list);
    }
    return outcomes.stream().allMatch(this::left) ? DONE : FAILED;
  }
}
