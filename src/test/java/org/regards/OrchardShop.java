package org.regards;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.regards.approval.ApprovalOutcome;
import org.regards.approval.Approvals;
import org.regards.approval.Approving;
import org.regards.approval.Clearance;
import org.regards.approval.Counsel;
import org.regards.approval.Exceptions;
import org.regards.approval.HandOvers;
import org.regards.approval.LetterReview;
import org.regards.approval.Waiting;
import org.regards.approval.WaitingLetters;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.customer.CustomerId;
import org.regards.customer.PostalAddress;
import org.regards.customer.StaffId;
import org.regards.document.Cell;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.HtmlPage;
import org.regards.document.Table;
import org.regards.erasure.Erasures;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.EvidenceRoom;
import org.regards.hold.HoldKind;
import org.regards.hold.HoldOrder;
import org.regards.hold.Holding;
import org.regards.hold.Holds;
import org.regards.hold.TakeOvers;
import org.regards.intake.Orchard;
import org.regards.letter.Composer;
import org.regards.letter.Composition;
import org.regards.letter.Drafting;
import org.regards.letter.Drafts;
import org.regards.letter.Letter;
import org.regards.letter.LetterId;
import org.regards.letter.LetterRequest;
import org.regards.letter.LetterText;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.outcome.Answers;
import org.regards.outcome.Cases;
import org.regards.playbook.Business;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.report.Papers;
import org.regards.report.Period;
import org.regards.report.ReportKind;
import org.regards.report.Reports;
import org.regards.review.Reviews;
import org.regards.store.Database;
import org.regards.store.StoreLocation;
import org.regards.task.IncidentDesk;
import org.regards.task.Tasks;
import org.regards.template.TemplateFolder;
import org.regards.triage.Advisor;
import org.regards.triage.Recommendation;

/** The sample business with all its parts, on a store of its own and on one day. */
final class OrchardShop implements AutoCloseable {
  static final Instant NOW = Orchard.NOW;
  static final LocalDate TODAY = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
  static final Business BUSINESS =
      new Business(
          "Orchard",
          new PostalAddress("1 Orchard Lane", "York", "", "YO1 7HD", "GB"),
          "hello@orchard.example",
          "+44 20 7946 0100",
          "orchard.example",
          "en");
  private static final Composer COMPOSER =
      new Composer(
          TemplateFolder.open(List.of(Path.of("templates")), TemplateFolder.TIME_LIMIT), BUSINESS);

  final Path folder;
  final Path file;
  final Database database;
  final Dossiers dossiers;
  final Playbooks playbooks;
  final Drafts drafts;
  final Counsel counsel;
  final Approvals approvals;
  final Exceptions exceptions;
  final HandOvers handOvers;
  final Holds holds;
  final TakeOvers takeOvers;
  final Tasks tasks;
  final IncidentDesk incidents;
  final Cases cases;
  final Answers answers;
  final EvidenceRoom evidence;
  final Erasures erasures;
  final AuditTrail trail;
  final Papers papers;
  final Reports reports;
  final Reviews reviews;
  private Instant now = NOW;

  private OrchardShop(Path folder, Path file) {
    this.folder = folder;
    this.file = file;
    this.database = Database.open(StoreLocation.of(file.toString()));
    this.dossiers = new Dossiers(database);
    this.playbooks = new Playbooks(database);
    this.drafts = new Drafts(database, dossiers, playbooks, () -> COMPOSER, this::now);
    this.counsel = new Counsel(database, drafts, playbooks, this::now);
    this.reviews = new Reviews(database, drafts, dossiers, playbooks, BUSINESS, counsel);
    this.approvals = approvals(reviews::of);
    this.exceptions = new Exceptions(database, this::now);
    this.handOvers = new HandOvers(database, this::now);
    this.holds = new Holds(database, playbooks, dossiers);
    this.takeOvers = new TakeOvers(database, playbooks, holds);
    this.tasks = new Tasks(database, playbooks);
    this.incidents = new IncidentDesk(database, playbooks);
    this.cases = new Cases(database);
    this.answers = new Answers(database);
    this.evidence = new EvidenceRoom(database, folder.resolve("evidence"));
    this.erasures = new Erasures(database, playbooks, evidence, folder);
    this.trail = new AuditTrail(database);
    this.papers = new Papers(dossiers, playbooks, evidence, holds, tasks, counsel, trail);
    this.reports = new Reports(database, dossiers, playbooks);
  }

