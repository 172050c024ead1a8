package org.regards.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.CustomerStatus;
import org.regards.customer.PersonName;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** What loading dossiers does, on either database. */
abstract class DossiersContract {
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final CustomerId ANN = new CustomerId("C-1");
  private static final CustomerId BEN = new CustomerId("C-2");

  private Database database;
  private Dossiers dossiers;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void open() {
    database = Database.open(emptyStore());
    dossiers = new Dossiers(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void givesBackEveryField() {
    Customer full =
        new Customer(
            ANN,
            new PersonName("Ms", "Ann", "Reid"),
            "Reid Ltd",
            "ann@mail.example",
            "+44 1",
            "en-GB",
            new PostalAddress("1 Mill Lane", "York", "N", "YO1", "GB"),
            LocalDate.of(2020, 2, 29),
            new StaffId("mk"),
            CustomerStatus.DO_NOT_CONTACT);
    Order order = order("O-1", ANN, LocalDate.of(2026, 1, 2), null);
    Order refund = order("O-2", ANN, LocalDate.of(2026, 1, 3), order.id());
    Interaction contact = contact("I-1", ANN, Instant.parse("2026-01-04T05:06:07.089Z"));
    CaseFile file = caseFile("K-1", ANN, LocalDate.of(2026, 1, 5), LocalDate.of(2026, 2, 1));
    CaseFile bare =
        new CaseFile(
            new CaseId("K-2"),
            ANN,
            LocalDate.of(2026, 1, 6),
            null,
            "",
            "",
            null,
            null,
            Fault.UNKNOWN,
            CaseState.OPEN,
            null,
            null);
    database.write(
        handle -> {
          new CustomerDao(handle).insert(List.of(full, customer(BEN)));
          new OrderDao(handle).insert(List.of(refund, order));
          new InteractionDao(handle).insert(List.of(contact));
          new CaseDao(handle).insert(List.of(bare, file));
          return null;
        });
    insertLetter(7, ANN, "2026-11-20T11:59:59.999Z");
    Dossier dossier = dossiers.of(ANN, NOON).orElseThrow();
    assertThat(dossier)
        .isEqualTo(
            new Dossier(
                full,
                NOON,
                List.of(order, refund),
                List.of(contact),
                List.of(file, bare),
                List.of(
                    new PastLetter(
                        "L-7",
                        "thank-you",
                        "email",
                        "draft",
                        Instant.parse("2026-11-20T11:59:59.999Z"),
                        List.of()))));
    assertThat(dossiers.of(BEN, NOON).orElseThrow())
        .isEqualTo(new Dossier(customer(BEN), NOON, List.of(), List.of(), List.of(), List.of()));
  }

  @Test
  void leavesOutWhatCameLater() {
    LocalDate today = LocalDate.of(2026, 11, 20);
    CaseFile settledToday = caseFile("K-1", ANN, today.minusDays(9), today);
    CaseFile settledLater = caseFile("K-2", ANN, today.minusDays(8), today.plusDays(1));
    database.write(
        handle -> {
          new CustomerDao(handle).insert(List.of(customer(ANN)));
          new OrderDao(handle)
              .insert(
                  List.of(
                      order("O-1", ANN, today, null), order("O-2", ANN, today.plusDays(1), null)));
          new InteractionDao(handle)
              .insert(List.of(contact("I-1", ANN, NOON), contact("I-2", ANN, NOON.plusMillis(1))));
          new CaseDao(handle)
              .insert(
                  List.of(
                      settledToday, settledLater, caseFile("K-3", ANN, today.plusDays(1), null)));
          return null;
        });
    insertLetter(1, ANN, "2026-11-20T12:00:00.000Z");
    insertLetter(2, ANN, "2026-11-20T12:00:00.001Z");
    Dossier dossier = dossiers.of(ANN, NOON).orElseThrow();
    assertThat(dossier.orders()).extracting(order -> order.id().value()).containsExactly("O-1");
    assertThat(dossier.interactions())
        .extracting(contact -> contact.id().value())
        .containsExactly("I-1");
    assertThat(dossier.cases()).containsExactly(settledToday, settledLater.asOf(today));
    assertThat(dossier.cases().getLast().state()).isEqualTo(CaseState.OPEN);
    assertThat(dossier.letters()).extracting(PastLetter::letter).containsExactly("L-1");
  }

  @Test
  void keepsTheOrderOfTheKeysAndLeavesOutUnknownOnes() {
    insertCustomers(3);
    assertThat(
            dossiers.load(List.of(key(2), new CustomerId("nobody"), key(0), key(2), key(1)), NOON))
        .extracting(dossier -> dossier.customer().id())
        .containsExactly(key(2), key(0), key(1));
    assertThat(dossiers.load(List.of(), NOON)).isEmpty();
    assertThat(dossiers.of(new CustomerId("nobody"), NOON)).isEmpty();
  }

  @Test
  void loadsMoreCustomersThanOneStatementTakes() {
    insertCustomers(2_500);
    List<CustomerId> keys = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      keys.add(key(i));
    }
    assertThat(dossiers.load(keys, NOON))
        .extracting(dossier -> dossier.customer().id())
        .isEqualTo(keys);
  }

  @Test
  void handsOverEveryCustomerOnceInBatches() {
    insertCustomers(25);
    List<Integer> sizes = new ArrayList<>();
    List<CustomerId> seen = new ArrayList<>();
    dossiers.forEachBatch(
        NOON,
        10,
        batch -> {
          sizes.add(batch.size());
          batch.forEach(dossier -> seen.add(dossier.customer().id()));
        });
    assertThat(sizes).containsExactly(10, 10, 5);
    assertThat(seen).doesNotHaveDuplicates().hasSize(25);
  }

  @Test
  void letsTheWorkOnABatchWrite() {
    insertCustomers(4);
    dossiers.forEachBatch(
        NOON,
        3,
        batch ->
            insertLetter(
                batch.size(), batch.getFirst().customer().id(), "2026-11-01T00:00:00.000Z"));
    assertThat(dossiers.of(key(0), NOON).orElseThrow().letters()).hasSize(1);
  }

  @Test
  void refusesBatchOfNone() {
    assertThatThrownBy(() -> dossiers.forEachBatch(NOON, 0, batch -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("batchSize must be from 1 to 1000, was: 0");
  }

  @Test
  void asksTheStoreAsOftenForManyCustomersAsForOne() {
    insertCustomers(400);
    List<CustomerId> keys = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      keys.add(key(i));
    }
    assertThat(statements(() -> dossiers.load(keys, NOON)))
        .isEqualTo(statements(() -> dossiers.load(List.of(key(1)), NOON)))
        .isEqualTo(7);
  }

  @Test
  void findsKeysNearAMistypedOne() {
    database.write(
        handle -> {
          new CustomerDao(handle)
              .insert(
                  List.of(
                      customer(new CustomerId("C-1001")),
                      customer(new CustomerId("C-1002")),
                      customer(new CustomerId("C-1013")),
                      customer(new CustomerId("K-77"))));
          return null;
        });
    assertThat(near("C-100l")).containsExactly("C-1001", "C-1002");
    assertThat(near("c-1013")).startsWith("C-1013");
    assertThat(near("X-1013")).startsWith("C-1013");
    assertThat(near("%")).isEmpty();
    assertThat(near("Whitfield")).isEmpty();
  }

  private List<String> near(String mistyped) {
    return database.read(handle -> new CustomerDao(handle).near(mistyped, 2)).stream()
        .map(CustomerId::value)
        .toList();
  }

  private int statements(Runnable work) {
    List<String> asked = new ArrayList<>();
    database.logStatements(asked::add);
    work.run();
    database.logStatements(statement -> {});
    return asked.size();
  }

  private void insertCustomers(int count) {
    List<Customer> customers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      customers.add(customer(key(i)));
    }
    database.write(
        handle -> {
          new CustomerDao(handle).insert(customers);
          return null;
        });
  }

  private void insertLetter(long id, CustomerId customer, String at) {
    database.write(
        handle ->
            handle.execute(
                """
                INSERT INTO letter (id, customer, type, language, channel, state, template, written_on,
                                    written_at, recipient_name, organisation, street, locality,
                                    region, postal_code, country, recipient_email, signatory,
                                    signatory_name, signatory_title, signatory_email,
                                    signatory_phone)
                VALUES (?, ?, 'thank-you', 'en-GB', 'email', 'draft', '', '2026-11-20', ?, '', '', '', '',
                        '', '', '', '', '', '', '', '', '')
                """,
                id,
                customer.value(),
                at));
  }

  private static CustomerId key(int number) {
    return new CustomerId("M-%05d".formatted(number));
  }

  private static Customer customer(CustomerId id) {
    return new Customer(
        id,
        new PersonName("", "", ""),
        "",
        "",
        "",
        "de-DE",
        new PostalAddress("", "", "", "", ""),
        null,
        null,
        CustomerStatus.ACTIVE);
  }

  private static Order order(String id, CustomerId customer, LocalDate date, OrderId refersTo) {
    return new Order(
        new OrderId(id),
        customer,
        date,
        refersTo == null ? OrderKind.ORDER : OrderKind.REFUND,
        Money.of(CurrencyUnit.GBP, new BigDecimal("12.34")),
        "Fig box",
        refersTo);
  }

  private static Interaction contact(String id, CustomerId customer, Instant at) {
    return new Interaction(
        new InteractionId(id),
        customer,
        at,
        Channel.EMAIL,
        Direction.IN,
        new StaffId("mk"),
        "Figs",
        "two\nlines",
        Set.of(Tag.THANKS, Tag.THREAT_LEGAL, Tag.AUTO_REPLY),
        "<a@b>",
        3);
  }

  private static CaseFile caseFile(
      String id, CustomerId customer, LocalDate opened, LocalDate resolved) {
    return new CaseFile(
        new CaseId(id),
        customer,
        opened,
        null,
        "late",
        "a refund",
        Money.of(CurrencyUnit.JPY, new BigDecimal("6000")),
        new PolicyId("R-1"),
        Fault.OURS,
        resolved == null ? CaseState.OPEN : CaseState.UPHELD,
        resolved == null ? null : Money.of(CurrencyUnit.JPY, new BigDecimal("100")),
        resolved);
  }
}
