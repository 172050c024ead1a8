package org.regards.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.regards.document.Cell;
import org.regards.document.Table;
import org.regards.history.Dossier;
import org.regards.history.Interaction;

/** Whom our time goes to: those who took most, and all others together. */
final class HandlingTime {
  private static final int SHOWN = 20;
  private static final Comparator<Share> LEAST_FIRST =
      Comparator.comparingLong(Share::minutes)
          .thenComparing(Share::customer, Comparator.reverseOrder());

  private final Period period;
  private final PriorityQueue<Share> most = new PriorityQueue<>(LEAST_FIRST);
  private long minutes;
  private long contacts;
  private long customers;

  record Share(String customer, long minutes, long contacts) {}

  HandlingTime(Period period) {
    this.period = period;
  }

  void add(Dossier dossier) {
    long took = 0;
    long count = 0;
    for (Interaction contact : dossier.interactions()) {
      if (period.holds(contact.at())) {
        took += contact.minutes();
        count++;
      }
    }
    if (count == 0) {
      return;
    }
    customers++;
    minutes += took;
    contacts += count;
    most.add(new Share(dossier.customer().id().value(), took, count));
    if (most.size() > SHOWN) {
      most.remove();
    }
  }

  /** Of all contacts in the period. */
  long minutes() {
    return minutes;
  }

  /** The longest first; at the end all others, so that the sum is that of all contacts. */
  List<Share> shares() {
    List<Share> shares = new ArrayList<>(most);
    shares.sort(LEAST_FIRST.reversed());
    long others = minutes - shares.stream().mapToLong(Share::minutes).sum();
    if (customers > shares.size()) {
      long rest = contacts - shares.stream().mapToLong(Share::contacts).sum();
      shares.add(new Share("%,d others".formatted(customers - shares.size()), others, rest));
    }
    return List.copyOf(shares);
  }

  Table table() {
    return new Table(
        "handling",
        "Minutes of all contacts in this time: %,d, in %,d contacts with %,d customers."
            .formatted(minutes, contacts, customers),
        Table.columns("customer", "minutes", "contacts", "share"),
        shares().stream()
            .map(
                one ->
                    List.of(
                        Cell.of(one.customer()),
                        Cell.of(one.minutes()),
                        Cell.of(one.contacts()),
                        Cell.percent(share(one.minutes()))))
            .toList());
  }

  private BigDecimal share(long part) {
    return minutes == 0
        ? BigDecimal.ZERO
        : BigDecimal.valueOf(part * 100)
            .divide(BigDecimal.valueOf(minutes), 1, RoundingMode.HALF_UP);
  }
}
