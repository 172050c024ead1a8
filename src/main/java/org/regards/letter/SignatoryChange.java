package org.regards.letter;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.regards.playbook.StaffMember;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;

/** Lets somebody else sign a letter: wherever it named its signatory, it names them. */
final class SignatoryChange {
  private final Signatory before;
  private final StaffMember after;
  private final RecordId record;
  private final Set<String> missing = new LinkedHashSet<>();

  private SignatoryChange(Signatory before, StaffMember after) {
    this.before = before;
    this.after = after;
    this.record = new RecordId(RecordKind.STAFF, before.staff().value());
  }

  /**
   * The letter as somebody else would sign it.
   *
   * @param missing gets the fields that the letter names and that they do not have
   */
  static Letter of(Letter letter, StaffMember after, List<String> missing) {
    LetterHead head = letter.head();
    SignatoryChange change = new SignatoryChange(head.signatory(), after);
    Letter changed =
        new Letter(
            new LetterHead(
                head.type(),
                head.language(),
                head.channel(),
                head.caseId(),
                head.date(),
                head.recipient(),
                new Signatory(
                    after.id(), after.name(), after.title(), after.email(), after.phone()),
                head.attachments()),
            change.runs(letter.subject()),
            letter.parts().stream()
                .map(
                    part ->
                        new Part(
                            part.name(),
                            part.locked(),
                            part.blocks().stream().map(change::block).toList()))
                .toList());
    missing.addAll(change.missing);
    return changed;
  }

  private Block block(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> new Block.Paragraph(runs(paragraph.runs()));
      case Block.ItemList list -> new Block.ItemList(all(list.items()));
      case Block.Table table ->
          new Block.Table(all(table.head()), table.rows().stream().map(this::all).toList());
      case Block.Signature signature ->
          new Block.Signature(runs(signature.close()), all(signature.lines()));
    };
  }

  private List<List<Inline>> all(List<List<Inline>> lines) {
    return lines.stream().map(this::runs).toList();
  }

  private List<Inline> runs(List<Inline> runs) {
    List<Inline> changed = new ArrayList<>(runs.size());
    for (Inline run : runs) {
      changed.add(
          switch (run) {
            case Inline.FactText(Fact fact) -> new Inline.FactText(fact(fact));
            case Inline.Emphasis emphasis -> new Inline.Emphasis(runs(emphasis.runs()));
            case Inline.Link link -> new Inline.Link(target(link.target()), runs(link.runs()));
            case Inline.Text text -> text;
            case Inline.LineBreak line -> line;
          });
    }
    return changed;
  }

  private Fact fact(Fact fact) {
    if (!fact.source().record().equals(record)) {
      return fact;
    }
    String field = fact.source().field();
    String value =
        switch (field) {
          case "name" -> after.name();
          case "title" -> after.title();
          case "email" -> after.email();
          case "phone" -> after.phone();
          default -> "";
        };
    if (value.isBlank()) {
      missing.add(field);
    }
    return new Fact(
        value, new RecordField(new RecordId(RecordKind.STAFF, after.id().value()), field), value);
  }

  private URI target(URI target) {
    String text = target.toString();
    String changed = before.email().isEmpty() ? text : text.replace(before.email(), after.email());
    String phone = digits(before.phone());
    return URI.create(phone.isEmpty() ? changed : changed.replace(phone, digits(after.phone())));
  }

  private static String digits(String phone) {
    return phone.replaceAll("[^+0-9]", "");
  }
}
