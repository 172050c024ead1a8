package org.regards.triage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;
import org.regards.history.CaseFile;
import org.regards.history.CaseState;
import org.regards.history.Fault;
import org.regards.history.Interaction;

/**
 * One matter that a customer complained of, however many messages it took: a case with the messages
 * about it, or messages that belong to no case.
 */
final class Complaint {
  private final LocalDate day;
  private final String cause;
  private final @Nullable CaseFile file;
  private final List<Interaction> messages = new ArrayList<>();

  private Complaint(LocalDate day, String cause, @Nullable CaseFile file) {
    this.day = day;
    this.cause = cause.strip().toLowerCase(Locale.ROOT);
    this.file = file;
  }

  static Complaint of(CaseFile file) {
    return new Complaint(file.opened(), file.about(), file);
  }

  static Complaint of(Interaction first) {
    Complaint complaint = new Complaint(Evidence.day(first), subject(first), null);
    complaint.add(first);
    return complaint;
  }

  void add(Interaction message) {
    messages.add(message);
  }

  LocalDate day() {
    return day;
  }

  /** What it is about, for comparing. */
  String cause() {
    return cause;
  }

  Optional<CaseFile> file() {
    return Optional.ofNullable(file);
  }

  List<Interaction> messages() {
    return messages;
  }

  LocalDate lastDay() {
    return messages.isEmpty() ? day : Evidence.day(messages.getLast());
  }

  Set<StaffId> staff() {
    Set<StaffId> staff = new HashSet<>();
    messages.stream()
        .map(Interaction::staff)
        .forEach(
            member -> {
              if (member != null) {
                staff.add(member);
              }
            });
    return staff;
  }

  /** Upheld, and not as a favour: what was found to be nobody's or the customer's is one. */
  boolean isUpheld() {
    return file != null
        && file.state() == CaseState.UPHELD
        && file.fault() != Fault.NOBODY
        && file.fault() != Fault.THEIRS;
  }

  Stream<Evidence> evidence() {
    return Stream.concat(
        file().stream().map(Evidence::of), messages.stream().limit(3).map(Evidence::of));
  }

  /** Without what mail programs put before it. */
  static String subject(Interaction contact) {
    return contact
        .subject()
        .strip()
        .toLowerCase(Locale.ROOT)
        .replaceFirst("^((re|aw|tr|fwd?|wg|rv)\\s*:\\s*)+", "");
  }
}
