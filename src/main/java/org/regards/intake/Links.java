package org.regards.intake;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.history.OrderDao;
import org.regards.history.OrderId;
import org.regards.store.RecordKind;

/**
 * Looks whether what rows refer to is there and belongs to the same customer. Rows of one file may
 * refer to each other in any order.
 */
final class Links<T> {
  private final Handle handle;
  private final Sheet<T> sheet;

  Links(Handle handle, Sheet<T> sheet) {
    this.handle = handle;
    this.sheet = sheet;
  }

  /**
   * Takes out of the candidates those that cannot go in. Those that can never do so have a problem
   * afterwards; the others wait for a row that may come later in the file.
   */
  List<Candidate<T>> takeOutUnlinked(List<Candidate<T>> candidates) {
    Set<CustomerId> customers =
        new CustomerDao(handle)
            .known(keys(candidates, RecordKind.CUSTOMER).map(CustomerId::new).collect(toSet()));
    Map<OrderId, CustomerId> stored =
        new OrderDao(handle)
            .owners(keys(candidates, RecordKind.ORDER).map(OrderId::new).collect(toSet()));
    List<Candidate<T>> out = new ArrayList<>();
    int before;
    do {
      before = out.size();
      Map<OrderId, CustomerId> owners = new HashMap<>(stored);
      candidates.forEach(candidate -> addOwn(owners, candidate.record()));
      for (Iterator<Candidate<T>> i = candidates.iterator(); i.hasNext(); ) {
        Candidate<T> candidate = i.next();
        if (!isLinked(candidate, customers, owners)) {
          i.remove();
          out.add(candidate);
        }
      }
    } while (sheet.kind() == RecordKind.ORDER && out.size() > before && !candidates.isEmpty());
    return out;
  }

  private void addOwn(Map<OrderId, CustomerId> owners, T record) {
    CustomerId customer = sheet.customer(record);
    if (sheet.kind() == RecordKind.ORDER && customer != null) {
      owners.put(new OrderId(sheet.key(record)), customer);
    }
  }

  private boolean isLinked(
      Candidate<T> candidate, Set<CustomerId> customers, Map<OrderId, CustomerId> owners) {
    boolean linked = true;
    for (Reference reference : sheet.references(candidate.record())) {
      if (reference.kind() == RecordKind.CUSTOMER) {
        if (!customers.contains(new CustomerId(reference.key()))) {
          candidate
              .cells()
              .problem(
                  reference.column(),
                  "customer %s is not in the store, expected one that customers.csv brought"
                      .formatted(Shown.of(reference.key())));
          linked = false;
        }
      } else {
        CustomerId owner = owners.get(new OrderId(reference.key()));
        if (owner != null && !owner.equals(sheet.customer(candidate.record()))) {
          candidate
              .cells()
              .problem(
                  reference.column(),
                  "order %s belongs to another customer, expected one of the same"
                      .formatted(Shown.of(reference.key())));
        }
        linked &= owner != null && owner.equals(sheet.customer(candidate.record()));
      }
    }
    return linked;
  }

  /** Says of each order that the candidates wait for that it does not come. */
  void giveUp(List<Candidate<T>> waiting) {
    for (Candidate<T> candidate : waiting) {
      if (candidate.cells().problems().isEmpty()) {
        for (Reference reference : sheet.references(candidate.record())) {
          if (reference.kind() == RecordKind.ORDER) {
            candidate
                .cells()
                .problem(
                    reference.column(),
                    "order %s is neither in the store nor among the good rows of the file, expected one that is"
                        .formatted(Shown.of(reference.key())));
          }
        }
      }
    }
  }

  private Stream<String> keys(List<Candidate<T>> candidates, RecordKind kind) {
    return candidates.stream()
        .flatMap(candidate -> sheet.references(candidate.record()).stream())
        .filter(reference -> reference.kind() == kind)
        .map(Reference::key);
  }
}
