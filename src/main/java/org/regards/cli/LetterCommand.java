package org.regards.cli;

import java.util.ArrayList;
import java.util.List;
import org.regards.letter.Fact;
import org.regards.letter.LetterDigest;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.LetterText;
import org.regards.letter.StoredLetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code regards letter}. */
@Command(
    name = "letter",
    description = "Show a letter, and with --facts the record behind each fact in it.",
    footer = {"", "Examples:", "  regards letter L-1", "  regards letter L-1 --facts"})
final class LetterCommand extends HouseCommand {
  /** As much as a person compares: regards approve --digest takes it. */
  private static final int SHOWN_OF_DIGEST = 12;

  @Parameters(paramLabel = "LETTER", converter = LetterIdConverter.class, description = "Its id.")
  private LetterId id;

  @Option(names = "--facts", description = "Each fact with its record and field.")
  private boolean facts;

  @Mixin private ActingOption acting;

  @Mixin private JsonOption json;

  LetterCommand(House.Door door) {
    super(door);
  }

  @Override
  int work(House house) {
    StoredLetter stored = house.drafts().get(id);
    house
        .auditTrail()
        .read(
            house.clock().instant(),
            acting.known(house.playbooks()),
            id.record(),
            stored.letter().head().recipient().customer());
    if (json.wanted()) {
      JsonOption.print(out(), LetterJson.of(stored));
    } else if (facts) {
      printFacts(stored.letter().facts());
    } else {
      print(stored);
    }
    return DONE;
  }

  private void print(StoredLetter stored) {
    LetterHead head = stored.letter().head();
    out()
        .printf(
            "%s  %s, %s, %s to %s %s, from %s (%s)%n",
            stored.id(),
            stored.state().word(),
            head.type().word(),
            head.language().tag(),
            head.recipient().customer(),
            head.channel().phrase(),
            TerminalText.line(head.signatory().name()),
            LetterDigest.of(stored.letter()).substring(0, SHOWN_OF_DIGEST));
    if (!stored.letter().subject().isEmpty()) {
      out().printf("%nSubject: %s%n", TerminalText.line(stored.letter().subjectText()));
    }
    AttachmentWords.of(head.attachments()).forEach(out()::println);
    out().printf("%n%s%n", TerminalText.block(LetterText.of(stored.letter())));
  }

  private void printFacts(List<Fact> printed) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("printed", "record", "field", "value"));
    printed.stream()
        .distinct()
        .forEach(
            fact ->
                rows.add(
                    List.of(
                        fact.text(),
                        fact.source().record().toString(),
                        fact.source().field(),
                        fact.value())));
    new Columns(out()).print(rows);
  }
}
