package org.regards.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.regards.customer.CustomerId;
import org.regards.hold.Hold;
import org.regards.hold.HoldKind;
import org.regards.hold.Passing;
import org.regards.hold.Undecided;
import org.regards.letter.LetterId;
import org.regards.playbook.StaffMember;
import org.regards.task.TaskId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards let-pass}. */
@Command(
    name = "let-pass",
    description =
        "Let one letter go in spite of a hold: what the law wants, what is owed. The hold stands"
            + " for all others.",
    footer = {
      "",
      "Example:",
      "  regards let-pass L-3 --essential \"answers to data requests\" --because \"request of 2"
          + " November\" --as ow"
    })
final class LetPassCommand extends HouseCommand {
  @Parameters(
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The letter's id.")
  private LetterId letter;

  @Option(
      names = "--essential",
      paramLabel = "KIND",
      description =
          "What of the plan's list of what goes during a hold it is (duties, essential), for"
              + " example \"refunds due\".")
  private String essential = "";

  @Option(
      names = "--because",
      required = true,
      paramLabel = "REASON",
      description = "Why it must go, in a few words.")
  private String because;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  LetPassCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    StaffMember member = acting.required(house.playbooks().load());
    CustomerId customer = house.drafts().get(letter).letter().head().recipient().customer();
    Passing passing =
        house
            .holds()
            .letPass(
                letter.number(),
                customer,
                member.id(),
                essential,
                because,
                house.clock().instant());
    return switch (passing) {
      case Passing.LetPass(List<Hold> holds, List<Undecided> undecided) -> {
        tell(holds, undecided);
        yield DONE;
      }
      case Passing.NothingHolds() -> {
        err().printf("No hold stops %s; nothing was changed.%n", letter);
        yield FAILED;
      }
      case Passing.NotAllowed(Hold hold) -> {
        err()
            .printf(
                "%s (%s) may let nothing pass %s (%s); %s may. Nothing was changed.%n",
                member.id(),
                member.role().word(),
                hold.id(),
                hold.kind().word(),
                HoldWords.roles(hold.kind().passers()));
        yield FAILED;
      }
      case Passing.NotAllowedYet(TaskId task) -> {
        err()
            .printf(
                "%s (%s) may let nothing pass before %s is decided; %s may. Nothing was changed.%n",
                member.id(), member.role().word(), task, HoldWords.roles(HoldKind.STOP.passers()));
        yield FAILED;
      }
      case Passing.NotEssential(String asked, List<String> listed) -> {
        err()
            .printf(
                "%s During a hold only this goes: %s. Name one of it: --essential \"%s\". Nothing"
                    + " was changed.%n",
                asked.isEmpty()
                    ? "What %s is must be said.".formatted(letter)
                    : "“%s” is nothing that the plan lets go.".formatted(asked),
                listed.isEmpty() ? "nothing (duties, essential)" : String.join(", ", listed),
                listed.isEmpty() ? "KIND" : listed.getFirst());
        yield FAILED;
      }
    };
  }

  private void tell(List<Hold> holds, List<Undecided> undecided) {
    if (json.wanted()) {
      ObjectNode node = JsonNodeFactory.instance.objectNode().put("letter", letter.toString());
      ArrayNode passed = node.putArray("holds");
      holds.forEach(hold -> passed.add(hold.id().toString()));
      ArrayNode tasks = node.putArray("tasks");
      undecided.forEach(one -> tasks.add(one.task().toString()));
      JsonOption.print(out(), node);
      return;
    }
    out()
        .printf(
            "%s may go in spite of %s, and no other letter may.%n",
            letter,
            Stream.concat(
                    holds.stream().map(hold -> hold.id().toString()),
                    undecided.stream().map(one -> one.task().toString()))
                .collect(joining(", ")));
  }
}
