package org.regards.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** The export of a business that never was: N customers, about ten history rows each. */
final class MadeUpBusiness {
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");
  private static final List<String> ABOUT =
      List.of("Box late", "Fruit spoilt", "Wrong box", "Invoice unclear", "Box missing");
  private static final List<String> TAGS =
      List.of(
          "question",
          "question",
          "question",
          "complaint",
          "complaint",
          "praise",
          "thanks",
          "abuse");
  private static final List<Place> PLACES =
      List.of(
          new Place(
              "en-GB",
              "GB",
              "GBP",
              "Mrs,Ann,Reid;Mr,Tariq,Patel;,Siân,O’Neill",
              "York,,YO1 7HD",
              "%d High Street",
              "a refund of the box"),
          new Place(
              "en-US",
              "US",
              "USD",
              "Ms,Mary,Nguyen;Mr,José,Garcia;,Kim,Lee",
              "Portland,OR,97205",
              "%d Elm St Apt 4",
              "a refund of the box"),
          new Place(
              "de-DE",
              "DE",
              "EUR",
              "Frau,Käthe,Groß;Herr,Jürgen,Müller;,Öykü,Yıldız",
              "Berlin,,10179",
              "Lindenallee %d",
              "eine Erstattung"),
          new Place(
              "fr-FR",
              "FR",
              "EUR",
              "Mme,Chloé,Lefèvre;M.,Étienne,Maçon;,Zoé,N’Diaye",
              "Lyon,,69003",
              "%d rue des Tilleuls",
              "un remboursement"),
          new Place(
              "es-ES",
              "ES",
              "EUR",
              "Sra.,Lucía,Peña;Sr.,Raúl,Güell;,Núria,Ibáñez",
              "Madrid,,28013",
              "Calle Mayor %d",
              "un reembolso"));

  private final int customers;
  private final Random random;

  MadeUpBusiness(int customers, long seed) {
    this.customers = customers;
    this.random = new Random(seed);
  }

  private record Place(
      String language,
      String country,
      String currency,
      String people,
      String town,
      String street,
      String asked) {}

  /** Writes the files of the export into a folder. */
  void write(Path folder) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("staff.csv"), STAFF);
      Files.writeString(folder.resolve("policies.csv"), POLICIES);
      try (BufferedWriter people = file(folder, "customers", CUSTOMER_COLUMNS);
          BufferedWriter orders = file(folder, "orders", ORDER_COLUMNS);
          BufferedWriter contacts = file(folder, "interactions", INTERACTION_COLUMNS);
          BufferedWriter cases = file(folder, "cases", CASE_COLUMNS)) {
        for (int number = 0; number < customers; number++) {
          write(number, people, orders, contacts, cases);
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void write(
      int number,
      BufferedWriter people,
      BufferedWriter orders,
      BufferedWriter contacts,
      BufferedWriter cases)
      throws IOException {
    Place place = one(PLACES);
    String customer = String.format(Locale.ROOT, "M-%07d", number);
    String staff = one(List.of("mk", "jo", "lb"));
    people.write(
        "%s,%s,,m%d@mail.example,,%s,%s,%s,%s,%s,%s,active%n"
            .formatted(
                customer,
                one(List.of(place.people().split(";"))),
                number,
                place.language(),
                place.street().formatted(number % 200 + 1),
                place.town(),
                place.country(),
                day(4_000),
                staff));
    int count = 1 + random.nextInt(5);
    for (int order = 0; order < count; order++) {
      orders.write(
          "O-%d-%d,%s,%s,order,%s,%s,Season box,%n"
              .formatted(number, order, customer, day(900), amount(9_000), place.currency()));
    }
    int messages = 2 + random.nextInt(8);
    for (int message = 0; message < messages; message++) {
      String about = one(ABOUT);
      contacts.write(
          "I-%d-%d,%s,%s,%s,%s,%s,%s,%s. %s,%s,<%d.%d@mail.example>,%d%n"
              .formatted(
                  number,
                  message,
                  customer,
                  moment(900),
                  one(List.of("email", "phone", "chat", "letter")),
                  one(List.of("in", "in", "out")),
                  staff,
                  about,
                  about,
                  "We spoke about the delivery and what can be done. "
                      .repeat(1 + random.nextInt(4)),
                  one(TAGS),
                  number,
                  message,
                  1 + random.nextInt(30)));
    }
    if (random.nextInt(3) > 0) {
      cases.write(
          "K-%d,%s,%s,O-%d-%d,%s,%s,%s,%s,%s,%s,open,,%n"
              .formatted(
                  number,
                  customer,
                  day(300),
                  number,
                  count - 1,
                  one(ABOUT),
                  place.asked(),
                  amount(30_000),
                  place.currency(),
                  one(List.of("R-1", "R-2")),
                  one(List.of("ours", "nobody", "unknown"))));
    }
  }

  private <T> T one(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  private String amount(int mostCents) {
    int cents = 500 + random.nextInt(mostCents);
    return String.format(Locale.ROOT, "%d.%02d", cents / 100, cents % 100);
  }

  private LocalDate day(int daysBack) {
    return LocalDate.ofInstant(NOW, ZoneOffset.UTC).minusDays(1L + random.nextInt(daysBack));
  }

  private Instant moment(int daysBack) {
    return NOW.minus(1L + random.nextInt(daysBack * 24 * 60), ChronoUnit.MINUTES);
  }

  private static BufferedWriter file(Path folder, String name, String columns) throws IOException {
    BufferedWriter writer = Files.newBufferedWriter(folder.resolve(name + ".csv"));
    writer.write(columns);
    writer.newLine();
    return writer;
  }

  private static final String CUSTOMER_COLUMNS =
      "customer,title,given_name,family_name,organisation,email,phone,language,street,locality,region,postal_code,country,since,account_manager,status";
  private static final String ORDER_COLUMNS =
      "order,customer,date,kind,amount,currency,description,refers_to";
  private static final String INTERACTION_COLUMNS =
      "interaction,customer,at,channel,direction,staff,subject,text,tags,message_id,minutes";
  private static final String CASE_COLUMNS =
      "case,customer,opened,order,about,asked,asked_amount,currency,policy,fault,state,granted_amount,resolved";
  private static final String STAFF =
      """
      staff,name,role,email,phone,title,trained_on
      mk,Maria Keller,agent,maria@orchard.example,+44 20 7946 0101,Customer care,R-1;R-2
      jo,Jonas Ott,agent,jonas@orchard.example,+44 20 7946 0102,Kundenbetreuung,R-1;R-2
      lb,Luc Bernard,agent,luc@orchard.example,+44 20 7946 0103,Service client,R-1;R-2
      sv,Olive Wright,supervisor,olive@orchard.example,+44 20 7946 0104,Head of care,R-1;R-2
      """;
  private static final String POLICIES =
      """
      policy,version,title,clause,text,published,published_where,remedy,max_percent,max_amount,currency,agent_limit,window_days
      R-1,1,Freshness,Terms 4.1,We replace or credit a box that arrives spoilt if you tell us within three days.,2020-01-01,website,credit,100,60.00,GBP,60.00,3
      R-2,1,Late delivery,Terms 5.2,If a box comes later than the promised day we credit a quarter of it.,2020-01-01,website,credit,25,40.00,GBP,25.00,14
      """;
}
