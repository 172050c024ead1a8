package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.regards.approval.ApprovalOutcome;
import org.regards.approval.Approving;
import org.regards.approval.CustomerAccount;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.playbook.StaffMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards approve}. */
@Command(
    name = "approve",
    description =
        "Say that letters may go as they stand. Each is held against the rules first: errors must"
            + " be mended, warnings want a reason.",
    footer = {
      "",
      "Examples:",
      "  regards approve L-1 --as ss",
      "  regards approve L-1 --as ss --because \"she asked for a short answer\"",
      "  regards approve L-1 --as ss --digest 3f2a9c41d7e0",
      "  regards approve --all --of thank-you --as jo"
    })
final class ApproveCommand extends HouseCommand {
  @Parameters(
      arity = "0..*",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "The ids of the letters; left out with --all.")
  private List<LetterId> letters = new ArrayList<>();

  @Option(names = "--all", description = "Every letter that waits for somebody's word.")
  private boolean all;

  @Option(
      names = {"--of", "--type"},
      paramLabel = "TYPE",
      converter = LetterTypeConverter.class,
      description = "With --all, only letters of this type.")
  private @Nullable LetterType type;

  @Option(
      names = "--because",
      paramLabel = "REASON",
      description = "Why it may stand as it is, where rules warn of it.")
  private @Nullable String reason;

  @Option(
      names = "--digest",
      paramLabel = "DIGEST",
      description =
          "The beginning of the digest of what you read, so that you approve nothing else.")
  private @Nullable String digest;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  ApproveCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    boolean clear = all ? letters.isEmpty() && digest == null : !letters.isEmpty() && type == null;
    if (!clear || (digest != null && letters.size() != 1)) {
      throw new ParameterException(
          spec().commandLine(),
          "Name letters, or say --all, with --of for one type; --digest goes with one letter.");
    }
    StaffMember who = acting.required(house.playbooks().load());
    Approving word =
        new Approving(who.id(), reason == null ? "" : reason.strip(), digest == null ? "" : digest);
    Told told = new Told();
    if (all) {
      house.approvals().approveAll(type, word, told::hear);
    } else {
      house
          .approvals()
          .approve(
              letters,
              word,
              outcome -> told.hear(outcome, house.approvals().account(outcome.letter())));
    }
    return told.end();
  }

  /** What is said of each letter, and of all. */
  private final class Told {
    private final ArrayNode list = JsonNodeFactory.instance.arrayNode();
    private long counting;
    private long refused;

    void hear(ApprovalOutcome outcome) {
      counting += outcome.counts() ? 1 : 0;
      refused += outcome.counts() ? 0 : 1;
      if (json.wanted()) {
        list.add(ApprovalJson.of(outcome));
      } else if (!outcome.counts()) {
        err().println(TerminalText.block(outcome.message()));
      } else if (!all) {
        out().println(outcome.message());
      }
    }

    void hear(ApprovalOutcome outcome, CustomerAccount account) {
      hear(outcome);
      if (json.wanted()) {
        ((ObjectNode) list.get(list.size() - 1)).set("account", ApprovalJson.of(account));
      } else {
        out().println(account.words());
      }
    }

    int end() {
      if (json.wanted()) {
        JsonOption.print(out(), list);
      } else if (all) {
        out()
            .println(
                counting + refused == 0
                    ? "No letters%s wait for anybody's word."
                        .formatted(type == null ? "" : " of type " + type.word())
                    : refused == 0
                        ? "%,d approved. Let them go: regards send --all, or regards queue --all for those on paper"
                            .formatted(counting)
                        : "%,d approved, %,d not. What is still missing: regards approvals"
                            .formatted(counting, refused));
      }
      return refused == 0 ? DONE : FAILED;
    }
  }
}
