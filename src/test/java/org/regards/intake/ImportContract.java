package org.regards.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.RecordChange;
import org.regards.history.RecordChangeDao;
import org.regards.store.Database;
import org.regards.store.StoreLocation;

/** What an import does, on either database. */
abstract class ImportContract {
  private static final String CUSTOMERS =
      "customer,title,given_name,family_name,organisation,email,phone,language,street,locality,region,postal_code,country,since,account_manager,status";
  private static final String ORDERS =
      "order,customer,date,kind,amount,currency,description,refers_to";
  private static final String CASES =
      "case,customer,opened,order,about,asked,asked_amount,currency,policy,fault,state,granted_amount,resolved";
  private static final String INTERACTIONS =
      "interaction,customer,at,channel,direction,staff,subject,text,tags,message_id,minutes";
  private static final String ANN =
      "C-1,Ms,Ann,Reid,,ann@mail.example,,en-GB,1 Mill Lane,York,,YO1,GB,2020-02-29,,active";
  private static final String BEN = "C-2,,Ben,Poe,,,,de-DE,,,,,,,,ended";
  private static final Instant NOW = Instant.parse("2026-11-20T09:00:00Z");

  @TempDir Path folder;
  private Database database;

  abstract StoreLocation emptyStore();

  @BeforeEach
  void open() {
    database = Database.open(emptyStore());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void takesTheOrchardAndChangesNothingTheSecondTime() {
    ImportReport first = Orchard.importInto(database, rejectsFolder());
    assertThat(counts(first))
        .containsExactly(
            "policies 6 0 0 0",
            "staff 7 0 0 0",
            "customers 26 0 0 0",
            "orders 45 0 0 0",
            "cases 29 0 0 0",
            "interactions 63 0 0 0",
            "expected: not one of policies.csv, staff.csv, customers.csv, orders.csv, cases.csv or"
                + " interactions.csv");
    assertThat(notes(first)).isEmpty();
    ImportReport second = Orchard.importInto(database, rejectsFolder());
    assertThat(second.changedAnything()).isFalse();
    assertThat(counts(second)).contains("customers 0 0 26 0", "interactions 0 0 63 0");
    assertThat(rejectsFolder()).doesNotExist();
  }

  @Test
  void keepsHostileTextToTheLetter() {
    Orchard.importInto(database, rejectsFolder());
    Dossier bob = dossier("C-1023");
    assertThat(bob.customer().name().given()).isEqualTo("Robert\"); DROP TABLE");
    assertThat(bob.customer().name().family()).isEqualTo("O'Brien & <b>Sons</b> ${7*7}");
    assertThat(bob.customer().address().street()).isEqualTo("1 \"Quote\" Street, Unit 5");
    assertThat(bob.orders().getFirst().description())
        .isEqualTo("Box, with \"quotes\",\nand a line break");
    assertThat(bob.interactions().getFirst().subject()).isEqualTo("=HYPERLINK(\"x\")");
    assertThat(dossier("C-1022").customer().name().family()).isEqualTo("山田");
  }

  @Test
  void keepsBlanksInTextAndTrimsCodes() {
    file(
        "customers.csv",
        CUSTOMERS,
        " C-1 ,, Ann ,Reid  ,,,, en-GB ,1  Mill Lane , York,,, gb , 2020-02-29 ,, active ");
    assertThat(counts(run("customers.csv"))).containsExactly("customers 1 0 0 0");
    Customer ann = customer("C-1");
    assertThat(ann.name().given()).isEqualTo(" Ann ");
    assertThat(ann.address().street()).isEqualTo("1  Mill Lane ");
    assertThat(ann.address().country()).isEqualTo("GB");
    assertThat(ann.language()).isEqualTo("en-GB");
  }

  @Test
  void takesAnyScriptAndLength() {
    String name = "مريم 👩‍👩‍👧 " + "x".repeat(300);
    file("customers.csv", CUSTOMERS, ANN.replace("Ann", name));
    assertThat(run("customers.csv").tookAll()).isTrue();
    assertThat(customer("C-1").name().given()).isEqualTo(name);
  }

  @Test
  void keepsTheOldValuesOfAChangedRow() {
    file("customers.csv", CUSTOMERS, ANN, BEN);
    run("customers.csv");
    file(
        "customers.csv",
        CUSTOMERS,
        BEN,
        ANN.replace("Reid", "Poe").replace("1 Mill Lane", "2 Hill"));
    assertThat(counts(run("customers.csv"))).containsExactly("customers 0 1 1 0");
    assertThat(customer("C-1").name().family()).isEqualTo("Poe");
    List<RecordChange> changes =
        database.read(handle -> new RecordChangeDao(handle).of(new CustomerId("C-1")));
    assertThat(changes)
        .extracting(
            change ->
                "%s: %s -> %s (%s:%d, %s)"
                    .formatted(
                        change.field(),
                        change.oldValue(),
                        change.newValue(),
                        change.source(),
                        change.line(),
                        change.importedAt()))
        .containsExactly(
            "customer/C-1.family_name: Reid -> Poe (customers.csv:3, 2026-11-20T09:00:00Z)",
            "customer/C-1.street: 1 Mill Lane -> 2 Hill (customers.csv:3, 2026-11-20T09:00:00Z)");
  }

  @Test
  void reportsAllProblemsOfAFileTogetherAndTakesTheGoodRows() throws IOException {
    file(
        "customers.csv",
        CUSTOMERS,
        ANN,
        ",,No,Key,,,,en-GB,,,,,GB,,,active",
        "C-3,,\"Two\nlines\",X,,,,english,,,,,UK,2026-02-30,,gone",
        "C-1,,Again,X,,,,en-GB,,,,,GB,,,active",
        "C-4,,A,B,,,,en-GB,,,,,GB,,,active,surplus",
        "C-5,,A\0,B,,,,en-GB,,,,,GB,,,active",
        BEN);
    ImportReport report = run("customers.csv");
    assertThat(counts(report)).containsExactly("customers 2 0 0 5");
    assertThat(problems(report))
        .containsExactly(
            "customers.csv:3:1: customer is empty, expected a key",
            "customers.csv:4:3: given_name holds a line break or a control character, expected one"
                + " line of text",
            "customers.csv:4:8: language is \"english\", expected a BCP 47 tag such as en-GB",
            "customers.csv:4:13: country is \"UK\", expected an ISO 3166 code such as GB",
            "customers.csv:4:14: since is \"2026-02-30\", expected a date such as 2026-11-20",
            "customers.csv:4:16: status is \"gone\", expected active, ended or do-not-contact",
            "customers.csv:6:1: \"C-1\" stands in line 2 already, expected each key once",
            "customers.csv:7:17: the row has 17 fields, expected 16: a field that holds the"
                + " separator stands in quotation marks",
            "customers.csv:8:3: given_name holds a NUL character, expected text");
    assertThat(Files.readString(rejectsFolder().resolve("customers.rejects.csv")))
        .isEqualTo(
            CUSTOMERS
                + ",line,reason\r\n"
                + ",,No,Key,,,,en-GB,,,,,GB,,,active,3,\"customer is empty, expected a key\"\r\n"
                + "C-3,,\"Two\n"
                + "lines\",X,,,,english,,,,,UK,2026-02-30,,gone,4,\"given_name holds a line break"
                + " or a control character, expected one line of text; language is \"\"english\"\","
                + " expected a BCP 47 tag such as en-GB; country is \"\"UK\"\", expected an ISO"
                + " 3166 code such as GB; since is \"\"2026-02-30\"\", expected a date such as"
                + " 2026-11-20; status is \"\"gone\"\", expected active, ended or"
                + " do-not-contact\"\r\n"
                + "C-4,,A,B,,,,en-GB,,,,,GB,,,active,7,\"the row has 17 fields, expected 16: a"
                + " field that holds the separator stands in quotation marks\",surplus\r\n"
                + "C-5,,A\0,B,,,,en-GB,,,,,GB,,,active,8,\"given_name holds a NUL character,"
                + " expected text\"\r\n"
                + "C-1,,Again,X,,,,en-GB,,,,,GB,,,active,6,\"\"\"C-1\"\" stands in line 2 already,"
                + " expected each key once\"\r\n");
  }

  @Test
  void takesCorrectedRejects() throws IOException {
    file("customers.csv", CUSTOMERS, ANN, BEN.replace("ended", "gone"));
    run("customers.csv");
    Path rejects = rejectsFolder().resolve("customers.rejects.csv");
    ImportReport again = run(rejects);
    assertThat(counts(again)).containsExactly("customers 0 0 0 1");
    assertThat(taken(again).rejects()).contains(rejectsFolder().resolve("customers.rejects-2.csv"));
    Files.writeString(rejects, Files.readString(rejects).replace("gone", "ended"));
    ImportReport corrected = run(rejects);
    assertThat(counts(corrected)).containsExactly("customers 1 0 0 0");
    assertThat(notes(corrected)).isEmpty();
  }

  @Test
  void keepsTheRejectsOfFilesOfOneNameApart() throws IOException {
    for (String name : List.of("a", "b")) {
      Files.createDirectories(folder.resolve(name));
      file(name + "/customers.csv", CUSTOMERS, BEN.replace("Ben", name).replace("ended", "gone"));
    }
    ImportReport report =
        importing()
            .run(
                List.of(folder.resolve("a"), folder.resolve("b")),
                OnBadRows.TAKE_THE_GOOD,
                Progress.SILENT);
    Path first = rejectsFolder().resolve("customers.rejects.csv");
    Path second = rejectsFolder().resolve("customers-2.rejects.csv");
    assertThat(report.files())
        .extracting(file -> ((FileReport.Taken) file).rejects().orElseThrow())
        .containsExactly(first, second);
    assertThat(first).content().contains("C-2,,a,Poe");
    assertThat(second).content().contains("C-2,,b,Poe");
    Files.writeString(second, Files.readString(second).replace("gone", "ended"));
    assertThat(counts(run(second))).containsExactly("customers-2 1 0 0 0");
  }

  @Test
  void takesNothingOfAFileWithBadRowsWhenStrict() {
    file("customers.csv", CUSTOMERS, ANN, BEN.replace("ended", "gone"));
    file("orders.csv", ORDERS);
    ImportReport report =
        importing().run(List.of(folder), OnBadRows.REFUSE_THE_FILE, Progress.SILENT);
    assertThat(counts(report))
        .containsExactly(
            "customers refused: customers.csv:3:16: status is \"gone\", expected active, ended or"
                + " do-not-contact",
            "orders: it needs the file of the customers, which was refused");
    assertThat(count()).isZero();
    assertThat(rejectsFolder()).satisfies(ImportContract::holdsNothing);
  }

  @Test
  void checksOrders() {
    file("customers.csv", CUSTOMERS, ANN, BEN);
    file(
        "orders.csv",
        ORDERS,
        "R-1,C-1,2026-01-03,refund,5.00,GBP,,O-1",
        "O-1,C-1,2026-01-02,order,\"1,234.50\",GBP,,",
        "O-2,C-1,2026-01-02,order,-5,GBP,,",
        "O-3,C-1,2026-01-02,order,1.005,GBP,,",
        "O-4,C-1,2026-01-02,order,60.5,JPY,,",
        "O-5,C-1,2026-01-02,order,5,EURO,,",
        "O-6,C-9,2026-01-02,order,5,EUR,,",
        "O-7,C-1,02.01.2026,gift,,EUR,,",
        "O-8,C-2,2026-01-02,order,5.5,EUR,,",
        "R-2,C-1,2026-01-03,refund,5.00,EUR,,O-8",
        "R-3,C-1,2026-01-03,refund,5.00,EUR,,R-3",
        "R-4,C-1,2026-01-03,credit,6000,JPY,,R-5",
        "R-5,C-1,2026-01-03,credit,6000,JPY,,O-9",
        "O-9,C-1,2026-01-03,order,6000,JPY,,");
    ImportReport report = run(".");
    assertThat(counts(report)).containsExactly("customers 2 0 0 0", "orders 4 0 0 10");
    assertThat(problems(report))
        .containsExactly(
            "orders.csv:2:8: order \"O-1\" is neither in the store nor among the good rows of the"
                + " file, expected one that is",
            "orders.csv:3:5: amount is \"1,234.50\", expected a plain decimal such as 1234.50",
            "orders.csv:4:5: amount is \"-5\", expected an amount of 0 or more",
            "orders.csv:5:5: amount is \"1.005\", expected at most 2 decimals for GBP",
            "orders.csv:6:5: amount is \"60.5\", expected no decimals for JPY",
            "orders.csv:7:6: currency is \"EURO\", expected an ISO 4217 code such as GBP",
            "orders.csv:8:2: customer \"C-9\" is not in the store, expected one that customers.csv"
                + " brought",
            "orders.csv:9:3: date is \"02.01.2026\", expected a date such as 2026-11-20",
            "orders.csv:9:4: kind is \"gift\", expected order, refund or credit",
            "orders.csv:9:5: amount is empty, expected a plain decimal such as 1234.50",
            "orders.csv:11:8: order \"O-8\" belongs to another customer, expected one of the same",
            "orders.csv:12:8: refers_to names the order itself, expected another one or none");
  }

  @Test
  void letsHundredThousandRefundsWaitForAnOrder() {
    file("customers.csv", CUSTOMERS, ANN);
    String[] rows = new String[101_001];
    Arrays.setAll(rows, i -> "R-" + i + ",C-1,2026-01-03,refund,5.00,GBP,,O-1");
    rows[rows.length - 1] = "O-1,C-1,2026-01-02,order,5.00,GBP,,";
    file("orders.csv", ORDERS, rows);
    ImportReport report = run(".");
    assertThat(counts(report)).containsExactly("customers 1 0 0 0", "orders 100001 0 0 1000");
    assertThat(problems(report))
        .startsWith(
            "orders.csv:100002:8: too many rows before it wait for an order further down; sort the"
                + " file so that orders come first")
        .hasSize(1_000);
  }

  @Test
  @Timeout(60)
  void givesUpALongChainOfRefundsWithoutAnOrder() {
    file("customers.csv", CUSTOMERS, ANN);
    file(
        "orders.csv",
        ORDERS,
        IntStream.range(0, 50_000)
            .mapToObj(i -> "R-%d,C-1,2026-01-03,refund,5.00,GBP,,R-%d".formatted(i, i + 1))
            .toArray(String[]::new));
    ImportReport report = run(".");
    assertThat(counts(report)).containsExactly("customers 1 0 0 0", "orders 0 0 0 50000");
    assertThat(problems(report))
        .hasSize(1_000)
        .contains(
            "orders.csv:50001:8: order \"R-50000\" is neither in the store nor among the good rows"
                + " of the file, expected one that is");
  }

  @Test
  void checksCases() {
    file("customers.csv", CUSTOMERS, ANN, BEN);
    file("orders.csv", ORDERS, "O-1,C-1,2026-01-02,order,5,GBP,,");
    file(
        "cases.csv",
        CASES,
        "K-1,C-1,2026-01-05,O-1,\"two\nlines\",a refund,5.00,GBP,R-1,ours,upheld,5.00,2026-01-06",
        "K-2,C-2,2026-01-05,O-1,,,,,,ours,open,,",
        "K-3,C-1,2026-01-05,O-2,,,,,,ours,open,,",
        "K-4,C-1,2026-01-05,,,,,,,mine,lost,,",
        "K-5,C-1,2026-01-05,,,,,,,ours,open,,2026-01-06",
        "K-6,C-1,2026-01-05,,,,,,,ours,closed,,2026-01-04",
        "K-7,C-1,2026-01-05,,,,5,,,ours,open,,");
    ImportReport report = run(".");
    assertThat(counts(report).getLast()).isEqualTo("cases 1 0 0 6");
    assertThat(problems(report))
        .containsExactly(
            "cases.csv:4:4: order \"O-1\" belongs to another customer, expected one of the same",
            "cases.csv:5:4: order \"O-2\" is neither in the store nor among the good rows of the"
                + " file, expected one that is",
            "cases.csv:6:10: fault is \"mine\", expected ours, theirs, shared, nobody or unknown",
            "cases.csv:6:11: state is \"lost\", expected open, offered, refused, upheld, rejected"
                + " or closed",
            "cases.csv:7:13: resolved has a date while the case is open, expected none",
            "cases.csv:8:13: resolved is before opened, expected that day or a later one",
            "cases.csv:9:8: currency is empty, expected an ISO 4217 code such as GBP");
    assertThat(notes(report)).containsExactly("policy R-1 is not known yet: import policies.csv");
  }

  @Test
  void checksInteractions() {
    file("customers.csv", CUSTOMERS, ANN);
    file(
        "interactions.csv",
        INTERACTIONS,
        "I-1,C-1,2026-01-05T10:00:00+02:00,email,in,mk,s,\"t\r\nu\",thanks; praise,<a@b>,3",
        "I-2,C-1,2026-01-05 10:00,fax,sideways,mk,s,t,thanks;rage,,-1",
        "I-3,C-1,2026-01-05T10:00:00Z,email,in,mk,\"s\r\nBcc: x\",t,,,");
    ImportReport report = run(".");
    assertThat(counts(report).getLast()).isEqualTo("interactions 1 0 0 2");
    assertThat(problems(report))
        .containsExactly(
            "interactions.csv:4:3: at is \"2026-01-05 10:00\", expected a moment with its offset"
                + " such as 2026-11-20T09:00:00Z",
            "interactions.csv:4:4: channel is \"fax\", expected email, phone, letter, visit, chat,"
                + " social or review",
            "interactions.csv:4:5: direction is \"sideways\", expected in or out",
            "interactions.csv:4:9: tags is \"rage\", expected complaint, praise, question, thanks,"
                + " abuse, harassment, impeding, threat:legal, threat:vandalism,"
                + " threat:retaliation, threat:physical or auto-reply",
            "interactions.csv:4:11: minutes is \"-1\", expected a whole number of 0 or more",
            "interactions.csv:5:7: subject holds a line break or a control character, expected one"
                + " line of text");
    assertThat(notes(report))
        .containsExactly("member of staff mk is not known yet: import staff.csv");
    var contact = dossier("C-1").interactions().getFirst();
    assertThat(contact.at()).isEqualTo("2026-01-05T08:00:00Z");
    assertThat(contact.text()).isEqualTo("t\r\nu");
  }

  @Test
  void saysWhichAccountManagersAreNotKnown() {
    file("customers.csv", CUSTOMERS, ANN.replace(",,active", ",mk,active"));
    assertThat(notes(run("customers.csv")))
        .containsExactly("account manager mk is not known yet: import staff.csv");
  }

  @Test
  void keepsEmailThatIsNoAddressWithANote() {
    file("customers.csv", CUSTOMERS, ANN.replace("ann@mail.example", "ann at home"), BEN);
    assertThat(notes(run("customers.csv")))
        .containsExactly(
            "email is no address that mail can reach; it is kept, but no letter goes there: line"
                + " 2");
    assertThat(customer("C-1").email()).isEqualTo("ann at home");
  }

  @Test
  void keepsLineBreaksInAStreet() {
    file("customers.csv", CUSTOMERS, ANN.replace("1 Mill Lane", "\"Flat 3\n1 Mill Lane\""));
    run("customers.csv");
    assertThat(customer("C-1").address().street()).isEqualTo("Flat 3\n1 Mill Lane");
  }

  @Test
  void readsWhatExcelWrites() {
    String text =
        (CUSTOMERS + "\n" + ANN.replace("Reid", "Groß") + "\n,,,,,,,,,,,,,,,\n")
            .replace(",", ";")
            .replace("\n", "\r\n");
    bytes("customers.csv", ("\ufeff" + text).getBytes(StandardCharsets.UTF_8));
    ImportReport report = run("customers.csv");
    assertThat(counts(report)).containsExactly("customers 1 0 0 0");
    assertThat(notes(report)).containsExactly("read as semicolons between the fields");
    bytes("customers.csv", text.getBytes(Charset.forName("windows-1252")));
    report = run("customers.csv");
    assertThat(counts(report)).containsExactly("customers 0 0 1 0");
    assertThat(notes(report))
        .containsExactly(
            "read as Windows-1252 (line 2 is not UTF-8), semicolons between the fields");
    bytes(
        "customers.csv", ("\ufeff" + text.replace(";", "\t")).getBytes(StandardCharsets.UTF_16LE));
    report = run("customers.csv");
    assertThat(counts(report)).containsExactly("customers 0 0 1 0");
    assertThat(notes(report)).containsExactly("read as UTF-16LE, tabs between the fields");
  }

  @Test
  void readsTheSeparatorThatExcelNames() {
    file("customers.csv", "sep=;", (CUSTOMERS + "\n" + ANN).replace(',', ';'), "C-2;x");
    ImportReport report = run("customers.csv");
    assertThat(counts(report)).containsExactly("customers 1 0 0 1");
    assertThat(problems(report))
        .containsExactly(
            "customers.csv:4:16: status is empty, expected active, ended or do-not-contact");
  }

  @Test
  void checksThePlaybook() {
    file(
        "policies.csv",
        "policy,version,title,clause,text,published,published_where,remedy,max_percent,max_amount,currency,agent_limit,window_days",
        "R-1,1,T,C,X,,website; contract,credit,12.50,60,GBP,,3",
        "R-1,2,T,C,X,,,gift,120,,,5,many",
        "R-1,,T,C,X,,,,1.00000000000000000000000001,,,,",
        "R-1,1,Again,C,X,,,,,,,,");
    file(
        "staff.csv",
        "staff,name,role,email,phone,title,trained_on",
        "mk,Maria,agent,maria,,,R-1; R-9",
        "jo,,boss,,,,");
    ImportReport report = run(".");
    assertThat(counts(report)).containsExactly("policies 1 0 0 3", "staff 1 0 0 1");
    assertThat(problems(report))
        .containsExactly(
            "policies.csv:3:8: remedy is \"gift\", expected credit, refund or discount",
            "policies.csv:3:9: max_percent is \"120\", expected a number from 0 to 100",
            "policies.csv:3:11: currency is empty, expected an ISO 4217 code such as GBP",
            "policies.csv:3:13: window_days is \"many\", expected a whole number of 0 or more",
            "policies.csv:4:2: version is missing or 0, expected a whole number from 1",
            "policies.csv:4:9: max_percent is \"1.00000000000000000000000001\", expected a number"
                + " from 0 to 100",
            "policies.csv:5:1: \"R-1 v1\" stands in line 2 already, expected each key once",
            "staff.csv:3:2: name is empty, expected the name that stands under a letter",
            "staff.csv:3:3: role is \"boss\", expected agent, supervisor, manager, counsel or"
                + " owner");
    assertThat(notes(report))
        .containsExactly(
            "email is no address that mail can reach; it is kept, but no letter comes from it: line"
                + " 2",
            "policy R-9 is not known yet: import policies.csv");
  }

  @Test
  void takesRowsThatEndEarlyAsEmptyAtTheirEnd() {
    file("customers.csv", CUSTOMERS, ANN);
    file("orders.csv", ORDERS, "O-1,C-1,2026-01-02,order,5,GBP", "O-2,C-1,2026-01-02,order");
    ImportReport report = run(".");
    assertThat(problems(report))
        .containsExactly(
            "orders.csv:3:5: amount is empty, expected a plain decimal such as 1234.50",
            "orders.csv:3:6: currency is empty, expected an ISO 4217 code such as GBP");
    assertThat(notes(report)).containsExactly("1 row ends early: what it lacks counts as empty");
  }

  @Test
  void namesUnknownColumnsAndTakesAnyOrder() {
    file(
        "customers.csv",
        "status,Mood,\u001b[31mx," + CUSTOMERS.replace(",status", ""),
        "active,grim,," + ANN.replace(",active", ""));
    ImportReport report = run("customers.csv");
    assertThat(counts(report)).containsExactly("customers 1 0 0 0");
    assertThat(notes(report))
        .containsExactly("the columns mood, \\u001b[31mx are not known and left out");
  }

  @Test
  void refusesMissingAndDoubleColumnsTogether() {
    file("customers.csv", CUSTOMERS.replace(",status", "").replace("title,", ""), ANN);
    assertThat(counts(run("customers.csv")))
        .containsExactly(
            "customers refused: customers.csv:1: the columns title, status are missing, expected "
                + CUSTOMERS);
    file("customers.csv", CUSTOMERS + ",email", ANN);
    assertThat(counts(run("customers.csv")))
        .containsExactly(
            "customers refused: customers.csv:1:17: the column email stands more than once,"
                + " expected each once");
  }

  @Test
  void refusesEmptyAndBinaryFiles() {
    bytes("customers.csv", new byte[0]);
    assertThat(counts(run("customers.csv")))
        .containsExactly(
            "customers refused: customers.csv: the file is empty, expected a row of column names"
                + " and rows below it");
    byte[] noise = new byte[100_000];
    new Random(1).nextBytes(noise);
    bytes("customers.csv", noise);
    assertThat(counts(run("customers.csv")))
        .containsExactly(
            "customers refused: customers.csv: the file is binary, expected text: export it as CSV"
                + " (UTF-8)");
    bytes("customers.csv", "PK\u0003\u0004and so on".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(counts(run("customers.csv")))
        .containsExactly(
            "customers refused: customers.csv: the file is an Excel workbook or a ZIP archive,"
                + " expected text: export it as CSV (UTF-8)");
  }

  @Test
  void refusesDamagedUtf8AndUnknownCharacters() {
    byte[] text =
        (CUSTOMERS + "\n" + ANN.replace("Ann", "Zoë Müller") + "\n" + BEN)
            .getBytes(StandardCharsets.UTF_8);
    byte[] damaged = Arrays.copyOf(text, text.length + 1);
    damaged[text.length] = (byte) 0xff;
    bytes("customers.csv", damaged);
    assertThat(counts(run("customers.csv")))
        .containsExactly(
            "customers refused: customers.csv:3: here a character is broken, the rest is UTF-8:"
                + " export the file again, as UTF-8");
    bytes("customers.csv", (CUSTOMERS + "\nC-1,\u0081").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(counts(run("customers.csv")))
        .containsExactly(
            "customers refused: customers.csv: the file is neither UTF-8 nor Windows-1252: export"
                + " it again, as UTF-8");
  }

  @Test
  void saysWhenThereAreNoRows() {
    file("customers.csv", CUSTOMERS);
    ImportReport report = run("customers.csv");
    assertThat(counts(report)).containsExactly("customers 0 0 0 0");
    assertThat(notes(report)).containsExactly("there are no rows below the column names");
  }

  @Test
  void refusesBrokenQuotation() {
    file("customers.csv", CUSTOMERS, ANN, "C-2,\"Ms\"x,,,,,,,,,,,,,,active");
    assertThat(counts(run("customers.csv")))
        .containsExactly(
            "customers refused: customers.csv:3: text follows a closing quotation mark; inside a"
                + " field, a quotation mark is written twice: nothing of the file was taken");
    file("customers.csv", CUSTOMERS, ANN, "C-2,\"Ms,,,,,,,,,,,,,,active", BEN);
    assertThat(counts(run("customers.csv")))
        .containsExactly(
            "customers refused: customers.csv:3: a quotation mark is opened and not closed within"
                + " 4,194,304 characters: nothing of the file was taken");
    file("customers.csv", CUSTOMERS, ANN, "C-2,\"Ms,," + "x".repeat(5 << 20));
    assertThat(counts(run("customers.csv")))
        .containsExactly(
            "customers refused: customers.csv:3: a quotation mark is opened and not closed within"
                + " 4,194,304 characters: nothing of the file was taken");
    assertThat(count()).isZero();
  }

  @Test
  void rejectsFieldLongerThanAMebibyte() {
    file("customers.csv", CUSTOMERS, ANN.replace("Ann", "x".repeat((1 << 20) + 1)), BEN);
    ImportReport report = run("customers.csv");
    assertThat(counts(report)).containsExactly("customers 1 0 0 1");
    assertThat(problems(report))
        .containsExactly(
            "customers.csv:2:3: given_name has 1,048,577 characters, expected at most 1,048,576");
  }

  @Test
  void remembersThousandProblemsAndCountsAll() {
    file(
        "customers.csv",
        CUSTOMERS,
        IntStream.range(0, 2_500)
            .mapToObj(i -> "C-" + i + ",,,,,,,en-GB,,,,,XX,,,active")
            .toArray(String[]::new));
    FileReport.Taken taken = taken(run("customers.csv"));
    assertThat(taken.problems()).hasSize(1_000);
    assertThat(taken.problemCount()).isEqualTo(2_500);
    assertThat(taken.rejected()).isEqualTo(2_500);
  }

  @Test
  void findsDoubleKeysAcrossChunks() {
    String[] rows = new String[2_501];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "C-" + i % 2_500 + ",,,,,,,en-GB,,,,,GB,,,active";
    }
    file("customers.csv", CUSTOMERS, rows);
    ImportReport report = run("customers.csv");
    assertThat(counts(report)).containsExactly("customers 2500 0 0 1");
    assertThat(problems(report))
        .containsExactly(
            "customers.csv:2502:1: \"C-0\" stands in line 2 already, expected each key once");
  }

  @Test
  void recognisesAFileByItsColumns() {
    file("export-2026.csv", CUSTOMERS, ANN);
    assertThat(counts(run("export-2026.csv"))).containsExactly("export-2026 1 0 0 0");
  }

  @Test
  void refusesNamesThatCannotBeMeant() {
    assertThatThrownBy(() -> run("none.csv"))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessage(
            "There is no file or folder %s. Nothing was imported; correct the name."
                .formatted(folder.resolve("none.csv")));
    file("notes.csv", "a,b", "1,2");
    assertThatThrownBy(() -> run("notes.csv"))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessage(
            "%s is none of the files that can be imported. Nothing was imported; name it as one of policies.csv, staff.csv, customers.csv, orders.csv, cases.csv or interactions.csv."
                .formatted(folder.resolve("notes.csv")));
    assertThatThrownBy(() -> run("."))
        .isInstanceOf(ImportRefusedException.class)
        .hasMessage(
            "The folder %s holds none of policies.csv, staff.csv, customers.csv, orders.csv, cases.csv or interactions.csv. Nothing was imported; name the folder of an export."
                .formatted(folder.resolve(".")));
  }

  @Test
  void undoesTheFileAtHandWhenInterrupted() {
    String[] rows = new String[3_000];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = "C-" + i + ",,,,,,,en-GB,,,,,GB,,,active";
    }
    file("customers.csv", CUSTOMERS, rows);
    file("orders.csv", ORDERS);
    ImportReport report =
        importing()
            .run(
                List.of(folder),
                OnBadRows.TAKE_THE_GOOD,
                (file, count, share) -> Thread.currentThread().interrupt());
    assertThat(Thread.interrupted()).isTrue();
    assertThat(counts(report))
        .containsExactly(
            "customers refused: customers.csv: the import was interrupted: nothing of this file was"
                + " kept, import it again",
            "orders: the import was interrupted before it");
    assertThat(count()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en", "en-GB", "zh-Hant-TW", "de-DE-1996", "gsw"})
  void takesLanguages(String tag) {
    file("customers.csv", CUSTOMERS, ANN.replace("en-GB", tag));
    assertThat(run("customers.csv").tookAll()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en_GB", "zz", "German", "e", "en-", "x-klingon"})
  void rejectsWhatIsNoLanguage(String tag) {
    file("customers.csv", CUSTOMERS, ANN.replace("en-GB", tag));
    assertThat(problems(run("customers.csv")))
        .containsExactly(
            "customers.csv:2:8: language is \"%s\", expected a BCP 47 tag such as en-GB"
                .formatted(tag));
  }

  @ParameterizedTest
  @CsvSource({"1e3", "+5", "5.", ".5", "٣", "1 000", "1'000", "NaN", "0x10", "1.2.3", "'5,00'"})
  void rejectsWhatIsNoAmount(String amount) {
    file("customers.csv", CUSTOMERS, ANN);
    file("orders.csv", ORDERS, "O-1,C-1,2026-01-02,order,\"%s\",EUR,,".formatted(amount));
    assertThat(problems(run(".")))
        .containsExactly(
            "orders.csv:2:5: amount is \"%s\", expected a plain decimal such as 1234.50"
                .formatted(amount));
  }

  @Test
  void leavesNoHalfFileOfRejects() throws IOException {
    file("customers.csv", CUSTOMERS, BEN.replace("ended", "gone"), "C-2,\"Ms\"x");
    run("customers.csv");
    assertThat(rejectsFolder()).satisfies(ImportContract::holdsNothing);
    Files.createDirectories(rejectsFolder().getParent());
    Files.writeString(rejectsFolder(), "a file where the folder should be");
    file("customers.csv", CUSTOMERS, ANN, BEN.replace("ended", "gone"));
    assertThat(counts(run("customers.csv")).getFirst())
        .isEqualTo(
            "customers refused: customers.csv: its rejected rows cannot be written to %s (FileAlreadyExistsException), so none of it was taken: make room or allow writing there"
                .formatted(rejectsFolder()));
    assertThat(count()).isZero();
  }

  private static void holdsNothing(Path folder) throws IOException {
    if (Files.exists(folder)) {
      assertThat(folder).isEmptyDirectory();
    }
  }

  private Path rejectsFolder() {
    return folder.resolve("out/rejects");
  }

  private Import importing() {
    return new Import(database, InstantSource.fixed(NOW), rejectsFolder());
  }

  private ImportReport run(String name) {
    return run(folder.resolve(name));
  }

  private ImportReport run(Path path) {
    return importing().run(List.of(path), OnBadRows.TAKE_THE_GOOD, Progress.SILENT);
  }

  private void file(String name, String header, String... rows) {
    String text =
        header + "\n" + Arrays.stream(rows).map(row -> row + "\n").collect(Collectors.joining());
    bytes(name, text.getBytes(StandardCharsets.UTF_8));
  }

  private void bytes(String name, byte[] bytes) {
    try (OutputStream out = Files.newOutputStream(folder.resolve(name))) {
      out.write(bytes);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private Customer customer(String key) {
    return database.read(handle -> new CustomerDao(handle).find(new CustomerId(key))).orElseThrow();
  }

  private Dossier dossier(String key) {
    return new Dossiers(database).of(new CustomerId(key), NOW).orElseThrow();
  }

  private long count() {
    return database.read(handle -> new CustomerDao(handle).count());
  }

  private static FileReport.Taken taken(ImportReport report) {
    return (FileReport.Taken) report.files().getFirst();
  }

  /** Per file: added, changed, unchanged, rejected; or why not. */
  private List<String> counts(ImportReport report) {
    return report.files().stream()
        .map(
            file -> {
              String name = file.file().getFileName().toString().replaceFirst("\\..*", "");
              return switch (file) {
                case FileReport.Taken taken ->
                    "%s %d %d %d %d"
                        .formatted(
                            name,
                            taken.added(),
                            taken.changed(),
                            taken.unchanged(),
                            taken.rejected());
                case FileReport.Refused refused ->
                    name
                        + " refused: "
                        + refused.problems().stream()
                            .map(this::shown)
                            .collect(Collectors.joining("; "));
                case FileReport.Skipped skipped -> name + ": " + skipped.why();
              };
            })
        .toList();
  }

  private List<String> problems(ImportReport report) {
    return report.files().stream()
        .flatMap(
            file ->
                switch (file) {
                  case FileReport.Taken taken -> taken.problems().stream();
                  case FileReport.Refused refused -> refused.problems().stream();
                  case FileReport.Skipped skipped -> Stream.<Problem>empty();
                })
        .map(this::shown)
        .toList();
  }

  private String shown(Problem problem) {
    return problem.toString().substring(problem.file().getParent().toString().length() + 1);
  }

  private static List<String> notes(ImportReport report) {
    return report.files().stream()
        .flatMap(
            file ->
                switch (file) {
                  case FileReport.Taken taken -> taken.notes().stream();
                  case FileReport.Refused refused -> refused.notes().stream();
                  case FileReport.Skipped skipped -> Stream.<String>empty();
                })
        .toList();
  }
}
