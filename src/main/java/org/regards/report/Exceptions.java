package org.regards.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.regards.customer.StaffId;
import org.regards.document.Cell;
import org.regards.document.Chart;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.history.CaseFile;
import org.regards.history.CaseState;
import org.regards.history.Dossier;
import org.regards.history.Fault;
import org.regards.playbook.Playbook;
import org.regards.playbook.Role;
import org.regards.playbook.Thresholds;
import org.regards.store.Database;

/**
 * Who was given more than the policy gives, and by whom; who approves in spite of what the review
 * says; whom our time goes to. Totals are of the plan's months up to the last day of the report.
 */
final class Exceptions implements Pass {
  private static final int SHOWN = 50;

  private final Period year;
  private final Playbook playbook;
  private final Thresholds.Asks allowed;
  private final HandlingTime handling;
  private final Map<String, Given> byCustomer = new HashMap<>();
  private final Map<String, Given> byApprover = new TreeMap<>();
  private final List<LedgerDao.Approver> approvers = new ArrayList<>();
  private final Map<String, Long> passed = new TreeMap<>();
  private final List<Receiver> favoured = new ArrayList<>();
  private final List<LedgerDao.Entry> latest = new ArrayList<>();
  private long exceptions;

  /**
   * Somebody who was given something that no policy gives.
   *
   * @param favours cases that were granted although the fault was not ours
   * @param exceptions entries of the ledger
   * @param alert more of either than the plan allows
   */
  record Receiver(
      String customer,
      long favours,
      String favoured,
      long exceptions,
      String most,
      boolean alert) {}

  /**
   * How somebody decides.
   *
   * @param overridden letters approved in spite of a warning or with an exception
   * @param rate of all that they approved, in percent
   */
  record Decider(
      StaffId staff,
      Role role,
      long approved,
      long overridden,
      BigDecimal rate,
      long exceptions,
      String most,
      long passed) {}

  Exceptions(Period period, Playbook playbook, Database database) {
    this.playbook = playbook;
    this.allowed = playbook.plan(period.to()).thresholds().asks();
    this.year = new Period(period.to().minusMonths(allowed.months()).plusDays(1), period.to());
    this.handling = new HandlingTime(period);
    database.read(
        handle -> {
          LedgerDao ledger =
              new LedgerDao(handle, start(year.from()), start(year.to().plusDays(1)));
          ledger.forEachException(this::add);
          approvers.addAll(ledger.approvers());
          ledger.passers().forEach(one -> passed.put(one.actor(), one.letters()));
          return exceptions;
        });
  }

  private static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private void add(LedgerDao.Entry entry) {
    exceptions++;
    byCustomer.computeIfAbsent(entry.customer().value(), ignored -> new Given()).add(entry.most());
    byApprover.computeIfAbsent(entry.by().value(), ignored -> new Given()).add(entry.most());
    latest.add(entry);
    if (latest.size() > SHOWN) {
      latest.removeFirst();
    }
  }

  @Override
  public void add(Dossier dossier) {
    handling.add(dossier);
    Given favours = new Given();
    for (CaseFile file : dossier.cases()) {
      boolean favour =
          file.state() == CaseState.UPHELD
              && (file.fault() == Fault.NOBODY || file.fault() == Fault.THEIRS);
      if (favour && year.holds(file.opened())) {
        Money granted = file.grantedAmount();
        if (granted == null) {
          favours.add();
        } else {
          favours.add(granted);
        }
      }
    }
    String customer = dossier.customer().id().value();
    Given given = byCustomer.getOrDefault(customer, new Given());
    if (favours.count() > 0 || given.count() > 0) {
      favoured.add(
          new Receiver(
              customer,
              favours.count(),
              favours.amounts(),
              given.count(),
              given.amounts(),
              Math.max(favours.count(), given.count()) > allowed.exceptions()));
      if (favoured.size() >= 2 * SHOWN) {
        keepMost();
      }
    }
  }

  /** So that the list does not grow with the customers; alerts are all kept. */
  private void keepMost() {
    List<Receiver> kept = receivers();
    favoured.clear();
    favoured.addAll(kept);
  }

  /** Alerts first, then who was given most often. */
  List<Receiver> receivers() {
    List<Receiver> sorted =
        favoured.stream()
            .sorted(
                Comparator.comparing(Receiver::alert)
                    .thenComparingLong(one -> one.favours() + one.exceptions())
                    .reversed()
                    .thenComparing(Receiver::customer))
            .toList();
    long alerts = sorted.stream().filter(Receiver::alert).count();
    return sorted.subList(0, (int) Math.min(sorted.size(), Math.max(SHOWN, alerts)));
  }

