package org.regards.cli;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.regards.approval.Approvals;
import org.regards.approval.Counsel;
import org.regards.approval.Exceptions;
import org.regards.approval.HandOvers;
import org.regards.approval.WaitingLetters;
import org.regards.audit.AuditTrail;
import org.regards.doctor.Doctor;
import org.regards.erasure.Erasures;
import org.regards.history.Dossiers;
import org.regards.history.EvidenceRoom;
import org.regards.hold.Holds;
import org.regards.hold.TakeOvers;
import org.regards.intake.Import;
import org.regards.letter.Composer;
import org.regards.letter.Drafts;
import org.regards.letter.LetterCode;
import org.regards.letter.LetterFiles;
import org.regards.mail.MailForm;
import org.regards.mailbox.Filing;
import org.regards.mailbox.Mailbox;
import org.regards.mailbox.Mailroom;
import org.regards.outbox.Addressees;
import org.regards.outbox.BouncedAddresses;
import org.regards.outbox.Outbox;
import org.regards.outbox.PrintRuns;
import org.regards.outcome.Answers;
import org.regards.outcome.Cases;
import org.regards.pdf.CardSpecimen;
import org.regards.pdf.EnvelopePrinter;
import org.regards.pdf.LabelPrinter;
import org.regards.pdf.PdfPrinter;
import org.regards.playbook.Business;
import org.regards.playbook.Playbooks;
import org.regards.report.Papers;
import org.regards.report.Reports;
import org.regards.review.Reviews;
import org.regards.task.IncidentDesk;
import org.regards.task.Tasks;

/** The program opened for one command line: its verbs. Whoever opens it closes it. */
public interface House extends AutoCloseable {
  Import intake();

  Dossiers dossiers();

  Composer composer();

  Drafts drafts();

  /** What goes with letters. */
  LetterFiles letterFiles();

  Outbox outbox();

  /** What is added to emails; reads keys. */
  MailForm mailForm();

  Approvals approvals();

  WaitingLetters waitingLetters();

  Counsel counsel();

  HandOvers handOvers();

  Exceptions exceptions();

  Playbooks playbooks();

  IncidentDesk incidents();

  /** What was seen on the web. */
  EvidenceRoom evidence();

  Papers papers();

  Reports reports();

  Holds holds();

  TakeOvers takeOvers();

  Tasks tasks();

  Cases cases();

  Answers answers();

  Erasures erasures();

  AuditTrail auditTrail();

  Reviews reviews();

  PrintRuns printRuns();

  /** Knows our letters by the store, or by their form alone where there is no store. */
  Mailroom mailroom();

  /** Looks whether mail can leave and is believed. */
  Doctor doctor();

  /** Files messages that come in. */
  Filing filing();

  /** Empty where none is set. */
  Optional<Mailbox> mailbox();

  BouncedAddresses bouncedAddresses();

  /** Prints without keeping a record of it. */
  PdfPrinter printer();

  CardSpecimen specimen();

  /** Reads the codes on letters that came back. */
  LetterCode letterCode();

  Addressees addressees();

  EnvelopePrinter envelopes();

  LabelPrinter labels();

  InstantSource clock();

  /** The business of the settings. */
  Business business();

  /** The folder that letters are written to. */
  Path lettersFolder();

  @Override
  void close();

  /** Opens the house; each command does so when it begins, so that help needs no store. */
  @FunctionalInterface
  interface Door {
    House open(HouseOptions options);
  }
}