  /** Imports the business once; copies of the file are opened from then on. */
  static Path imported(Path folder) {
    Orchard.store(folder).close();
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".db"))
          .findFirst()
          .orElseThrow(() -> new AssertionError("no store in " + folder));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A shop on a copy of an imported store. */
  static OrchardShop copyOf(Path imported, Path folder) {
    try {
      Files.createDirectories(folder);
      return new OrchardShop(folder, Files.copy(imported, folder.resolve("regards.db")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  Approvals approvals(LetterReview review) {
    return new Approvals(database, drafts, dossiers, playbooks, review, this::now);
  }

  Instant now() {
    return now;
  }

  /** From here on it is this moment. */
  void becomes(Instant moment) {
    this.now = moment;
  }

  Terminal terminal() {
    return new Terminal(file, folder.resolve("letters"));
  }

  void change(String sql, Object... values) {
    int rows = database.write(handle -> handle.execute(sql, values));
    if (rows == 0) {
      throw new AssertionError("changes nothing: " + sql);
    }
  }

  Playbook playbook() {
    return playbooks.load();
  }

  Dossier dossier(String customer) {
    return dossier(customer, now);
  }

  Dossier dossier(String customer, Instant asOf) {
    return dossiers.of(new CustomerId(customer), asOf).orElseThrow();
  }

  Recommendation advise(String customer) {
    return advise(customer, now);
  }

  Recommendation advise(String customer, Instant asOf) {
    return new Advisor(playbook(), playbooks.spoken()).advise(dossier(customer, asOf));
  }

  /** A letter by Maria Keller; inputs as {@code offer=26.00}. */
  LetterId compose(String customer, LetterType type, String... inputs) {
    return composeBy("mk", customer, type, inputs);
  }

  LetterId composeBy(String author, String customer, LetterType type, String... inputs) {
    return switch (drafting(author, customer, type, inputs)) {
      case Drafting.Drafted drafted -> drafted.letter().id();
      case Drafting.NotDrafted not -> throw new AssertionError(not.why().toString());
    };
  }

  /** Why there is no letter. */
  String refusal(String customer, LetterType type, String... inputs) {
    return drafting("mk", customer, type, inputs) instanceof Drafting.NotDrafted not
            && not.why() instanceof Composition.Unfit unfit
        ? String.join("\n", unfit.reasons())
        : "";
  }

  private Drafting drafting(String author, String customer, LetterType type, String... inputs) {
    Map<String, String> values = new HashMap<>();
    for (String input : inputs) {
      String[] nameAndValue = input.split("=", 2);
      values.put(nameAndValue[0], nameAndValue[1]);
    }
    return drafts.compose(
        new CustomerId(customer),
        new LetterRequest(type, null, null, null, null, values),
        now,
        Actor.of(new StaffId(author)));
  }

  Letter letter(LetterId id) {
    return drafts.get(id).letter();
  }

  String text(LetterId id) {
    return LetterText.of(letter(id));
  }

  boolean says(LetterId id, PartName part) {
    return letter(id).parts().stream().anyMatch(one -> one.name() == part);
  }

  ApprovalOutcome approve(LetterId id, String by, String because) {
    return approve(approvals, id, by, because);
  }

  static ApprovalOutcome approve(Approvals approvals, LetterId id, String by, String because) {
    List<ApprovalOutcome> told = new ArrayList<>();
    approvals.approve(List.of(id), new Approving(new StaffId(by), because, ""), told::add);
    return told.getFirst();
  }

  /** Why somebody cannot let a letter go; empty when they can. */
  String withheld(LetterId id, String by) {
    return database.read(
        handle ->
            String.join(
                "",
                Clearance.withheld(handle, List.of(id), Actor.of(new StaffId(by)), now).values()));
  }

  Waiting waiting(LetterId id) {
    return new WaitingLetters(database, this::now).of(List.of(id)).getFirst();
  }

  Holding hold(String customer, HoldKind kind, String by, LocalDate due) {
    StaffId staff = new StaffId(by);
    return holds.set(
        new HoldOrder(
            new CustomerId(customer), kind, "", "it must be", staff, staff, due, Set.of()),
        now);
  }

  /** The tasks of a customer as {@code kind for doer by day}, open and done. */
  List<String> tasks(String customer) {
    return tasks.of(new CustomerId(customer)).stream()
        .map(
            task ->
                "%s for %s by %s"
                    .formatted(task.order().kind().word(), task.order().doer(), task.order().due()))
        .toList();
  }

  Papers.Writer writer(String staff) {
    return new Papers.Writer(new StaffId(staff), now);
  }

  Document report(ReportKind kind) {
    return reports.make(kind, Period.yearTo(TODAY), now);
  }

  /** The rows of a table of a document, cells apart by a bar. */
  static List<String> rows(Document document, String table) {
    for (Element element : document.elements()) {
      if (element instanceof Table found && found.name().equals(table)) {
        return found.rows().stream()
            .map(row -> String.join("|", row.stream().map(OrchardShop::cell).toList()))
            .toList();
      }
    }
    throw new AssertionError("no table " + table);
  }

  private static String cell(Cell cell) {
    return switch (cell) {
      case Cell.Words words -> words.text();
      case Cell.Count count -> Long.toString(count.value());
      case Cell.Percent percent -> percent.value().toPlainString() + " %";
    };
  }

  static String page(Document document) {
    return HtmlPage.of(document);
  }

  @Override
  public void close() {
    database.close();
  }
}
