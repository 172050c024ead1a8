package org.regards.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regards.customer.Customer;
import org.regards.customer.PostalAddress;
import org.regards.history.CaseFile;
import org.regards.history.Direction;
import org.regards.history.Dossier;
import org.regards.history.Interaction;
import org.regards.history.LetterEvent;
import org.regards.history.Order;
import org.regards.history.PastLetter;
import org.regards.history.RecordChange;
import org.regards.history.Tag;
import org.regards.store.RecordId;

/**
 * A dossier for a person to read: who it is, then everything that happened and what imports changed
 * of it, oldest first.
 */
final class Timeline {
  private static final int LONGEST_TEXT = 160;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PrintWriter out;

  Timeline(PrintWriter out) {
    this.out = out;
  }

  void print(Dossier dossier, List<RecordChange> changes) {
    printHead(dossier.customer());
    List<Entry> entries = new ArrayList<>();
    dossier.orders().forEach(order -> entries.add(entry(order)));
    dossier.cases().forEach(file -> entries.addAll(entries(file)));
    dossier.interactions().forEach(contact -> entries.add(entry(contact)));
    dossier.letters().forEach(letter -> entries.addAll(entries(letter)));
    changes.forEach(change -> entries.add(entry(change)));
    entries.sort(Comparator.comparing(Entry::at));
    out.println();
    if (entries.isEmpty()) {
      out.println("Nothing has happened yet.");
    }
    entries.forEach(entry -> out.printf("%-16s  %s%n", entry.when(), entry.what()));
  }

  private void printHead(Customer customer) {
    out.printf(
        "%s  %s%n",
        customer.id(),
        joined(" ", customer.name().title(), customer.name().given(), customer.name().family()));
    line("organisation", customer.organisation());
    PostalAddress address = customer.address();
    line(
        "address",
        joined(
            ", ",
            address.street(),
            joined(" ", address.postalCode(), address.locality()),
            address.region(),
            address.country()));
    line("email", customer.email());
    line("phone", customer.phone());
    line("language", customer.language());
    line("since", customer.since() == null ? "" : customer.since().toString());
    line(
        "looked after by",
        customer.accountManager() == null ? "" : customer.accountManager().value());
    line("status", customer.status().word());
  }

  private void line(String name, String value) {
    if (!value.isBlank()) {
      out.printf("  %-16s%s%n", name, flat(value));
    }
  }

  private static Entry entry(Order order) {
    return Entry.on(
        order.date(),
        "%s %s, %s%s%s"
            .formatted(
                order.kind().word(),
                order.id(),
                order.amount(),
                order.description().isBlank() ? "" : ", " + flat(order.description()),
                order.refersTo() == null ? "" : " (for " + order.refersTo() + ")"));
  }

  private static List<Entry> entries(CaseFile file) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        Entry.on(
            file.opened(),
            "case %s opened: %s; asked for %s%s%s%s, fault: %s%s"
                .formatted(
                    file.id(),
                    flat(file.about()),
                    flat(file.asked()),
                    file.askedAmount() == null ? "" : " (" + file.askedAmount() + ")",
                    file.order() == null ? "" : ", order " + file.order(),
                    file.policy() == null ? "" : ", policy " + file.policy(),
                    file.fault().word(),
                    file.resolved() == null ? ", " + file.state().word() : "")));
    if (file.resolved() != null) {
      entries.add(
          Entry.on(
              file.resolved(),
              "case %s %s%s"
                  .formatted(
                      file.id(),
                      file.state().word(),
                      file.grantedAmount() == null ? "" : ", " + file.grantedAmount())));
    }
    return entries;
  }

  private static Entry entry(Interaction contact) {
    return Entry.at(
        contact.at(),
        "%s %s %s%s%s: %s%s"
            .formatted(
                contact.channel().word(),
                contact.direction() == Direction.IN ? "from the customer" : "from us",
                contact.id(),
                contact.staff() == null ? "" : " (" + contact.staff() + ")",
                contact.tags().isEmpty() ? "" : " [" + tags(contact) + "]",
                contact.subject().isBlank() ? "" : flat(contact.subject()) + " — ",
                flat(contact.text())));
  }

  private static List<Entry> entries(PastLetter letter) {
    List<Entry> entries = new ArrayList<>();
    entries.add(
        Entry.at(
            letter.at(),
            "letter %s: %s by %s, %s"
                .formatted(letter.letter(), letter.type(), letter.channel(), letter.state())));
    for (LetterEvent event : letter.events()) {
      entries.add(
          Entry.endOf(
              event.on(),
              "letter %s %s%s".formatted(letter.letter(), event.kind(), because(event))));
    }
    return entries;
  }

  private static String because(LetterEvent event) {
    if (event.reason().isEmpty()) {
      return "";
    }
    return (event.kind().equals("returned") ? " by the post: " : ": ") + event.reason();
  }

  private static Entry entry(RecordChange change) {
    RecordId record = change.field().record();
    return Entry.at(
        change.importedAt(),
        "changed by the import of %s:%d: %s %s %s: %s → %s"
            .formatted(
                flat(change.source()),
                change.line(),
                record.kind().word(),
                flat(record.key()),
                change.field().field(),
                change.oldValue().isBlank() ? "(empty)" : flat(change.oldValue()),
                change.newValue().isBlank() ? "(empty)" : flat(change.newValue())));
  }

  private static String tags(Interaction contact) {
    return contact.tags().stream().map(Tag::word).sorted().collect(Collectors.joining(", "));
  }

  /** On one line and without characters that would command the terminal. */
  private static String flat(String text) {
    String line =
        text.replaceAll("\\s+", " ").replaceAll("[\\p{Cc}\\p{Cf}&&[^\\u200c\\u200d]]", "").strip();
    return line.length() <= LONGEST_TEXT ? line : line.substring(0, LONGEST_TEXT - 1) + "…";
  }

  private static String joined(String separator, String... parts) {
    return Stream.of(parts)
        .filter(part -> !part.isBlank())
        .map(Timeline::flat)
        .collect(Collectors.joining(separator));
  }

  private record Entry(Instant at, String when, String what) {
    static Entry on(LocalDate day, String what) {
      return new Entry(day.atStartOfDay(ZoneOffset.UTC).toInstant(), day.toString(), what);
    }

    /** After all that happened on the day: a letter is posted after it was written. */
    static Entry endOf(LocalDate day, String what) {
      return new Entry(
          day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().minusNanos(1),
          day.toString(),
          what);
    }

    static Entry at(Instant at, String what) {
      return new Entry(at, MOMENT.format(at), what);
    }
  }
}
