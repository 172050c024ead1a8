package org.regards.cli;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.regards.approval.Waiting;
import org.regards.approval.Word;
import org.regards.letter.LetterId;
import org.regards.letter.LetterType;
import org.regards.playbook.Occasion;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code regards approvals}. */
@Command(
    name = "approvals",
    description =
        "Say which letters wait for whose word; of one letter, also what was said of it before.",
    footer = {
      "",
      "Examples:",
      "  regards approvals",
      "  regards approvals --mine --as ss",
      "  regards approvals L-1"
    })
final class ApprovalsCommand extends HouseCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "LETTER",
      converter = LetterIdConverter.class,
      description = "Its id; without it, all letters that wait.")
  private @Nullable LetterId id;

  @Option(names = "--mine", description = "Only letters that wait for your word.")
  private boolean mine;

  @Option(
      names = {"--of", "--type"},
      paramLabel = "TYPE",
      converter = LetterTypeConverter.class,
      description = "Only letters of this type.")
  private @Nullable LetterType type;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  ApprovalsCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    LetterId one = id;
    if (one == null) {
      listAll(house);
      return DONE;
    }
    if (mine || type != null) {
      throw new ParameterException(
          spec().commandLine(), "Name a letter, or say which ones with --mine and --of.");
    }
    house.drafts().get(one);
    Waiting waiting = house.waitingLetters().of(List.of(one)).getFirst();
    List<Word> said = house.waitingLetters().said(one);
    if (json.wanted()) {
      JsonOption.print(out(), ApprovalJson.of(waiting, said));
    } else {
      print(waiting, said);
    }
    return DONE;
  }

  private void listAll(House house) {
    StaffMember who = mine ? acting.required(house.playbooks().load()) : null;
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("letter", "type", "to", "signed by", "waits for", "who may"));
    house
        .waitingLetters()
        .forEach(
            type,
            waiting -> {
              if (who == null || waiting.able().contains(who)) {
                if (json.wanted()) {
                  list.add(ApprovalJson.of(waiting, null));
                } else {
                  rows.add(row(waiting));
                }
              }
            });
    if (json.wanted()) {
      JsonOption.print(out(), list);
    } else if (rows.size() == 1) {
      out()
          .println(
              who == null
                  ? "No letters wait for anybody's word."
                  : "No letters wait for the word of %s.".formatted(who.name()));
    } else {
      new Columns(out()).print(rows);
    }
  }

  private static List<String> row(Waiting waiting) {
    return List.of(
        waiting.letter().id().toString(),
        waiting.letter().letter().head().type().word(),
        waiting.letter().letter().head().recipient().customer().value(),
        waiting.requirement().signatory().value(),
        waiting.missing().stream().map(Role::word).collect(joining(", ")),
        waiting.able().isEmpty()
            ? "nobody here"
            : waiting.able().stream().map(member -> member.id().value()).collect(joining(", ")));
  }

  private void print(Waiting waiting, List<Word> said) {
    out()
        .printf(
            "%s  %s, %s, digest %s%n",
            waiting.letter().id(),
            waiting.letter().state().word(),
            waiting.letter().letter().head().type().word(),
            waiting.digest());
    AttachmentWords.of(waiting.letter().letter().head().attachments()).forEach(out()::println);
    if (!waiting.requirement().occasions().isEmpty()) {
      out()
          .printf(
              "It is: %s.%n",
              waiting.requirement().occasions().stream()
                  .sorted()
                  .map(Occasion::word)
                  .collect(joining(", ")));
    }
    for (Word word : said) {
      out()
          .printf(
              "%s  %s by %s (%s)%s%s%s%n",
              word.at(),
              word.verdict().name().toLowerCase(Locale.ROOT),
              word.by(),
              word.role().word(),
              word.warnings().isEmpty()
                  ? ""
                  : ", in spite of " + String.join(", ", word.warnings()),
              word.because().isEmpty() ? "" : ": " + TerminalText.line(word.because()),
              word.digest().equals(waiting.digest()) ? "" : " — of another text");
    }
    out()
        .println(
            waiting.wanted().isEmpty() ? "It has every word that it needs." : waiting.wanted());
  }
}
