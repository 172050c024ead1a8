package org.regards.triage;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.joda.money.Money;
import org.regards.customer.Customer;
import org.regards.customer.CustomerId;
import org.regards.customer.CustomerStatus;
import org.regards.customer.PersonName;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.history.CaseFile;
import org.regards.history.CaseId;
import org.regards.history.CaseState;
import org.regards.history.Channel;
import org.regards.history.Direction;
import org.regards.history.Dossier;
import org.regards.history.Fault;
import org.regards.history.IncidentVerdict;
import org.regards.history.Interaction;
import org.regards.history.InteractionId;
import org.regards.history.Order;
import org.regards.history.OrderId;
import org.regards.history.OrderKind;
import org.regards.history.PastLetter;
import org.regards.history.PolicyId;
import org.regards.history.Tag;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;
import org.regards.playbook.Remedy;

/** A made-up history, told in days before today. */
public final class History {
  public static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  public static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);

  /** What the made-up business promises: all of a spoilt box, a quarter of a late one. */
  public static final List<Policy> POLICIES =
      List.of(
          policy("R-1", "Freshness", 100, "60.00", 3),
          policy("R-2", "Late delivery", 25, "40.00", 14),
          policy("R-3", "Cancelling a season", 100, "400.00", 14),
          policy("N-1", "Ending an account", 100, "400.00", 30));

  private static final CustomerId CUSTOMER = new CustomerId("C-1");

  private final List<Order> orders = new ArrayList<>();
  private final List<Interaction> contacts = new ArrayList<>();
  private final List<CaseFile> cases = new ArrayList<>();
  private final List<PastLetter> letters = new ArrayList<>();
  private final List<IncidentVerdict> verdicts = new ArrayList<>();
  private CustomerStatus status = CustomerStatus.ACTIVE;
  private String language = "en-GB";
  private LocalDate since = TODAY.minusYears(5);

  public History() {}

  public static Recommendation advise(History history) {
    return new Advisor(new Playbook(POLICIES, List.of())).advise(history.dossier());
  }

  public History is(CustomerStatus how) {
    this.status = how;
    return this;
  }

  public History speaks(String tag) {
    this.language = tag;
    return this;
  }

  public History since(LocalDate day) {
    this.since = day;
    return this;
  }

  /** Said by the customer in an email, unless another channel is named. */
  public History hears(int daysAgo, String text, Tag... tags) {
    return hears(daysAgo, Channel.EMAIL, "mk", text, tags);
  }

  public History hears(int daysAgo, Channel channel, String staff, String text, Tag... tags) {
    return contact(daysAgo, channel, Direction.IN, staff, text, 5, tags);
  }

  public History says(int daysAgo, String text) {
    return contact(daysAgo, Channel.EMAIL, Direction.OUT, "mk", text, 5);
  }

  public History talks(int daysAgo, int minutes) {
    return contact(
        daysAgo, Channel.PHONE, Direction.IN, "mk", "A long call.", minutes, Tag.QUESTION);
  }

  private History contact(
      int daysAgo,
      Channel channel,
      Direction direction,
      String staff,
      String text,
      int minutes,
      Tag... tags) {
    contacts.add(
        new Interaction(
            new InteractionId("I-" + (contacts.size() + 1)),
            CUSTOMER,
            moment(daysAgo),
            channel,
            direction,
            new StaffId(staff),
            text,
            text,
            Arrays.stream(tags).collect(Collectors.toSet()),
            "",
            minutes));
    return this;
  }

  public History orders(int daysAgo, String amount) {
    return book(daysAgo, OrderKind.ORDER, amount);
  }

  public History refunds(int daysAgo, String amount) {
    return book(daysAgo, OrderKind.REFUND, amount);
  }

  private History book(int daysAgo, OrderKind kind, String amount) {
    OrderId refersTo = kind == OrderKind.ORDER || orders.isEmpty() ? null : orders.getLast().id();
    orders.add(
        new Order(
            new OrderId("O-" + (orders.size() + 1)),
            CUSTOMER,
            TODAY.minusDays(daysAgo),
            kind,
            Money.parse(amount),
            "Box",
            refersTo));
    return this;
  }

  /** A case about the last order. */
  public History asks(
      int daysAgo, String about, String amount, String policy, Fault fault, CaseState state) {
    boolean settled =
        state == CaseState.UPHELD || state == CaseState.REJECTED || state == CaseState.CLOSED;
    cases.add(
        new CaseFile(
            new CaseId("K-" + (cases.size() + 1)),
            CUSTOMER,
            TODAY.minusDays(daysAgo),
            orders.isEmpty() ? null : orders.getLast().id(),
            about,
            "a refund",
            Money.parse(amount),
            policy.isEmpty() ? null : new PolicyId(policy),
            fault,
            state,
            state == CaseState.UPHELD ? Money.parse(amount) : null,
            settled ? TODAY.minusDays(daysAgo).plusDays(1) : null));
    return this;
  }

  public History sent(int daysAgo, String type) {
    letters.add(
        new PastLetter(
            "L-" + (letters.size() + 1), type, "print", "done", moment(daysAgo), List.of()));
    return this;
  }

  /** What somebody says of the last contact. */
  public History judged(Tag tag, boolean confirmed) {
    Interaction last = contacts.removeLast();
    verdicts.add(
        new IncidentVerdict(last.id(), tag, confirmed, new StaffId("ss"), NOW, "looked at it"));
    Set<Tag> tags = new HashSet<>(last.tags());
    if (confirmed) {
      tags.add(tag);
    } else {
      tags.remove(tag);
    }
    contacts.add(
        new Interaction(
            last.id(),
            CUSTOMER,
            last.at(),
            last.channel(),
            last.direction(),
            last.staff(),
            last.subject(),
            last.text(),
            tags,
            "",
            last.minutes()));
    return this;
  }

  /** As the store hands it out, whatever the order in which it was told. */
  public Dossier dossier() {
    return new Dossier(
        new Customer(
            CUSTOMER,
            new PersonName("Ms", "Ann", "Reid"),
            "",
            "ann@mail.example",
            "",
            language,
            new PostalAddress("14 Mill Lane", "York", "", "YO1 7HD", "GB"),
            since,
            new StaffId("mk"),
            status),
        NOW,
        orders.stream().sorted(Comparator.comparing(Order::date).thenComparing(Order::id)).toList(),
        contacts.stream()
            .sorted(Comparator.comparing(Interaction::at).thenComparing(Interaction::id))
            .toList(),
        cases.stream()
            .sorted(Comparator.comparing(CaseFile::opened).thenComparing(CaseFile::id))
            .toList(),
        letters,
        verdicts);
  }

  public History copy() {
    History copy = new History().is(status).speaks(language).since(since);
    copy.orders.addAll(orders);
    copy.contacts.addAll(contacts);
    copy.cases.addAll(cases);
    copy.letters.addAll(letters);
    copy.verdicts.addAll(verdicts);
    return copy;
  }

  public History shuffled(long seed) {
    Random random = new Random(seed);
    Collections.shuffle(orders, random);
    Collections.shuffle(contacts, random);
    Collections.shuffle(cases, random);
    return this;
  }

  private static Instant moment(int daysAgo) {
    return NOW.minus(Duration.ofDays(daysAgo));
  }

  private static Policy policy(String id, String title, int percent, String most, int days) {
    return new Policy(
        new PolicyId(id),
        1,
        title,
        "Terms " + id,
        "What we promise.",
        LocalDate.of(2020, 1, 1),
        List.of("website"),
        Remedy.CREDIT,
        BigDecimal.valueOf(percent),
        Money.parse("GBP " + most),
        Money.parse("GBP " + most),
        days);
  }
}
