package org.regards.history;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.store.Database;

/**
 * Loads dossiers, seven queries for a batch of customers however many they are. As of a moment
 * means: what happened by then, as the business knows it today; an import later corrects the past
 * too.
 */
public final class Dossiers {
  /** Databases limit how many values one statement takes. */
  private static final int LARGEST_BATCH = 1_000;

  private static final Comparator<Order> BY_DATE =
      Comparator.comparing(Order::date).thenComparing(Order::id);
  private static final Comparator<Interaction> BY_MOMENT =
      Comparator.comparing(Interaction::at).thenComparing(Interaction::id);
  private static final Comparator<CaseFile> BY_OPENING =
      Comparator.comparing(CaseFile::opened).thenComparing(CaseFile::id);

  private final Database database;

  public Dossiers(Database database) {
    this.database = database;
  }

  public Optional<Dossier> of(CustomerId customer, Instant asOf) {
    return load(List.of(customer), asOf).stream().findFirst();
  }

  /**
   * What imports until the moment have replaced of the customer's records, oldest first. A dossier
   * holds only what stands now.
   */
  public List<RecordChange> changes(CustomerId customer, Instant asOf) {
    return database.read(handle -> new RecordChangeDao(handle).of(customer, asOf));
  }

  /**
   * In the order of the keys, each once; keys of no customer are left out. One snapshot for all.
   */
  public List<Dossier> load(Collection<CustomerId> customers, Instant asOf) {
    return database.read(handle -> load(handle, customers, asOf));
  }

  /** As {@link #load(Collection, Instant)}, as the caller's transaction sees them. */
  public static List<Dossier> load(Handle handle, Collection<CustomerId> customers, Instant asOf) {
    List<CustomerId> keys = List.copyOf(new LinkedHashSet<>(customers));
    List<Dossier> dossiers = new ArrayList<>(keys.size());
    for (int from = 0; from < keys.size(); from += LARGEST_BATCH) {
      dossiers.addAll(
          batch(handle, keys.subList(from, Math.min(keys.size(), from + LARGEST_BATCH)), asOf));
    }
    return dossiers;
  }

  /**
   * Hands over the dossiers of all customers by key, at most {@code batchSize} at once. Each batch
   * is a snapshot of its own, so the work on one may write to the store.
   */
  public void forEachBatch(Instant asOf, int batchSize, Consumer<List<Dossier>> work) {
    if (batchSize < 1 || batchSize > LARGEST_BATCH) {
      throw new IllegalArgumentException("batchSize must be from 1 to 1000, was: " + batchSize);
    }
    CustomerId last = null;
    while (true) {
      List<Dossier> batch = following(last, asOf, batchSize);
      if (batch.isEmpty()) {
        return;
      }
      work.accept(batch);
      last = batch.getLast().customer().id();
    }
  }

  private List<Dossier> following(@Nullable CustomerId last, Instant asOf, int batchSize) {
    return database.read(
        handle -> assemble(handle, new CustomerDao(handle).page(last, batchSize), asOf));
  }

  private static List<Dossier> batch(Handle handle, List<CustomerId> keys, Instant asOf) {
    Map<CustomerId, Customer> found = new HashMap<>();
    new CustomerDao(handle).find(keys).forEach(customer -> found.put(customer.id(), customer));
    return assemble(
        handle, keys.stream().filter(found::containsKey).map(found::get).toList(), asOf);
  }

  private static List<Dossier> assemble(Handle handle, List<Customer> customers, Instant asOf) {
    if (customers.isEmpty()) {
      return List.of();
    }
    Set<CustomerId> keys = new LinkedHashSet<>();
    customers.forEach(customer -> keys.add(customer.id()));
    LocalDate day = LocalDate.ofInstant(asOf, ZoneOffset.UTC);
    var orders = byCustomer(new OrderDao(handle).ofCustomers(keys, day), Order::customer);
    var interactions =
        byCustomer(new InteractionDao(handle).ofCustomers(keys, asOf), Interaction::customer);
    var cases = byCustomer(new CaseDao(handle).ofCustomers(keys, day), CaseFile::customer);
    var events = new CaseEventDao(handle).ofCustomers(keys, asOf);
    var letters = new PastLetterDao(handle).ofCustomers(keys, asOf);
    var verdicts = new IncidentVerdictDao(handle).ofCustomers(keys, asOf);
    return customers.stream()
        .map(
            customer -> {
              CustomerId key = customer.id();
              List<IncidentVerdict> said = verdicts.getOrDefault(key, List.of());
              return new Dossier(
                  customer,
                  asOf,
                  sorted(orders.getOrDefault(key, List.of()), BY_DATE),
                  judged(sorted(interactions.getOrDefault(key, List.of()), BY_MOMENT), said),
                  sorted(cases.getOrDefault(key, List.of()), BY_OPENING).stream()
                      .map(file -> file.asOf(day).after(events.get(file.id())))
                      .toList(),
                  letters.getOrDefault(key, List.of()),
                  said);
            })
        .toList();
  }

  private static List<Interaction> judged(
      List<Interaction> contacts, List<IncidentVerdict> verdicts) {
    return verdicts.isEmpty()
        ? contacts
        : contacts.stream().map(contact -> contact.judged(verdicts)).toList();
  }

  private static <T> Map<CustomerId, List<T>> byCustomer(
      List<T> rows, Function<T, CustomerId> customer) {
    return rows.stream().collect(groupingBy(customer));
  }

  private static <T> List<T> sorted(List<T> rows, Comparator<T> order) {
    return rows.size() < 2 ? rows : rows.stream().sorted(order).toList();
  }
}
