package org.regards.report;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.history.Channel;
import org.regards.history.Interaction;
import org.regards.playbook.Plan;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;
import org.regards.triage.Move;

/**
 * To somebody of ours who was the target: what happened, what we decided, who takes over. It does
 * not repeat what was said.
 */
final class StaffNote {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

  private StaffNote() {}

  static Document of(CustomerFile file, Interaction incident, @Nullable StaffMember takesOver) {
    LocalDate day = LocalDate.ofInstant(incident.at(), ZoneOffset.UTC);
    StaffMember target = file.member(incident.staff()).orElseThrow();
    Plan plan = file.playbook().plan(file.today());
    Optional<StaffMember> above =
        Optional.ofNullable(takesOver)
            .or(() -> takingOver(file, incident))
            .or(() -> above(file, target, plan));
    List<Element> elements = new ArrayList<>();
    elements.add(new Element.Paragraph("Dear %s,".formatted(firstName(target))));
    elements.add(
        new Element.Paragraph(
            ("on %s a customer treated you in a way that nobody here has to put up with. It was not"
                    + " about you, and it is not held against you.")
                .formatted(DAY.format(day))));
    elements.add(new Element.Heading("What happened"));
    elements.add(
        Element.Facts.of(
            "when",
                DAY.format(day)
                    + incident.at().toString().substring(10, 16).replace("T", ", ")
                    + " UTC",
            "how", how(incident.channel()),
            "customer", file.dossier().customer().id().value(),
            "record", CustomerFile.record(incident)));
    elements.add(new Element.Heading("What the plan calls for"));
    elements.add(new Element.Paragraph(planned(file)));
    elements.add(new Element.Heading("Who takes over"));
    elements.add(
        new Element.Paragraph(
            above
                .map(
                    one ->
                        "%s is to take over from you %s. You need not answer this customer any more,"
                                .formatted(withTitle(one), until(day, file, plan))
                            + " whichever way they turn to you: pass on what comes.")
                .orElse(
                    "You need not answer this customer any more: pass on what comes to whoever"
                        + " leads your team.")));
    elements.add(new Element.Heading("If you want help"));
    elements.add(
        new Element.Items(
            List.of(
                above
                    .map(one -> "Talk with %s%s.".formatted(one.name(), reach(one)))
                    .orElse("Talk with whoever leads your team."),
                "Take a break when you need one, and say so when you want another kind of work for"
                    + " a while.",
                "Whether you ask for help is your own affair: it is never counted, and stands in"
                    + " no report about you.",
                "We quote what was said to you in a letter only if you agree.")));
    elements.add(new Element.Paragraph("Thank you for staying calm, and for telling us."));
    return Redaction.of(file)
        .of(
            new Document(
                "A note for " + target.name(), "", Papers.INTERNAL, file.today(), elements));
  }

  /** Whoever the task names. */
  private static Optional<StaffMember> takingOver(CustomerFile file, Interaction incident) {
    return file.tasks().stream()
        .filter(task -> task.order().kind() == TaskKind.TAKE_OVER)
        .filter(task -> task.order().causeRecord().equals(CustomerFile.record(incident)))
        .flatMap(
            task ->
                switch (task.order().doer()) {
                  case TaskOrder.Doer.Person one -> file.member(one.staff()).stream();
                  case TaskOrder.Doer.Anybody any -> file.playbook().first(any.role()).stream();
                })
        .findFirst();
  }

  private static String until(LocalDate day, CustomerFile file, Plan plan) {
    LocalDate due = day.plusDays(plan.duties().takeOverDays());
    return due.isAfter(file.today()) ? "by " + DAY.format(due) : "at once";
  }

  /** The first in the role that decides when the target's own may not. */
  private static Optional<StaffMember> above(CustomerFile file, StaffMember target, Plan plan) {
    Role role = plan.escalation().getOrDefault(target.role(), Role.SUPERVISOR);
    return file.playbook().staff().stream()
        .filter(one -> one.role() == role && !one.id().equals(target.id()))
        .findFirst();
  }

  /** Advice, and no promise: people decide. */
  private static String planned(CustomerFile file) {
    Move move = file.advice().move();
    return switch (move) {
      case Move.Hold ignored ->
          "That nothing goes to this customer until people above have decided how it goes on, with"
              + " advice from outside where it is needed.";
      case Move.Write write ->
          switch (write.letter()) {
            case COOLING_OFF ->
                "That we pause our correspondence with this customer and say what we expect.";
            case FAREWELL -> "That we end the relationship with this customer.";
            case REASSIGN -> "That somebody else looks after this customer from now on.";
            case EXPLANATION,
                EDUCATE,
                COMPROMISE,
                FAREWELL_CARD,
                THANK_YOU,
                INVITE,
                REFERRAL,
                PLATFORM_REQUEST ->
                "That what the customer asked for is answered by somebody else, and what happened"
                    + " to you is dealt with apart from it.";
          };
      case Move.Nothing ignored ->
          "That it is recorded as an incident, and that we pause our correspondence if it happens"
              + " again.";
    };
  }

  private static String how(Channel channel) {
    return switch (channel) {
      case EMAIL -> "by email";
      case PHONE -> "on the phone";
      case LETTER -> "by letter";
      case VISIT -> "face to face";
      case CHAT -> "in a chat";
      case SOCIAL -> "in public, on the web";
      case REVIEW -> "in a review";
    };
  }

  private static String firstName(StaffMember member) {
    return member.name().strip().split("\\s+")[0];
  }

  private static String withTitle(StaffMember member) {
    return member.title().isBlank() ? member.name() : member.name() + ", " + member.title() + ",";
  }

  private static String reach(StaffMember member) {
    String reach = member.phone().isBlank() ? member.email() : member.phone();
    return reach.isBlank() ? "" : ", " + reach;
  }
}
