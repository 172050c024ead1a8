package org.regards.report;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.regards.customer.CustomerStatus;
import org.regards.document.Cell;
import org.regards.document.Chart;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.history.CaseFile;
import org.regards.history.CaseId;
import org.regards.history.CaseState;
import org.regards.history.Dossier;
import org.regards.history.Fault;
import org.regards.history.Interaction;
import org.regards.history.PastLetter;
import org.regards.history.PolicyId;
import org.regards.outcome.Answer;
import org.regards.outcome.Answer.Kind;
import org.regards.playbook.LetterKind;
import org.regards.playbook.PlannedPolicy;
import org.regards.playbook.Playbook;
import org.regards.store.RecordId;

/** What upheld complaints were about, and whether those who were invited to say more did. */
final class RootCauses implements Pass {
  /** A later message is hardly an answer. */
  private static final int DAYS_TO_ANSWER = 60;

  private static final int SHOWN_CASES = 5;
  private static final int SHOWN_ANSWERS = 100;
  private static final int SHOWN_CAUSES = 6;
  private static final String NO_POLICY = "no policy named";

  private final Period period;
  private final Playbook playbook;
  private final List<String> quarters;
  private final Map<String, Cause> causes = new TreeMap<>();
  private final List<Heard> answers = new ArrayList<>();
  private final Map<String, List<Answer>> kept;
  private long invited;
  private long answered;
  private long optedOut;

  /** What complaints of one kind came to. */
  static final class Cause {
    private final String name;
    private final String topic;
    private final Map<String, Long> byQuarter = new TreeMap<>();
    private final Map<CurrencyUnit, Money> given = new TreeMap<>();
    private final TreeSet<String> cases = new TreeSet<>();
    private long upheld;
    private long invited;
    private long answered;

    private Cause(String name, String topic) {
      this.name = name;
      this.topic = topic;
    }

    String name() {
      return name;
    }

    long upheld() {
      return upheld;
    }

    long in(String quarter) {
      return byQuarter.getOrDefault(quarter, 0L);
    }

    long invited() {
      return invited;
    }

    long answered() {
      return answered;
    }
  }

  /** Somebody answered an invitation. */
  record Heard(String letter, String customer, String answer, long days, List<String> causes) {}

  /**
   * @param kept what people here have written down of answers
   */
  RootCauses(Period period, Playbook playbook, List<Answer> kept) {
    this.kept = kept.stream().collect(groupingBy(Answer::letter));
    this.period = period;
    this.playbook = playbook;
    this.quarters = period.quarters();
  }

  @Override
  public void add(Dossier dossier) {
    for (CaseFile file : dossier.cases()) {
      if (isUpheld(file) && period.holds(file.opened())) {
        add(file);
      }
    }
    for (PastLetter letter : dossier.letters()) {
      if (letter.type().equals(LetterKind.INVITE.word())
          && letter.state().equals("done")
          && period.holds(letter.at())) {
        add(letter, dossier);
      }
    }
  }

  /** Upheld, and not as a favour: what was nobody's fault or the customer's is one. */
  static boolean isUpheld(CaseFile file) {
    return file.state() == CaseState.UPHELD
        && file.fault() != Fault.NOBODY
        && file.fault() != Fault.THEIRS;
  }

  private void add(CaseFile file) {
    Cause cause = cause(file);
    cause.upheld++;
    cause.byQuarter.merge(Period.quarter(file.opened()), 1L, Long::sum);
    Money granted = file.grantedAmount();
    if (granted != null) {
      cause.given.merge(granted.getCurrencyUnit(), granted, Money::plus);
    }
    cause.cases.add(file.id().value());
    if (cause.cases.size() > SHOWN_CASES) {
      cause.cases.pollLast();
    }
  }

  private void add(PastLetter letter, Dossier dossier) {
    List<Cause> about =
        dossier.cases().stream()
            .filter(RootCauses::isUpheld)
            .filter(file -> !file.opened().isAfter(Period.day(letter.at())))
            .map(this::cause)
            .distinct()
            .toList();
    invited++;
    about.forEach(cause -> cause.invited++);
    List<Answer> said = kept.getOrDefault(letter.letter(), List.of());
    if (dossier.customer().status() == CustomerStatus.DO_NOT_CONTACT
        || said.stream().anyMatch(one -> one.kind() == Kind.OPTED_OUT)) {
      optedOut++;
    }
    if (said.isEmpty()) {
      answer(letter.at(), dossier)
          .ifPresent(contact -> add(letter, contact.id().value(), contact.at(), dossier, about));
    }
    for (Answer one : said) {
      if (one.kind() == Kind.SAID) {
        add(letter, one.cause(), one.at(), dossier, cause(one, dossier).stream().toList());
      }
    }
  }

  private void add(
      PastLetter letter, String answer, Instant at, Dossier dossier, List<Cause> about) {
    answered++;
    about.forEach(cause -> cause.answered++);
    if (answers.size() < SHOWN_ANSWERS) {
      answers.add(
          new Heard(
              letter.letter(),
              dossier.customer().id().value(),
              answer,
              ChronoUnit.DAYS.between(letter.at(), at),
              about.stream().map(Cause::name).sorted().toList()));
    }
  }

