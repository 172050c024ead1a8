package org.regards.report;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regards.customer.PersonName;
import org.regards.document.Cell;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.history.Interaction;
import org.regards.history.PastLetter;
import org.regards.hold.Hold;
import org.regards.playbook.LetterKind;
import org.regards.playbook.StaffMember;
import org.regards.task.Task;

/**
 * The log of incidents: when, what, to whom, and what came of it. People stand in it by role and
 * id, not by name.
 */
final class IncidentLog {
  private static final Set<String> ANSWERING_LETTERS =
      Set.of(LetterKind.COOLING_OFF.word(), LetterKind.FAREWELL.word());

  private final List<Incident> incidents = new ArrayList<>();

  private record Incident(Instant at, String record, List<Cell> row) {}

  /** Adds the incidents of a customer from one day to another. */
  void add(CustomerFile file, LocalDate from, LocalDate to) {
    Redaction redaction = Redaction.of(file);
    for (Interaction contact : file.incidents()) {
      LocalDate day = LocalDate.ofInstant(contact.at(), ZoneOffset.UTC);
      if (!day.isBefore(from) && !day.isAfter(to)) {
        incidents.add(
            new Incident(
                contact.at(), CustomerFile.record(contact), row(file, contact, day, redaction)));
      }
    }
  }

  Document document(String about, LocalDate from, LocalDate to) {
    List<List<Cell>> rows =
        incidents.stream()
            .sorted(Comparator.comparing(Incident::at).thenComparing(Incident::record))
            .map(Incident::row)
            .toList();
    return new Document(
        "Incident log",
        "%s, from %s to %s".formatted(about, from, to),
        Papers.INTERNAL,
        to,
        List.of(
            new Element.Paragraph(
                "Threats, abuse, harassment and impeding of others, as people of ours marked them."
                    + " People are named by role and id."),
            new Element.Remark(
                "Keep this log for five years: so long California's SB 553 wants a log of violent"
                    + " incidents kept."),
            new Table(
                "incidents",
                "",
                Table.columns(
                    "when",
                    "record",
                    "customer",
                    "class",
                    "target",
                    "what",
                    "said by",
                    "done",
                    "take over by"),
                rows)));
  }

  private static List<Cell> row(
      CustomerFile file, Interaction contact, LocalDate day, Redaction redaction) {
    String target =
        contact.staff() == null
            ? "nobody named"
            : file.member(contact.staff())
                .map(one -> one.role().word() + " " + one.id())
                .orElse(contact.staff().value());
    String saidBy =
        file.verdict(contact)
            .map(
                verdict ->
                    "%s, %s"
                        .formatted(verdict.by(), LocalDate.ofInstant(verdict.at(), ZoneOffset.UTC)))
            .orElse("as it came in");
    return List.of(
        Cell.of(CustomerFile.moment(contact.at())),
        Cell.of(contact.id().value()),
        Cell.of(file.dossier().customer().id().value()),
        Cell.of(CustomerFile.classes(contact).map(tag -> tag.word()).collect(joining(", "))),
        Cell.of(target),
        Cell.of(redaction.of(byId(file, Timeline.excerpt(Redaction.line(contact))))),
        Cell.of(saidBy),
        Cell.of(redaction.of(done(file, contact))),
        Cell.of(due(file, day)));
  }

  /** Names of ours become ids, and the customer's its id. */
  private static String byId(CustomerFile file, String text) {
    String rest = text;
    for (StaffMember one : file.playbook().staff()) {
      rest = named(rest, one.name(), one.id().value());
      rest = named(rest, one.name().strip().split("\\s+")[0], one.id().value());
    }
    PersonName name = file.dossier().customer().name();
    String id = file.dossier().customer().id().value();
    rest = named(rest, (name.given() + " " + name.family()).strip(), id);
    return named(rest, name.family(), id);
  }

  private static String named(String text, String name, String id) {
    return name.isBlank()
        ? text
        : text.replaceAll(
            "(?<![\\p{L}\\p{N}])" + Pattern.quote(name.strip()) + "(?![\\p{L}\\p{N}])",
            Matcher.quoteReplacement(id));
  }

  /** What followed on it: holds, tasks, letters that answer conduct. */
  private static String done(CustomerFile file, Interaction contact) {
    List<String> done = new ArrayList<>();
    for (Hold hold : file.holds()) {
      if (!hold.heldAt().isBefore(contact.at())) {
        done.add("%s (%s)".formatted(hold.id(), hold.kind().words()));
      }
    }
    for (Task task : file.tasks()) {
      if (task.order().causeRecord().equals(CustomerFile.record(contact))) {
        done.add(
            "%s (%s, %s)"
                .formatted(
                    task.id(),
                    task.order().kind().words(),
                    task.isOpen() ? "due " + task.order().due() : "done"));
      }
    }
    for (PastLetter letter : file.dossier().letters()) {
      if (letter.at().isAfter(contact.at()) && ANSWERING_LETTERS.contains(letter.type())) {
        done.add("%s %s, %s".formatted(letter.type(), letter.letter(), letter.state()));
      }
    }
    return done.isEmpty() ? "nothing recorded" : String.join("; ", done);
  }

  private static String due(CustomerFile file, LocalDate day) {
    int days = file.playbook().plan(day).duties().takeOverDays();
    return day.plusDays(days).toString();
  }
}
