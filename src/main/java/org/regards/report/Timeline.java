package org.regards.report;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.regards.document.Cell;
import org.regards.document.Table;
import org.regards.history.CaseFile;
import org.regards.history.Direction;
import org.regards.history.Interaction;
import org.regards.history.Order;
import org.regards.history.PastLetter;
import org.regards.history.PostEvidence;
import org.regards.triage.Evidence;

/** All that happened with a customer, oldest first, each with the id of its record. */
final class Timeline {
  /** Of a long history only what matters is told: more is no help to whoever reads. */
  private static final int MOST = 400;

  private static final int EXCERPT = 320;

  private final CustomerFile file;
  private final List<Event> events = new ArrayList<>();

  private record Event(Instant at, String when, String record, String what, boolean matters) {}

  private Timeline(CustomerFile file) {
    this.file = file;
  }

  static Table of(CustomerFile file) {
    Timeline timeline = new Timeline(file);
    timeline.collect();
    return timeline.table();
  }

  private void collect() {
    Set<String> cited = new HashSet<>();
    file.advice().evidence().stream().map(Evidence::record).forEach(cited::add);
    for (Interaction contact : file.dossier().interactions()) {
      String record = CustomerFile.record(contact);
      boolean matters = !contact.tags().isEmpty() || cited.contains(record);
      events.add(
          new Event(
              contact.at(), CustomerFile.moment(contact.at()), record, what(contact), matters));
    }
    for (CaseFile one : file.dossier().cases()) {
      add(one.opened(), "case/" + one.id(), "case opened: " + one.about(), true);
      if (one.resolved() != null) {
        String granted = one.grantedAmount() == null ? "" : ", granted " + one.grantedAmount();
        add(
            one.resolved(),
            "case/" + one.id(),
            "case %s, fault: %s%s".formatted(one.state().word(), one.fault().word(), granted),
            true);
      }
    }
    for (Order order : file.dossier().orders()) {
      String record = "order/" + order.id();
      boolean ofCase =
          file.dossier().cases().stream().anyMatch(one -> order.id().equals(one.order()));
      add(
          order.date(),
          record,
          "%s, %s: %s".formatted(order.kind().word(), order.amount(), order.description()),
          ofCase || cited.contains(record));
    }
    for (PastLetter letter : file.dossier().letters()) {
      events.add(
          new Event(
              letter.at(),
              CustomerFile.moment(letter.at()),
              "letter/" + letter.letter(),
              "our letter: %s by %s, %s".formatted(letter.type(), letter.channel(), letter.state()),
              true));
    }
    for (PostEvidence seen : file.seen()) {
      events.add(
          new Event(
              seen.seenAt(),
              CustomerFile.moment(seen.seenAt()),
              seen.record(),
              "seen on the web: " + seen.url(),
              true));
    }
  }

  private void add(LocalDate day, String record, String what, boolean matters) {
    events.add(
        new Event(
            day.atStartOfDay(ZoneOffset.UTC).toInstant(), day.toString(), record, what, matters));
  }

  private String what(Interaction contact) {
    String who = contact.direction() == Direction.IN ? "from the customer" : "from us";
    String staff = contact.staff() == null ? "" : ", " + contact.staff();
    String tags =
        contact.tags().isEmpty()
            ? ""
            : " ["
                + String.join(
                    ", ", contact.tags().stream().sorted().map(tag -> tag.word()).toList())
                + "]";
    String words =
        CustomerFile.isIncident(contact) && !Redaction.isReport(contact)
            ? "quoted above"
            : excerpt(Redaction.line(contact));
    return "%s %s%s%s: %s".formatted(contact.channel().word(), who, staff, tags, words);
  }

  static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.codePointCount(0, line.length()) <= EXCERPT
        ? line
        : line.substring(0, line.offsetByCodePoints(0, EXCERPT)) + " …";
  }

  private Table table() {
    boolean all = events.size() <= MOST;
    List<Event> told =
        events.stream()
            .filter(event -> all || event.matters())
            .sorted(
                Comparator.comparing(Event::at)
                    .thenComparing(Event::record)
                    .thenComparing(Event::what))
            .toList();
    int left = events.size() - told.size();
    return new Table(
        "timeline",
        left == 0
            ? "All records of the customer, oldest first."
            : "What matters, oldest first; %,d more without a tag, a case or a letter stand in the store: regards show %s"
                .formatted(left, file.dossier().customer().id()),
        Table.columns("when", "record", "what"),
        told.stream()
            .map(
                event ->
                    List.of(Cell.of(event.when()), Cell.of(event.record()), Cell.of(event.what())))
            .toList());
  }
}