  /** What somebody here said that an answer is about. */
  private Optional<Cause> cause(Answer answer, Dossier dossier) {
    return RecordId.parse(answer.cause())
        .flatMap(
            record ->
                switch (record.kind()) {
                  case CASE -> dossier.caseFile(new CaseId(record.key())).map(this::cause);
                  case POLICY ->
                      Optional.of(cause(new PolicyId(record.key()), Period.day(answer.at())));
                  case CUSTOMER, ORDER, INTERACTION, STAFF, BUSINESS, INPUT -> Optional.empty();
                });
  }

  private static Optional<Interaction> answer(Instant invitedAt, Dossier dossier) {
    Instant last = invitedAt.plus(DAYS_TO_ANSWER, ChronoUnit.DAYS);
    return dossier.interactions().stream()
        .filter(Interaction::isFromCustomer)
        .filter(contact -> contact.at().isAfter(invitedAt) && !contact.at().isAfter(last))
        .findFirst();
  }

  private Cause cause(CaseFile file) {
    PolicyId policy = file.policy();
    return causes.computeIfAbsent(
        policy == null ? NO_POLICY : policy.value(),
        key -> policy == null ? new Cause(NO_POLICY, "") : named(policy, file.opened()));
  }

  private Cause cause(PolicyId policy, LocalDate day) {
    return causes.computeIfAbsent(policy.value(), key -> named(policy, day));
  }

  private Cause named(PolicyId id, LocalDate day) {
    String topic =
        playbook
            .plan(day)
            .policy(id, day)
            .map(PlannedPolicy::about)
            .map(about -> about.word())
            .orElse("");
    return new Cause(
        playbook.policy(id, day).map(policy -> id + " " + policy.title()).orElse(id.value()),
        topic);
  }

  /** The most frequent first. */
  List<Cause> causes() {
    return causes.values().stream()
        .filter(cause -> cause.upheld > 0 || cause.invited > 0 || cause.answered > 0)
        .sorted(Comparator.comparingLong(Cause::upheld).reversed().thenComparing(Cause::name))
        .toList();
  }

  List<Heard> answers() {
    return List.copyOf(answers);
  }

  @Override
  public Document document() {
    List<Cause> found = causes();
    List<Element> elements = new ArrayList<>();
    long upheld = found.stream().mapToLong(Cause::upheld).sum();
    elements.add(
        new Element.Paragraph(
            "Complaints of this time that were upheld because of us: %,d.".formatted(upheld)));
    if (upheld > 0) {
      elements.add(
          new Chart.Columns("Upheld complaints by cause and quarter", quarters, series(found)));
    }
    elements.add(causesTable(found));
    elements.add(new Element.Heading("Answers to invitations"));
    elements.add(
        new Paragraphs()
            .say(
                "Invitations sent: %,d; answered within %d days: %,d.",
                invited, DAYS_TO_ANSWER, answered)
            .say(
                "Invited people who have asked not to be written to: %,d; nothing goes to them.",
                optedOut)
            .element());
    elements.add(
        new Table(
            "answers",
            "What was said stands in the record of the answer.",
            Table.columns("invitation", "customer", "answer", "after days", "causes"),
            answers.stream()
                .map(
                    one ->
                        List.of(
                            Cell.of(one.letter()),
                            Cell.of(one.customer()),
                            Cell.of(one.answer()),
                            Cell.of(one.days()),
                            Cell.of(String.join(", ", one.causes()))))
                .toList()));
    return new Document("Root causes", period.toString(), "", period.to(), elements);
  }

  /** The rarest causes share one series. */
  private List<Chart.Series> series(List<Cause> found) {
    Map<String, long[]> series = new LinkedHashMap<>();
    for (int i = 0; i < found.size(); i++) {
      Cause cause = found.get(i);
      String name = i < SHOWN_CAUSES - 1 || found.size() <= SHOWN_CAUSES ? cause.name : "others";
      long[] values = series.computeIfAbsent(name, ignored -> new long[quarters.size()]);
      for (int quarter = 0; quarter < values.length; quarter++) {
        values[quarter] += cause.in(quarters.get(quarter));
      }
    }
    return series.entrySet().stream()
        .map(
            entry ->
                new Chart.Series(entry.getKey(), Arrays.stream(entry.getValue()).boxed().toList()))
        .toList();
  }

  private Table causesTable(List<Cause> found) {
    List<Table.Column> columns = new ArrayList<>(Table.columns("cause", "topic", "upheld"));
    quarters.forEach(quarter -> columns.add(new Table.Column(quarter, quarter)));
    columns.addAll(Table.columns("given back", "invited", "answered", "cases"));
    List<List<Cell>> rows = new ArrayList<>();
    for (Cause cause : found) {
      List<Cell> row = new ArrayList<>();
      row.add(Cell.of(cause.name));
      row.add(Cell.of(cause.topic));
      row.add(Cell.of(cause.upheld));
      quarters.forEach(quarter -> row.add(Cell.of(cause.in(quarter))));
      row.add(
          Cell.of(String.join(", ", cause.given.values().stream().map(Money::toString).toList())));
      row.add(Cell.of(cause.invited));
      row.add(Cell.of(cause.answered));
      row.add(
          Cell.of(
              String.join(", ", cause.cases) + (cause.upheld > cause.cases.size() ? " …" : "")));
      rows.add(row);
    }
    return new Table("causes", "", columns, rows);
  }
}