  /** Whoever approved, let pass or made an exception. */
  List<Decider> deciders() {
    List<Decider> deciders = new ArrayList<>();
    for (LedgerDao.Approver one : approvers) {
      deciders.add(decider(one.staff(), one.role(), one.letters(), one.overridden()));
    }
    for (String staff : byApprover.keySet()) {
      if (approvers.stream().noneMatch(one -> one.staff().value().equals(staff))) {
        StaffId id = new StaffId(staff);
        Role role = playbook.member(id).map(member -> member.role()).orElse(Role.AGENT);
        deciders.add(decider(id, role, 0, 0));
      }
    }
    return deciders.stream()
        .sorted(
            Comparator.comparing(Decider::rate)
                .thenComparingLong(Decider::exceptions)
                .reversed()
                .thenComparing(Decider::staff))
        .toList();
  }

  private Decider decider(StaffId staff, Role role, long approved, long overridden) {
    Given given = byApprover.getOrDefault(staff.value(), new Given());
    BigDecimal rate =
        approved == 0
            ? BigDecimal.ZERO.setScale(1)
            : BigDecimal.valueOf(overridden * 100)
                .divide(BigDecimal.valueOf(approved), 1, RoundingMode.HALF_UP);
    return new Decider(
        staff,
        role,
        approved,
        overridden,
        rate,
        given.count(),
        given.amounts(),
        passed.getOrDefault("staff/" + staff, 0L));
  }

  HandlingTime handling() {
    return handling;
  }

  @Override
  public Document document() {
    List<Receiver> receivers = receivers();
    List<Receiver> alerts = receivers.stream().filter(Receiver::alert).toList();
    List<Element> elements = new ArrayList<>();
    elements.add(
        new Paragraphs()
            .say("Exceptions in the ledger %s: %,d.", year, exceptions)
            .say(
                "Customers who were given more than the %d that the plan allows: %,d.",
                allowed.exceptions(), alerts.size())
            .element());
    if (!receivers.isEmpty()) {
      elements.add(
          new Chart.Bars(
              "Favours and exceptions of one customer",
              receivers.stream()
                  .limit(12)
                  .map(
                      one ->
                          new Chart.Bar(
                              one.customer(),
                              Math.max(one.favours(), one.exceptions()),
                              one.alert()))
                  .toList(),
              new Chart.Line("allowed", allowed.exceptions())));
    }
    elements.add(
        new Table(
            "customers",
            "A favour is a case that was granted although the fault was not ours.",
            Table.columns("customer", "favours", "given back", "exceptions", "up to", "alert"),
            receivers.stream().map(Exceptions::row).toList()));
    elements.add(new Element.Heading("Who decides against the rule"));
    elements.add(
        new Table(
            "approvers",
            "Letters approved in spite of a warning or with an exception, of all that somebody"
                + " approved.",
            Table.columns(
                "who", "role", "approved", "overridden", "rate", "exceptions", "up to", "let pass"),
            deciders().stream().map(Exceptions::row).toList()));
    if (!latest.isEmpty()) {
      elements.add(new Element.Heading("The last exceptions"));
      elements.add(ledger());
    }
    elements.add(new Element.Heading("Whom our time goes to"));
    elements.add(handling.table());
    return new Document("Exceptions and overrides", year.toString(), "", year.to(), elements);
  }

  private Table ledger() {
    return new Table(
        "ledger",
        "",
        Table.columns("when", "letter", "customer", "policy", "up to", "who", "because"),
        latest.reversed().stream()
            .map(
                one ->
                    List.of(
                        Cell.of(Period.day(one.at()).toString()),
                        Cell.of("L-" + one.letter()),
                        Cell.of(one.customer().value()),
                        Cell.of(one.policy().value()),
                        Cell.of(one.most()),
                        Cell.of(one.by().value()),
                        Cell.of(one.because())))
            .toList());
  }

  private static List<Cell> row(Receiver one) {
    return List.of(
        Cell.of(one.customer()),
        Cell.of(one.favours()),
        Cell.of(one.favoured()),
        Cell.of(one.exceptions()),
        Cell.of(one.most()),
        Cell.of(one.alert() ? "more than allowed" : ""));
  }

  private static List<Cell> row(Decider one) {
    return List.of(
        Cell.of(one.staff().value()),
        Cell.of(one.role().word()),
        Cell.of(one.approved()),
        Cell.of(one.overridden()),
        Cell.percent(one.rate()),
        Cell.of(one.exceptions()),
        Cell.of(one.most()),
        Cell.of(one.passed()));
  }
}
