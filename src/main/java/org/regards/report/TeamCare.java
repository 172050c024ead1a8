package org.regards.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.regards.customer.StaffId;
import org.regards.document.Cell;
import org.regards.document.Chart;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.history.Dossier;
import org.regards.history.Interaction;
import org.regards.history.Tag;
import org.regards.playbook.Playbook;
import org.regards.playbook.StaffMember;
import org.regards.playbook.Thresholds;

/** How many abusive contacts each of us had to bear. */
final class TeamCare implements Pass {
  private static final String NOBODY = "";

  private final Period period;
  private final Playbook playbook;
  private final Thresholds.Abuse threshold;
  private final Map<String, List<LocalDate>> days = new TreeMap<>();

  /**
   * What one of us had to bear.
   *
   * @param staff empty where no contact says who it was
   * @param now in the days of the plan up to the last day of the report
   * @param most in as many days at any time in the report
   * @param mostUntil the last of those days, or null when there was none
   * @param inAll in the report
   */
  record Person(
      String staff,
      String name,
      String role,
      int now,
      int most,
      @Nullable LocalDate mostUntil,
      int inAll) {}

  TeamCare(Period period, Playbook playbook) {
    this.period = period;
    this.playbook = playbook;
    this.threshold = playbook.plan(period.to()).thresholds().abuse();
    playbook.staff().forEach(one -> days.put(one.id().value(), new ArrayList<>()));
  }

  @Override
  public void add(Dossier dossier) {
    for (Interaction contact : dossier.interactions()) {
      if (isAbusive(contact) && period.holds(contact.at())) {
        StaffId staff = contact.staff();
        days.computeIfAbsent(staff == null ? NOBODY : staff.value(), ignored -> new ArrayList<>())
            .add(Period.day(contact.at()));
      }
    }
  }

  /** Against a person of ours; who impedes others or announces a lawsuit is not. */
  static boolean isAbusive(Interaction contact) {
    return contact.isFromCustomer()
        && contact.tags().stream().anyMatch(tag -> tag.isConduct() && tag != Tag.IMPEDING);
  }

  /** Who had to bear most now comes first. */
  List<Person> people() {
    return days.entrySet().stream()
        .map(entry -> person(entry.getKey(), entry.getValue()))
        .sorted(
            Comparator.comparingInt(Person::now)
                .thenComparingInt(Person::most)
                .thenComparingInt(Person::inAll)
                .reversed()
                .thenComparing(Person::staff))
        .toList();
  }

  private Person person(String staff, List<LocalDate> all) {
    List<LocalDate> sorted = new ArrayList<>(all);
    Collections.sort(sorted);
    int most = 0;
    LocalDate mostUntil = null;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (!sorted.get(first).isAfter(sorted.get(last).minusDays(threshold.days()))) {
        first++;
      }
      if (last - first + 1 >= Math.max(1, most)) {
        most = last - first + 1;
        mostUntil = sorted.get(last);
      }
    }
    LocalDate since = period.to().minusDays(threshold.days());
    int now = (int) sorted.stream().filter(day -> day.isAfter(since)).count();
    StaffMember member =
        staff.equals(NOBODY) ? null : playbook.member(new StaffId(staff)).orElse(null);
    return new Person(
        staff,
        member == null ? staff.equals(NOBODY) ? "nobody named" : "" : member.name(),
        member == null ? "" : member.role().word(),
        now,
        most,
        mostUntil,
        sorted.size());
  }

  private boolean isAlert(Person person) {
    return !person.staff().equals(NOBODY) && person.now() >= threshold.onePerson();
  }

  @Override
  public Document document() {
    List<Person> people = people();
    List<Person> alerts = people.stream().filter(this::isAlert).toList();
    List<Element> elements = new ArrayList<>();
    elements.add(
        new Element.Paragraph(
            alerts.isEmpty()
                ? "Nobody had to bear %d abusive contacts in %d days up to %s."
                    .formatted(threshold.onePerson(), threshold.days(), period.to())
                : "%d or more abusive contacts in %d days fell to %s. Talk with them, today."
                    .formatted(
                        threshold.onePerson(),
                        threshold.days(),
                        alerts.stream()
                            .map(person -> "%s (%d)".formatted(person.name(), person.now()))
                            .collect(Collectors.joining(", ")))));
    elements.add(
        new Chart.Bars(
            "Abusive contacts in the %d days up to %s".formatted(threshold.days(), period.to()),
            people.stream()
                .map(
                    one ->
                        new Chart.Bar(
                            one.name().isEmpty() ? one.staff() : one.name(),
                            one.now(),
                            isAlert(one)))
                .toList(),
            new Chart.Line("somebody talks with them from", threshold.onePerson())));
    elements.add(
        new Table(
            "people",
            "",
            List.of(
                new Table.Column("staff", "who"),
                new Table.Column("name", "name"),
                new Table.Column("role", "role"),
                new Table.Column("now", "in %d days".formatted(threshold.days())),
                new Table.Column("most", "most in %d days".formatted(threshold.days())),
                new Table.Column("most_until", "until"),
                new Table.Column("all", "in all")),
            people.stream().map(TeamCare::row).toList()));
    elements.add(
        new Element.Remark(
            "Abuse, harassment and threats against us, by the person who took the contact. Whether"
                + " somebody asked for help is counted nowhere."));
    return new Document("What we had to bear", period.toString(), "", period.to(), elements);
  }

  private static List<Cell> row(Person one) {
    return List.of(
        Cell.of(one.staff()),
        Cell.of(one.name()),
        Cell.of(one.role()),
        Cell.of(one.now()),
        Cell.of(one.most()),
        Cell.of(one.mostUntil() == null ? "" : one.mostUntil().toString()),
        Cell.of(one.inAll()));
  }
}
