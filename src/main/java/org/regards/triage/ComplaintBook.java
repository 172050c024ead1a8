package org.regards.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regards.history.CaseFile;
import org.regards.history.Direction;
import org.regards.history.Dossier;
import org.regards.history.Interaction;
import org.regards.history.Tag;

/**
 * The complaints of a customer since a day, each counted once: three messages about one box are one
 * complaint.
 */
final class ComplaintBook {
  /**
   * A message so many days before its case was opened or after it was settled is still about it.
   */
  private static final int DAYS_AROUND = 7;

  private final LocalDate from;
  private final List<Complaint> ofCases = new ArrayList<>();
  private final List<Complaint> all = new ArrayList<>();
  private final Map<String, Complaint> latestBySubject = new HashMap<>();
  private LocalDate lastAnswer = LocalDate.MIN;

  private ComplaintBook(LocalDate from) {
    this.from = from;
  }

  /** Oldest first. */
  static List<Complaint> since(LocalDate from, Dossier dossier) {
    ComplaintBook book = new ComplaintBook(from);
    for (CaseFile file : dossier.cases()) {
      Complaint complaint = Complaint.of(file);
      book.ofCases.add(complaint);
      if (!file.opened().isBefore(from)) {
        book.all.add(complaint);
      }
    }
    for (Interaction contact : dossier.interactions()) {
      if (contact.direction() == Direction.OUT) {
        book.lastAnswer = Evidence.day(contact);
      } else if (contact.isFromCustomer() && contact.tags().contains(Tag.COMPLAINT)) {
        book.add(contact);
      }
    }
    return book.all.stream().sorted(Comparator.comparing(Complaint::day)).toList();
  }

  private void add(Interaction message) {
    LocalDate day = Evidence.day(message);
    if (day.isBefore(from.minusDays(DAYS_AROUND))) {
      return;
    }
    String subject = Complaint.subject(message);
    Optional<Complaint> about =
        ofCases.stream()
            .filter(complaint -> isAbout(day, subject, complaint))
            .max(Comparator.comparing(Complaint::day));
    if (about.isPresent()) {
      about.get().add(message);
      return;
    }
    Complaint before = latestBySubject.get(subject);
    if (before != null && !day.isAfter(before.lastDay().plusDays(DAYS_AROUND))) {
      before.add(message);
    } else if (!day.isBefore(from)) {
      Complaint complaint = Complaint.of(message);
      latestBySubject.put(subject, complaint);
      all.add(complaint);
    }
  }

  /**
   * Who asks again because nobody has answered does not complain anew, whatever the subject says.
   */
  private boolean isAbout(LocalDate day, String subject, Complaint complaint) {
    CaseFile file = complaint.file().orElseThrow();
    LocalDate settled = file.resolved();
    if (day.isBefore(file.opened().minusDays(DAYS_AROUND))
        || (settled != null && day.isAfter(settled.plusDays(DAYS_AROUND)))) {
      return false;
    }
    return !day.isAfter(file.opened().plusDays(DAYS_AROUND))
        || !lastAnswer.isAfter(complaint.lastDay())
        || complaint.messages().stream()
            .anyMatch(message -> Complaint.subject(message).equals(subject));
  }
}
