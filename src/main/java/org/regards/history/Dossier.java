package org.regards.history;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.regards.customer.Customer;

/**
 * Everything known of one customer as of a moment. Nothing in it is later than that moment.
 * Immutable; safe to share between threads.
 *
 * @param orders oldest first, as are the other lists
 * @param interactions tagged as people have said they are
 * @param verdicts what they have said
 */
public record Dossier(
    Customer customer,
    Instant asOf,
    List<Order> orders,
    List<Interaction> interactions,
    List<CaseFile> cases,
    List<PastLetter> letters,
    List<IncidentVerdict> verdicts) {
  public Dossier {
    orders = List.copyOf(orders);
    interactions = List.copyOf(interactions);
    cases = List.copyOf(cases);
    letters = List.copyOf(letters);
    verdicts = List.copyOf(verdicts);
  }

  /** A dossier on whose contacts nobody has said anything more. */
  public Dossier(
      Customer customer,
      Instant asOf,
      List<Order> orders,
      List<Interaction> interactions,
      List<CaseFile> cases,
      List<PastLetter> letters) {
    this(customer, asOf, orders, interactions, cases, letters, List.of());
  }

  /** The day of the dossier, in UTC. */
  public LocalDate today() {
    return LocalDate.ofInstant(asOf, ZoneOffset.UTC);
  }

  public Optional<Order> order(OrderId id) {
    return orders.stream().filter(order -> order.id().equals(id)).findFirst();
  }

  public Optional<CaseFile> caseFile(CaseId id) {
    return cases.stream().filter(file -> file.id().equals(id)).findFirst();
  }

  public Optional<Interaction> interaction(InteractionId id) {
    return interactions.stream().filter(contact -> contact.id().equals(id)).findFirst();
  }

  /** The case a letter is most likely about: the latest pending one, else the latest of all. */
  public Optional<CaseFile> currentCase() {
    return cases.stream()
        .max(Comparator.comparing(CaseFile::isPending).thenComparing(CaseFile::opened));
  }

  /** What was bought: entries of kind order, without refunds and credits. */
  public Stream<Order> purchases() {
    return orders.stream().filter(order -> order.kind() == OrderKind.ORDER);
  }

  /** Contacts that came from the customer, newest first. */
  public Stream<Interaction> fromCustomer() {
    return interactions.reversed().stream().filter(Interaction::isFromCustomer);
  }

  /** Praise and thanks of the customer's, newest first. */
  public Stream<Interaction> kindWords() {
    return fromCustomer().filter(contact -> contact.tags().stream().anyMatch(Tag::isKind));
  }

  /** Contacts that a person marked as abuse, harassment, impeding or a threat, newest first. */
  public Stream<Interaction> incidents() {
    return fromCustomer().filter(contact -> contact.tags().stream().anyMatch(Tag::isConduct));
  }
}
