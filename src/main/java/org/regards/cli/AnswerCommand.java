package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.letter.LetterId;
import org.regards.outcome.Answer;
import org.regards.outcome.Answering;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards answer}. */
@Command(
    name = "answer",
    description =
        "Keep what a customer answered to an invitation, or list it. The owner gets a task to mend"
            + " what is behind it; who wants no more invitations gets none.",
    footer = {
      "",
      "Examples:",
      "  regards answer C-1010 --to L-9 --cause K-331 --text \"The boxes are too thin\" --as lb",
      "  regards answer C-1010 --to L-9 --opt-out --as lb",
      "  regards answer C-1010"
    })
final class AnswerCommand extends HouseCommand {
  @Parameters(
      paramLabel = "CUSTOMER",
      converter = CustomerIdConverter.class,
      description = "The customer's id.")
  private CustomerId customer;

  @Option(
      names = "--to",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The invitation. Without it the customer's answers are listed.")
  private @Nullable LetterId letter;

  @Option(
      names = "--cause",
      paramLabel = "CAUSE",
      description = "What it is about: a case of the customer's, or a policy.")
  private @Nullable String cause;

  @Option(names = "--text", paramLabel = "TEXT", description = "What the customer said.")
  private @Nullable String text;

  @Option(names = "--opt-out", description = "The customer does not want to be invited again.")
  private boolean optOut;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  AnswerCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    if (letter == null) {
      known(house, customer);
      return list(house.answers().of(customer));
    }
    StaffId by = acting.required(house.playbooks().load()).id();
    Instant now = house.clock().instant();
    return switch (answering(house, letter, by, now)) {
      case Answering.Kept kept -> tell(kept);
      case Answering.NoInvitation no ->
          refuse(
              "%s is no invitation to %s%s."
                  .formatted(
                      no.letter(),
                      customer,
                      no.invitations().isEmpty()
                          ? "; there is none"
                          : "; there is " + String.join(", ", no.invitations())));
      case Answering.UnknownCause unknown ->
          refuse(
              "%s is neither a case of %s nor a policy; there is %s."
                  .formatted(
                      TerminalText.line(unknown.cause()),
                      customer,
                      String.join(", ", unknown.known())));
    };
  }

  private Answering answering(House house, LetterId to, StaffId by, Instant now) {
    if (optOut) {
      return house.answers().optOut(customer, to.toString(), by, now);
    }
    if (cause == null || text == null || text.isBlank()) {
      throw new ParameterException(
          spec().commandLine(),
          "Say what the customer said and what it is about: --text TEXT --cause CAUSE, or"
              + " --opt-out.");
    }
    return house.answers().keep(customer, to.toString(), cause.strip(), text.strip(), by, now);
  }

  private int refuse(String reason) {
    err().println(reason + " Nothing was kept.");
    return FAILED;
  }

  private int tell(Answering.Kept kept) {
    if (json.wanted()) {
      ObjectNode node = json(kept.answer());
      kept.task().ifPresent(task -> node.set("task", TaskWords.json(task)));
      JsonOption.print(out(), node);
      return DONE;
    }
    out().println(line(kept.answer()));
    kept.task()
        .ifPresent(
            task ->
                out()
                    .printf(
                        "%s  by %s, %s: %s%n",
                        task.id(),
                        task.order().due(),
                        task.order().doer(),
                        TerminalText.line(TaskWords.what(task.order()))));
    return DONE;
  }

  private int list(List<Answer> answers) {
    if (json.wanted()) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode();
      answers.forEach(answer -> list.add(json(answer)));
      JsonOption.print(out(), list);
    } else if (answers.isEmpty()) {
      out().printf("%s has answered no invitation.%n", customer);
    } else {
      answers.forEach(answer -> out().println(line(answer)));
    }
    return DONE;
  }

  private static String line(Answer answer) {
    return switch (answer.kind()) {
      case SAID ->
          "%s answered %s, about %s: %s"
              .formatted(
                  answer.customer(),
                  answer.letter(),
                  answer.cause(),
                  TerminalText.line(answer.words()));
      case OPTED_OUT ->
          "%s answered %s: wants no more invitations, and gets none"
              .formatted(answer.customer(), answer.letter());
    };
  }

  private static ObjectNode json(Answer answer) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("customer", answer.customer().value())
        .put("letter", answer.letter())
        .put("optOut", answer.kind() == Answer.Kind.OPTED_OUT)
        .put("cause", answer.cause().isEmpty() ? null : answer.cause())
        .put("words", answer.words())
        .put("takenBy", answer.takenBy().value())
        .put("at", answer.at().toString());
  }
}
