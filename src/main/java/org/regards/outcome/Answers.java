package org.regards.outcome;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.customer.UnknownCustomerException;
import org.regards.history.CaseId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.history.PastLetter;
import org.regards.history.PolicyId;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.UnknownStaffException;
import org.regards.store.Database;
import org.regards.task.Task;

/** Keeps what customers answer to invitations, with what it is about. */
public final class Answers {
  private static final int SHOWN_NEAR = 3;

  private final Database database;

  public Answers(Database database) {
    this.database = database;
  }

  /**
   * Keeps what a customer said, and hands it to the owner as a task.
   *
   * @param cause a case of the customer's, or the policy that it is about
   * @throws UnknownCustomerException when there is no such customer
   * @throws UnknownStaffException when whoever took it is not here
   */
  public Answering keep(
      CustomerId customer, String letter, String cause, String words, StaffId by, Instant now) {
    return database.write(
        handle -> {
          Playbook playbook = playbook(handle, by);
          Dossier dossier = dossier(handle, customer, now);
          if (!isInvitation(letter, dossier)) {
            return new Answering.NoInvitation(letter, invitations(dossier));
          }
          Optional<String> about = record(cause, dossier, playbook);
          if (about.isEmpty()) {
            return new Answering.UnknownCause(cause, causes(dossier, playbook));
          }
          Answer answer =
              new Answer(letter, customer, Answer.Kind.SAID, about.get(), words, by, now);
          new AnswerDao(handle).insert(answer);
          Optional<Task> task =
              MendCause.open(handle, customer, about.get(), words, by, dossier.today(), now);
          AuditTrail.add(handle, now, deed(answer, about.get()));
          return new Answering.Kept(answer, task);
        });
  }

  /**
   * Keeps that a customer does not want to be invited again; nobody invites them from now on.
   *
   * @throws UnknownCustomerException when there is no such customer
   * @throws UnknownStaffException when whoever took it is not here
   */
  public Answering optOut(CustomerId customer, String letter, StaffId by, Instant now) {
    return database.write(
        handle -> {
          playbook(handle, by);
          Dossier dossier = dossier(handle, customer, now);
          if (!isInvitation(letter, dossier)) {
            return new Answering.NoInvitation(letter, invitations(dossier));
          }
          Answer answer = new Answer(letter, customer, Answer.Kind.OPTED_OUT, "", "", by, now);
          new AnswerDao(handle).insert(answer);
          AuditTrail.add(handle, now, deed(answer, "wants no more invitations"));
          return new Answering.Kept(answer, Optional.empty());
        });
  }

  /** All of a customer, oldest first. */
  public List<Answer> of(CustomerId customer) {
    return database.read(handle -> new AnswerDao(handle).of(customer));
  }

  /** All, oldest first. */
  public List<Answer> all() {
    return database.read(handle -> new AnswerDao(handle).all());
  }

  private static boolean isInvitation(String letter, Dossier dossier) {
    return invitations(dossier).contains(letter);
  }

  private static List<String> invitations(Dossier dossier) {
    return dossier.letters().stream()
        .filter(letter -> letter.type().equals(LetterKind.INVITE.word()))
        .map(PastLetter::letter)
        .toList();
  }

  private static Optional<String> record(String cause, Dossier dossier, Playbook playbook) {
    String key = cause.replaceFirst("^(case|policy)/", "").strip();
    if (key.isEmpty()) {
      return Optional.empty();
    }
    return dossier
        .caseFile(new CaseId(key))
        .map(file -> "case/" + file.id())
        .or(
            () ->
                playbook
                    .policy(new PolicyId(key), dossier.today())
                    .map(one -> "policy/" + one.id()));
  }

  private static List<String> causes(Dossier dossier, Playbook playbook) {
    return Stream.concat(
            dossier.cases().stream().map(file -> file.id().value()),
            playbook.policyIds(dossier.today()).stream().map(PolicyId::value))
        .toList();
  }

  private static Playbook playbook(Handle handle, StaffId by) {
    Playbook playbook = Playbooks.load(handle);
    playbook.required(by);
    return playbook;
  }

  private static Dossier dossier(Handle handle, CustomerId customer, Instant now) {
    return Dossiers.load(handle, List.of(customer), now).stream()
        .findFirst()
        .orElseThrow(
            () ->
                new UnknownCustomerException(
                    customer, new CustomerDao(handle).near(customer.value(), SHOWN_NEAR)));
  }

  private static Deed deed(Answer answer, String because) {
    return new Deed(
        Actor.of(answer.takenBy()),
        Act.RECORDED,
        "letter/" + answer.letter(),
        answer.customer(),
        because);
  }
}
