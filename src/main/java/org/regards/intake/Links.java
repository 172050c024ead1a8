package org.regards.intake;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
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
    Set<CustomerId> customers = new HashSet<>();
    Map<OrderId, CustomerId> stored = new HashMap<>();
    for (List<Candidate<T>> chunk : Chunks.of(candidates)) {
      customers.addAll(
          new CustomerDao(handle)
              .known(keys(chunk, RecordKind.CUSTOMER).map(CustomerId::new).collect(toSet())));
      stored.putAll(
          new OrderDao(handle)
              .owners(keys(chunk, RecordKind.ORDER).map(OrderId::new).collect(toSet())));
    }
    Map<OrderId, CustomerId> owners = new HashMap<>(stored);
    Map<String, List<Candidate<T>>> referrers = new HashMap<>();
    if (sheet.refersToItself()) {
      for (Candidate<T> candidate : candidates) {
        addOwn(owners, candidate.record());
        keys(List.of(candidate), RecordKind.ORDER)
            .forEach(key -> referrers.computeIfAbsent(key, k -> new ArrayList<>()).add(candidate));
      }
    }
    Set<Candidate<T>> out = Collections.newSetFromMap(new IdentityHashMap<>());
    List<Candidate<T>> inOrder = new ArrayList<>();
    Queue<Candidate<T>> toCheck = new ArrayDeque<>(candidates);
    for (Candidate<T> candidate = toCheck.poll(); candidate != null; candidate = toCheck.poll()) {
      if (out.contains(candidate) || isLinked(candidate, customers, owners)) {
        continue;
      }
      out.add(candidate);
      inOrder.add(candidate);
      if (sheet.refersToItself()) {
        String key = sheet.key(candidate.record());
        takeBack(owners, stored, new OrderId(key));
        toCheck.addAll(referrers.getOrDefault(key, List.of()));
      }
    }
    candidates.removeIf(out::contains);
    return inOrder;
  }

  private void addOwn(Map<OrderId, CustomerId> owners, T record) {
    CustomerId customer = sheet.customer(record);
    if (customer != null) {
      owners.put(new OrderId(sheet.key(record)), customer);
    }
  }

  /** A row that cannot go in leaves what the store holds under its key. */
  private static void takeBack(
      Map<OrderId, CustomerId> owners, Map<OrderId, CustomerId> stored, OrderId order) {
    CustomerId before = stored.get(order);
    if (before == null) {
      owners.remove(order);
    } else {
      owners.put(order, before);
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

  /** Says of each order that a candidate waits for that it does not come. */
  void giveUp(Candidate<T> candidate) {
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

  /** Says of a candidate that it could wait for an order, were there room. */
  void refuseToWait(Candidate<T> candidate) {
    for (Reference reference : sheet.references(candidate.record())) {
      if (reference.kind() == RecordKind.ORDER) {
        candidate
            .cells()
            .problem(
                reference.column(),
                "too many rows before it wait for an order further down; sort the file so that"
                    + " orders come first");
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
