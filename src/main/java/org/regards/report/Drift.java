package org.regards.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.document.Cell;
import org.regards.document.Chart;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.history.CaseFile;
import org.regards.history.CaseState;
import org.regards.history.Dossier;
import org.regards.history.Fault;
import org.regards.history.Order;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;

/**
 * Whether the same facts led to the same remedy. Cases are alike when the version of the policy,
 * the fault and the share of the order that was asked for are; remedies are the same when the share
 * of the order that was given is, to the nearest twentieth. Of each kind of case only counts and a
 * few ids are kept, so memory is flat.
 */
final class Drift implements Pass {
  private static final int STEP = 5;
  private static final int SHOWN_CASES = 8;
  private static final int FEWEST = 2;
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private final Period period;
  private final Playbook playbook;
  private final Map<Facts, Alike> alike = new TreeMap<>(Facts.IN_ORDER);
  private long settled;

  /**
   * What makes cases alike.
   *
   * @param asked a stretch of shares of the order, in words
   */
  record Facts(String policy, int version, Fault fault, String asked) {
    static final Comparator<Facts> IN_ORDER =
        Comparator.comparing(Facts::policy)
            .thenComparingInt(Facts::version)
            .thenComparing(Facts::fault)
            .thenComparing(Facts::asked);
  }

  /** The cases of one kind. */
  static final class Alike {
    private final Map<Integer, Outcome> outcomes = new TreeMap<>();
    private long count;

    /** The remedy that most of them got; of two as frequent the higher. */
    int usual() {
      return outcomes.values().stream()
          .max(
              Comparator.<Outcome>comparingLong(one -> one.count)
                  .thenComparingInt(one -> one.share))
          .orElseThrow()
          .share;
    }

    /** Those that got another remedy. */
    List<Outcome> others() {
      int usual = usual();
      return outcomes.values().stream().filter(one -> one.share != usual).toList();
    }

    long count() {
      return count;
    }
  }

  /** Cases of one kind that got the same. */
  static final class Outcome {
    private final int share;
    private final TreeSet<String> cases = new TreeSet<>();
    private long count;

    private Outcome(int share) {
      this.share = share;
    }

    int share() {
      return share;
    }

    long count() {
      return count;
    }

    List<String> cases() {
      return List.copyOf(cases);
    }
  }

  Drift(Period period, Playbook playbook) {
    this.period = period;
    this.playbook = playbook;
  }

  @Override
  public void add(Dossier dossier) {
    for (CaseFile file : dossier.cases()) {
      if (isSettled(file) && period.holds(file.opened())) {
        add(file, dossier);
      }
    }
  }

  private static boolean isSettled(CaseFile file) {
    return switch (file.state()) {
      case UPHELD, REJECTED -> true;
      case CLOSED -> file.grantedAmount() != null;
      case OPEN, OFFERED, REFUSED -> false;
    };
  }

  private void add(CaseFile file, Dossier dossier) {
    Money order =
        file.order() == null ? null : dossier.order(file.order()).map(Order::amount).orElse(null);
    Integer share = given(file, order);
    if (share == null) {
      return;
    }
    settled++;
    Policy policy =
        file.policy() == null ? null : playbook.policy(file.policy(), file.opened()).orElse(null);
    Facts facts =
        new Facts(
            file.policy() == null ? "" : file.policy().value(),
            policy == null ? 0 : policy.version(),
            file.fault(),
            asked(file, order));
    Alike kind = alike.computeIfAbsent(facts, ignored -> new Alike());
    kind.count++;
    Outcome outcome = kind.outcomes.computeIfAbsent(share, Outcome::new);
    outcome.count++;
    outcome.cases.add(file.id().value());
    if (outcome.cases.size() > SHOWN_CASES) {
      outcome.cases.pollLast();
    }
  }

