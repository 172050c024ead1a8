package org.regards.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.regards.document.Cell;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.history.Interaction;

/** What to have ready before an authority is asked for help. Whoever reported stays unnamed. */
final class AuthorityChecklist {
  private AuthorityChecklist() {}

  static Document of(CustomerFile file) {
    List<Element> elements = new ArrayList<>();
    long reports = file.incidents().stream().filter(Redaction::isReport).count();
    elements.add(
        Element.Facts.of(
            "about", file.whom(),
            "as of", CustomerFile.moment(file.dossier().asOf()),
            "what the history shows", file.advice().sign().words(),
            "who reported it",
                reports == 0
                    ? ""
                    : "withheld, in %d record%s; counsel names them to the authority, with their consent"
                        .formatted(reports, reports == 1 ? "" : "s")));
    elements.add(new Element.Heading("First"));
    elements.add(
        new Element.Checks(
            List.of(
                "Is anybody in danger now? Then call the emergency number before you read on.",
                "Nothing goes to the customer: a hold is set, and what was queued has stopped.",
                "Nobody of ours answers the customer alone.",
                "Staff and customers on the spot know whom to turn to.")));
    elements.add(new Element.Heading("What happened"));
    elements.add(
        new Table(
            "incidents",
            "",
            Table.columns("when", "record", "how", "class", "confirmed by", "words"),
            file.incidents().stream().map(contact -> row(file, contact)).toList()));
    if (!file.seen().isEmpty()) {
      elements.add(new Element.Heading("Evidence from the web"));
      elements.add(SeenOnTheWeb.table(file.seen()));
    }
    elements.add(new Element.Heading("Before the authority is asked"));
    elements.add(
        new Element.Checks(
            List.of(
                "A person has confirmed what each incident is: regards incident confirm …",
                "Counsel has read this and the legal brief; name and date: ____________________",
                "Those who reported it were asked whether the authority may have their names, and"
                    + " their answers are recorded.",
                "Pictures and recordings are copied as they are; regards evidence %s --verify finds"
                        .formatted(file.dossier().customer().id())
                    + " nothing changed.")));
    elements.add(new Element.Heading("When it is asked"));
    elements.add(
        new Element.Checks(
            List.of(
                "Authority and the person spoken with: ____________________",
                "Its reference number: ____________________",
                "What was handed over, when and by whom: ____________________",
                "What it told us to do and not to do, recorded as an instruction.",
                "A day to ask how it stands: ____________________")));
    return Redaction.of(file)
        .of(
            new Document(
                "Checklist for an authority",
                file.whom(),
                Papers.INTERNAL,
                file.today(),
                elements));
  }

  private static List<Cell> row(CustomerFile file, Interaction contact) {
    return List.of(
        Cell.of(CustomerFile.moment(contact.at())),
        Cell.of(contact.id().value()),
        Cell.of(contact.channel().word()),
        Cell.of(CustomerFile.classes(contact).map(tag -> tag.word()).collect(joining(", "))),
        Cell.of(file.verdict(contact).map(verdict -> verdict.by().value()).orElse("nobody yet")),
        Cell.of(Timeline.excerpt(Redaction.line(contact))));
  }
}
