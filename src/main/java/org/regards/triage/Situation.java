package org.regards.triage;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.regards.customer.StaffId;
import org.regards.history.CaseFile;
import org.regards.history.Channel;
import org.regards.history.Direction;
import org.regards.history.Dossier;
import org.regards.history.Fault;
import org.regards.history.Interaction;
import org.regards.history.PastLetter;
import org.regards.history.Tag;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Plan;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;
import org.regards.playbook.SpokenLanguages;

/** A dossier and the plan of its day, with what several rules ask of them worked out once. */
final class Situation {
  static final String SENT = "done";

  private final Dossier dossier;
  private final Playbook playbook;
  private final SpokenLanguages spoken;
  private final Plan plan;
  private final List<Complaint> complaints;
  private final List<Interaction> waiting;
  private final Optional<CaseFile> pending;
  private final List<String> notes = new ArrayList<>();
  private final List<Rejected> rejected = new ArrayList<>();

  Situation(Dossier dossier, Playbook playbook, SpokenLanguages spoken) {
    this.dossier = dossier;
    this.playbook = playbook;
    this.spoken = spoken;
    this.plan = playbook.plan(dossier.today());
    this.complaints = ComplaintBook.since(monthsAgo(plan.thresholds().pattern().months()), dossier);
    this.waiting = unanswered(monthsAgo(plan.thresholds().pattern().months()));
    this.pending =
        dossier.cases().stream()
            .filter(CaseFile::isPending)
            .max(
                Comparator.<CaseFile, Boolean>comparing(file -> file.fault() == Fault.OURS)
                    .thenComparing(CaseFile::opened)
                    .thenComparing(CaseFile::id));
  }

  Dossier dossier() {
    return dossier;
  }

  Playbook playbook() {
    return playbook;
  }

  /** Those who could look after the customer from now on, the most suitable first. */
  NewContacts newContacts() {
    return new NewContacts(dossier, playbook, spoken);
  }

  Plan plan() {
    return plan;
  }

  LocalDate today() {
    return dossier.today();
  }

  /** Of as many months as the plan counts a pattern in, oldest first. */
  List<Complaint> complaints() {
    return complaints;
  }

  /**
   * The case to answer: one of our fault before others, the latest before earlier ones. None when
   * nothing waits for an end.
   */
  Optional<CaseFile> pending() {
    return pending;
  }

  Optional<Policy> policy(CaseFile file) {
    return Optional.ofNullable(file.policy()).flatMap(id -> playbook.policy(id, file.opened()));
  }

  /** The customer's letters and emails that nobody has answered, oldest first. */
  List<Interaction> waiting() {
    return waiting;
  }

  /** Whether a message waits longer than the plan allows. */
  boolean isOverdue() {
    return !waiting.isEmpty()
        && daysSince(Evidence.day(waiting.getFirst())) > plan.duties().answerDays();
  }

  long daysSince(LocalDate day) {
    return ChronoUnit.DAYS.between(day, today());
  }

  LocalDate monthsAgo(int months) {
    return today().minusMonths(months);
  }

  /** Contacts of the customer's with one of the tags within so many days, oldest first. */
  List<Interaction> tagged(int days, Tag... tags) {
    Instant from = dossier.asOf().minus(Duration.ofDays(days));
    return dossier.interactions().stream()
        .filter(Interaction::isFromCustomer)
        .filter(contact -> !contact.at().isBefore(from))
        .filter(contact -> Arrays.stream(tags).anyMatch(contact.tags()::contains))
        .toList();
  }

  /** Letters of the kind that have left, oldest first. */
  Stream<PastLetter> sent(LetterKind kind) {
    return dossier.letters().stream()
        .filter(letter -> letter.type().equals(kind.word()) && letter.state().equals(SENT));
  }

  boolean wasSentSince(LetterKind kind, Instant moment) {
    return sent(kind).anyMatch(letter -> letter.at().isAfter(moment));
  }

  /** The pause that followed what happened at a moment, if there was one. */
  Optional<LocalDate> pauseAfter(Instant moment) {
    return sent(LetterKind.COOLING_OFF)
        .filter(letter -> letter.at().isAfter(moment))
        .map(letter -> LocalDate.ofInstant(letter.at(), ZoneOffset.UTC))
        .max(Comparator.naturalOrder())
        .map(day -> day.plusDays(plan.pauses().days()));
  }

  /** More than the plan allows of the complaints were upheld: the cause is ours. */
  boolean isOurs() {
    long upheld = complaints.stream().filter(Complaint::isUpheld).count();
    return upheld * 100
        > plan.thresholds().pattern().ourShare().longValue() * (long) complaints.size();
  }

  /** The people of ours who took these contacts, in order. */
  static List<StaffId> staff(List<Interaction> contacts) {
    Set<StaffId> staff = new LinkedHashSet<>();
    for (Interaction contact : contacts) {
      StaffId member = contact.staff();
      if (member != null) {
        staff.add(member);
      }
    }
    return List.copyOf(staff);
  }

  /** Adds what must be minded whatever is recommended. */
  void note(String words, Object... values) {
    notes.add(words.formatted(values));
  }

  /** Adds why a rule that was asked did not find anything, where somebody might expect it. */
  void passOver(Move move, String because, Object... values) {
    rejected.add(new Rejected(move, because.formatted(values)));
  }

  List<String> notes() {
    return notes;
  }

  List<Rejected> passedOver() {
    return rejected;
  }

  /**
   * What came by post or email since a day, is no kind word and no conduct, and was followed by
   * nothing of ours: no contact, no letter, no end of the case that was open then.
   */
  List<Interaction> unanswered(LocalDate from) {
    Instant answered =
        Stream.concat(
                dossier.interactions().stream()
                    .filter(contact -> contact.direction() == Direction.OUT)
                    .map(Interaction::at),
                dossier.letters().stream()
                    .filter(letter -> letter.state().equals(SENT))
                    .map(PastLetter::at))
            .max(Comparator.naturalOrder())
            .orElse(Instant.MIN);
    LocalDate settled =
        dossier.cases().stream()
            .flatMap(file -> Stream.ofNullable(file.resolved()))
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    return dossier.interactions().stream()
        .filter(Interaction::isFromCustomer)
        .filter(contact -> contact.at().isAfter(answered))
        .filter(contact -> Evidence.day(contact).isAfter(settled))
        .filter(contact -> !Evidence.day(contact).isBefore(from))
        .filter(
            contact -> contact.channel() == Channel.EMAIL || contact.channel() == Channel.LETTER)
        .filter(contact -> contact.tags().stream().noneMatch(Tag::isKind))
        .toList();
  }
}