  /** In percent of the order, else of what was asked; null where neither can be said. */
  private static @Nullable Integer given(CaseFile file, @Nullable Money order) {
    if (file.state() == CaseState.REJECTED) {
      return 0;
    }
    Money of = order == null ? file.askedAmount() : order;
    Money granted = file.grantedAmount();
    if (granted == null || of == null || !of.isSameCurrency(granted) || !of.isPositive()) {
      return null;
    }
    int percent = share(granted, of).intValue();
    return (percent + STEP / 2) / STEP * STEP;
  }

  private static String asked(CaseFile file, @Nullable Money order) {
    Money asked = file.askedAmount();
    if (asked == null) {
      return "no amount";
    }
    if (order == null || !order.isPositive() || !order.isSameCurrency(asked)) {
      return "an amount without an order";
    }
    int percent = share(asked, order).intValue();
    if (percent > 150) {
      return "more than 150 %";
    }
    int from = percent <= 0 ? 0 : (percent - 1) / 25 * 25;
    return "%d to %d %%".formatted(from, from + 25);
  }

  private static BigDecimal share(Money part, Money whole) {
    return part.getAmount().multiply(HUNDRED).divide(whole.getAmount(), 0, RoundingMode.HALF_UP);
  }

  /** Kinds of cases that did not all get the same, in order. */
  Map<Facts, Alike> drifting() {
    Map<Facts, Alike> drifting = new TreeMap<>(Facts.IN_ORDER);
    alike.forEach(
        (facts, kind) -> {
          if (kind.count >= FEWEST && !kind.others().isEmpty()) {
            drifting.put(facts, kind);
          }
        });
    return drifting;
  }

  @Override
  public Document document() {
    Map<Facts, Alike> drifting = drifting();
    List<List<Cell>> rows = new ArrayList<>();
    List<Chart.Bar> bars = new ArrayList<>();
    drifting.forEach(
        (facts, kind) -> {
          long others = kind.others().stream().mapToLong(Outcome::count).sum();
          bars.add(new Chart.Bar(name(facts), others, true));
          for (Outcome other : kind.others()) {
            rows.add(
                List.of(
                    Cell.of(policy(facts)),
                    Cell.of(facts.fault().word()),
                    Cell.of(facts.asked()),
                    Cell.of(kind.count()),
                    Cell.percent(BigDecimal.valueOf(kind.usual())),
                    Cell.percent(BigDecimal.valueOf(other.share())),
                    Cell.of(
                        String.join(", ", other.cases())
                            + (other.count() > other.cases().size() ? " …" : ""))));
          }
        });
    List<Element> elements = new ArrayList<>();
    elements.add(
        new Element.Paragraph(
            drifting.isEmpty()
                ? "Settled cases: %,d. The same facts led to the same remedy.".formatted(settled)
                : "Settled cases: %,d. Kinds of case in which the same facts led to different remedies: %,d. Look at them, and say why or mend it."
                    .formatted(settled, drifting.size())));
    if (!bars.isEmpty()) {
      elements.add(new Chart.Bars("Cases with another remedy than usual", bars, null));
    }
    elements.add(
        new Table(
            "drift",
            "Shares of the order's amount; a case that was rejected was given nothing.",
            List.of(
                new Table.Column("policy", "policy"),
                new Table.Column("fault", "fault"),
                new Table.Column("asked", "asked"),
                new Table.Column("alike", "alike"),
                new Table.Column("usual", "usual"),
                new Table.Column("given", "given"),
                new Table.Column("cases", "cases")),
            rows));
    return new Document("Same facts, same remedy", period.toString(), "", period.to(), elements);
  }

  private static String policy(Facts facts) {
    return facts.policy().isEmpty()
        ? "no policy named"
        : facts.version() == 0 ? facts.policy() : facts.policy() + " v" + facts.version();
  }

  private static String name(Facts facts) {
    return "%s, %s, %s".formatted(policy(facts), facts.fault().word(), facts.asked());
  }
}
