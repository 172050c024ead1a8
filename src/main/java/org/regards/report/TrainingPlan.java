package org.regards.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.document.Cell;
import org.regards.document.Chart;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.history.PolicyId;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;
import org.regards.playbook.StaffMember;
import org.regards.playbook.Training;

/** Who must be trained on what, and by when. */
final class TrainingPlan {
  /** Training that ends within so many days is due. */
  private static final int DAYS_AHEAD = 30;

  private final Playbook playbook;
  private final LocalDate day;

  /** How somebody stands with a policy. */
  enum Standing {
    NEVER("not trained"),
    OUTDATED("trained on an earlier version"),
    EXPIRED("expired"),
    DUE("due"),
    TRAINED("trained");

    private final String words;

    Standing(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    boolean counts() {
      return this == DUE || this == TRAINED;
    }
  }

  /**
   * How somebody stands with a policy.
   *
   * @param until the last day on which their training counts, or null when it has no end
   */
  record Row(StaffMember member, Policy policy, Standing standing, @Nullable LocalDate until) {}

  TrainingPlan(Playbook playbook, LocalDate day) {
    this.playbook = playbook;
    this.day = day;
  }

  /** Everybody and every policy in force; whoever lacks most comes first. */
  List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (StaffMember member : playbook.staff()) {
      for (PolicyId id : playbook.policyIds(day)) {
        playbook.policy(id, day).map(policy -> row(member, policy)).ifPresent(rows::add);
      }
    }
    return rows.stream()
        .sorted(
            Comparator.comparing(Row::standing)
                .thenComparing(row -> Optional.ofNullable(row.until()).orElse(LocalDate.MAX))
                .thenComparing(row -> row.member().id())
                .thenComparing(row -> row.policy().id()))
        .toList();
  }

  private Row row(StaffMember member, Policy policy) {
    List<Training> all =
        playbook.trainings().stream()
            .filter(one -> one.staff().equals(member.id()) && one.policy().equals(policy.id()))
            .filter(one -> !one.on().isAfter(day))
            .toList();
    LocalDate until =
        all.stream()
            .filter(one -> one.version() == policy.version())
            .map(Training::until)
            .max(Comparator.naturalOrder())
            .orElse(null);
    if (playbook.isTrained(member.id(), policy, day)) {
      boolean due = until != null && until.isBefore(day.plusDays(DAYS_AHEAD));
      return new Row(member, policy, due ? Standing.DUE : Standing.TRAINED, until);
    }
    Standing standing =
        until != null ? Standing.EXPIRED : all.isEmpty() ? Standing.NEVER : Standing.OUTDATED;
    return new Row(member, policy, standing, until);
  }

  Document document() {
    List<Row> rows = rows();
    List<Row> wanted = rows.stream().filter(row -> row.standing() != Standing.TRAINED).toList();
    long lacking = wanted.stream().filter(row -> !row.standing().counts()).count();
    List<Element> elements = new ArrayList<>();
    elements.add(
        new Paragraphs()
            .say(
                "Trainings that are wanted: %,d; that end within %d days: %,d.",
                lacking, DAYS_AHEAD, wanted.size() - lacking)
            .say("Who is not trained on a policy may draft letters that rest on it, not send them.")
            .element());
    List<Chart.Bar> bars = new ArrayList<>();
    List<List<Cell>> policies = new ArrayList<>();
    for (PolicyId id : playbook.policyIds(day)) {
      List<Row> ofPolicy = rows.stream().filter(row -> row.policy().id().equals(id)).toList();
      if (ofPolicy.isEmpty()) {
        continue;
      }
      Policy policy = ofPolicy.getFirst().policy();
      long trained = ofPolicy.stream().filter(row -> row.standing().counts()).count();
      String name = "%s v%d %s".formatted(id, policy.version(), policy.title());
      bars.add(new Chart.Bar(name, trained, trained == 0));
      policies.add(
          List.of(
              Cell.of(name),
              Cell.of(trained),
              Cell.of(ofPolicy.size()),
              Cell.percent(BigDecimal.valueOf(100 * trained / ofPolicy.size()))));
    }
    if (!bars.isEmpty()) {
      elements.add(new Chart.Bars("Trained people for each policy", bars, null));
    }
    elements.add(
        new Table("policies", "", Table.columns("policy", "trained", "of", "share"), policies));
    elements.add(new Element.Heading("Who is to be trained"));
    elements.add(
        new Table(
            "wanted",
            "",
            Table.columns("who", "name", "policy", "how it stands", "until"),
            wanted.stream().map(TrainingPlan::cells).toList()));
    return new Document("Training", "as of " + day, "", day, elements);
  }

  private static List<Cell> cells(Row row) {
    return List.of(
        Cell.of(row.member().id().value()),
        Cell.of(row.member().name()),
        Cell.of(row.policy().id() + " v" + row.policy().version()),
        Cell.of(row.standing().words()),
        Cell.of(row.until() == null ? "" : row.until().toString()));
  }
}
