package org.regards.report;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.regards.audit.Act;
import org.regards.audit.AuditEntry;
import org.regards.audit.Deed;
import org.regards.customer.Customer;
import org.regards.document.Cell;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.history.CaseFile;
import org.regards.history.Fault;
import org.regards.history.IncidentVerdict;
import org.regards.history.Interaction;
import org.regards.hold.Hold;
import org.regards.playbook.Policy;
import org.regards.playbook.Role;
import org.regards.task.Task;

/** What counsel reads first: all that happened, in the words it was said in. */
final class LegalBrief {
  private final CustomerFile file;
  private final List<Element> elements = new ArrayList<>();

  private LegalBrief(CustomerFile file) {
    this.file = file;
  }

  static Document of(CustomerFile file) {
    LegalBrief brief = new LegalBrief(file);
    brief.customer();
    brief.inShort();
    brief.said();
    brief.elements.add(new Element.Heading("Open questions"));
    brief.elements.add(new Element.Checks(brief.questions()));
    if (!file.seen().isEmpty()) {
      brief.elements.add(new Element.Heading("Seen on the web"));
      brief.elements.add(SeenOnTheWeb.table(file.seen()));
    }
    brief.cases();
    brief.elements.add(new Element.Heading("Timeline"));
    brief.elements.add(Timeline.of(file));
    brief.holds();
    brief.deeds();
    return Redaction.of(file)
        .of(
            new Document(
                "Legal brief", file.whom(), Papers.INTERNAL, file.today(), brief.elements));
  }

  private void customer() {
    Customer customer = file.dossier().customer();
    elements.add(
        Element.Facts.of(
            "customer", file.whom(),
            "organisation", customer.organisation(),
            "country", customer.address().country(),
            "with us since", customer.since() == null ? "" : customer.since().toString(),
            "account manager", file.who(customer.accountManager()),
            "status", customer.status().word(),
            "as of", CustomerFile.moment(file.dossier().asOf())));
  }

  private void inShort() {
    elements.add(new Element.Heading("In short"));
    elements.add(
        new Element.Paragraph(
            "The history shows: %s. It calls for: %s.%s"
                .formatted(
                    file.advice().sign().words(),
                    file.advice().move().word(),
                    file.advice().approvers().isEmpty()
                        ? ""
                        : " Whose word is needed: %s."
                            .formatted(
                                file.advice().approvers().stream()
                                    .sorted()
                                    .map(Role::word)
                                    .collect(joining(", "))))));
    if (!file.advice().guards().isEmpty()) {
      elements.add(new Element.Items(file.advice().guards()));
    }
  }

  private void said() {
    List<Interaction> threats = file.incidents().stream().filter(CustomerFile::isThreat).toList();
    List<Interaction> others =
        file.incidents().stream().filter(contact -> !CustomerFile.isThreat(contact)).toList();
    elements.add(new Element.Heading("Threats, word for word"));
    quote(threats);
    if (!others.isEmpty()) {
      elements.add(new Element.Heading("Other incidents, word for word"));
      quote(others);
    }
  }

  private void quote(List<Interaction> contacts) {
    if (contacts.isEmpty()) {
      elements.add(new Element.Remark("None."));
    }
    for (Interaction contact : contacts) {
      elements.add(new Element.Quote(Redaction.words(contact), source(contact)));
    }
  }

  private String source(Interaction contact) {
    String by =
        file.verdict(contact)
            .filter(verdict -> !Redaction.isReport(contact))
            .map(LegalBrief::said)
            .orElse("no person has confirmed it yet");
    return "%s, %s, %s, taken by %s. %s: %s."
        .formatted(
            CustomerFile.record(contact),
            contact.channel().word(),
            CustomerFile.moment(contact.at()),
            file.who(contact.staff()),
            CustomerFile.classes(contact).map(tag -> tag.word()).collect(joining(", ")),
            Redaction.isReport(contact) ? "as reported to us" : by);
  }

  private static String said(IncidentVerdict verdict) {
    return "%s by %s on %s%s"
        .formatted(
            verdict.confirmed() ? "confirmed" : "denied",
            verdict.by(),
            CustomerFile.moment(verdict.at()),
            verdict.reason().isBlank() ? "" : ", " + verdict.reason());
  }

  /** What the records leave open, then what only counsel can say. */
  private List<String> questions() {
    List<String> questions = new ArrayList<>();
    for (Interaction contact : file.incidents()) {
      if (file.verdict(contact).isEmpty()) {
        questions.add(
            "%s is marked as %s: does a person confirm it?"
                .formatted(
                    CustomerFile.record(contact),
                    CustomerFile.classes(contact).map(tag -> tag.word()).collect(joining(", "))));
      }
    }
    for (CaseFile one : file.dossier().cases()) {
      if (one.isPending()) {
        questions.add(
            "case/%s (%s) is %s: what do we owe, and by when?"
                .formatted(one.id(), one.about(), one.state().word()));
      }
      if (one.fault() == Fault.UNKNOWN) {
        questions.add("case/%s: whose fault was it?".formatted(one.id()));
      }
    }
    questions.add("May we write to the customer before you have answered, and what?");
    questions.add("Must anything be kept that would otherwise be erased?");
    questions.add("Is anybody else to be told: insurer, police, the site that a post stands on?");
    return questions;
  }

  private void cases() {
    elements.add(new Element.Heading("Cases"));
    elements.add(
        new Table(
            "cases",
            "",
            Table.columns("case", "opened", "about", "asked", "policy", "fault", "state"),
            file.dossier().cases().stream().map(this::row).toList()));
  }

  private List<Cell> row(CaseFile one) {
    String asked =
        one.askedAmount() == null
            ? one.asked()
            : "%s, %s".formatted(one.asked(), one.askedAmount());
    String granted = one.grantedAmount() == null ? "" : ", " + one.grantedAmount();
    return List.of(
        Cell.of(one.id().value()),
        Cell.of(one.opened().toString()),
        Cell.of(one.about() + (one.order() == null ? "" : ", order " + one.order())),
        Cell.of(asked),
        Cell.of(policy(one)),
        Cell.of(one.fault().word()),
        Cell.of(one.state().word() + granted));
  }

  /** The version in force on the day of the case, and whether the customer could read it. */
  private String policy(CaseFile one) {
    if (one.policy() == null) {
      return "none named";
    }
    Policy policy = file.playbook().policy(one.policy(), one.opened()).orElse(null);
    return policy == null
        ? one.policy() + ", not in the playbook"
        : "%s v%d, %s"
            .formatted(
                policy.id(),
                policy.version(),
                policy.published() == null ? "internal" : "published " + policy.published());
  }

  private void holds() {
    elements.add(new Element.Heading("Holds"));
    elements.add(
        new Table(
            "holds",
            "",
            Table.columns("hold", "since", "what", "because", "owner", "due", "lifted"),
            file.holds().stream().map(this::row).toList()));
    if (!file.tasks().isEmpty()) {
      elements.add(new Element.Heading("Tasks"));
      elements.add(
          new Table(
              "tasks",
              "",
              Table.columns("task", "what", "who", "due", "cause", "done"),
              file.tasks().stream().map(LegalBrief::row).toList()));
    }
  }

  private List<Cell> row(Hold hold) {
    Hold.Lift lift = hold.lifted();
    boolean standing = hold.isActive(file.dossier().asOf());
    return List.of(
        Cell.of(hold.id().toString()),
        Cell.of(CustomerFile.moment(hold.heldAt())),
        Cell.of(hold.kind().words()),
        Cell.of(hold.because()),
        Cell.of(hold.owner().value()),
        Cell.of(hold.due().toString()),
        Cell.of(
            lift == null
                ? standing ? "no" : "ended by its date"
                : "%s, by %s: %s"
                    .formatted(CustomerFile.moment(lift.at()), lift.by(), lift.reason())));
  }

  private static List<Cell> row(Task task) {
    Task.Done done = task.done();
    return List.of(
        Cell.of(task.id().toString()),
        Cell.of(task.order().kind().words()),
        Cell.of(task.order().doer().toString()),
        Cell.of(task.order().due().toString()),
        Cell.of(task.order().causeRecord()),
        Cell.of(
            done == null
                ? "open"
                : "%s, by %s".formatted(CustomerFile.moment(done.at()), done.by().name())));
  }

  private void deeds() {
    List<List<Cell>> done = new ArrayList<>();
    for (AuditEntry entry : file.trail()) {
      Deed deed = entry.deed();
      if (deed != null && deed.act() != Act.READ && isOpen(deed)) {
        done.add(
            List.of(
                Cell.of(CustomerFile.moment(entry.at())),
                Cell.of(deed.actor().name()),
                Cell.of(deed.act().word()),
                Cell.of(deed.record()),
                Cell.of(isOfReport(deed) ? Redaction.WITHHELD : deed.because())));
      }
    }
    elements.add(new Element.Heading("What we did"));
    elements.add(
        new Table(
            "deeds",
            "From the audit trail; calls and letters of ours stand in the timeline.",
            Table.columns("when", "who", "did", "record", "because"),
            done));
  }

  /** Nobody's asking for help stands in a paper. */
  private boolean isOpen(Deed deed) {
    return !deed.record().startsWith("task/")
        || file.tasks().stream().anyMatch(task -> task.id().record().equals(deed.record()));
  }

  private boolean isOfReport(Deed deed) {
    return file.dossier().interactions().stream()
        .filter(Redaction::isReport)
        .anyMatch(contact -> CustomerFile.record(contact).equals(deed.record()));
  }
}
