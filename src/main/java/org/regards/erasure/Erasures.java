package org.regards.erasure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.approval.LegalKeeping;
import org.regards.audit.Act;
import org.regards.audit.Actor;
import org.regards.audit.AuditTrail;
import org.regards.audit.Deed;
import org.regards.customer.Customer;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.ErasureDao;
import org.regards.customer.ErasureDao.Tombstone;
import org.regards.customer.StaffId;
import org.regards.customer.UnknownCustomerException;
import org.regards.history.EvidenceRoom;
import org.regards.hold.Hold;
import org.regards.hold.HoldDao;
import org.regards.language.RegardsException;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.playbook.StaffMember;
import org.regards.store.Database;

/**
 * Erases a person (GDPR Art. 17), unless a legal hold keeps what is on record, or a court may still
 * ask for it.
 */
public final class Erasures {
  private static final Set<Role> ERASERS = Set.of(Role.MANAGER, Role.OWNER);
  private static final int SHOWN_NEAR = 3;

  private final Database database;
  private final Playbooks playbooks;
  private final EvidenceRoom evidence;
  private final LettersFolder letters;

  /**
   * @param letters the folder that letters and papers are written to
   */
  public Erasures(Database database, Playbooks playbooks, EvidenceRoom evidence, Path letters) {
    this.database = database;
    this.playbooks = playbooks;
    this.evidence = evidence;
    this.letters = new LettersFolder(letters);
  }

  /**
   * Erases a customer, all in one transaction; then the files that hold only their letters.
   *
   * @throws UnknownCustomerException when there is no such customer
   */
  public Erasing erase(CustomerId customer, StaffId by, String reason, Instant now) {
    Playbook playbook = playbooks.load();
    Optional<Erasing> refused = refused(playbook, by);
    if (refused.isPresent()) {
      return refused.get();
    }
    Erasing erasing =
        database.write(handle -> erase(handle, new Tombstone(customer, by, now, reason), playbook));
    return erasing instanceof Erasing.Erased erased
        ? new Erasing.Erased(tidied(withoutFiles(erased.report())))
        : erasing;
  }

  /** Says what {@link #erase} would do, and changes nothing. */
  public Erasing tryOut(CustomerId customer, StaffId by, String reason, Instant now) {
    Playbook playbook = playbooks.load();
    Optional<Erasing> refused = refused(playbook, by);
    if (refused.isPresent()) {
      return refused.get();
    }
    try {
      return database.write(
          handle -> {
            Erasing erasing = erase(handle, new Tombstone(customer, by, now, reason), playbook);
            if (erasing instanceof Erasing.Erased erased) {
              throw new TriedOut(erased.report());
            }
            return erasing;
          });
    } catch (TriedOut undone) {
      return new Erasing.WouldErase(undone.report);
    }
  }

  private static Optional<Erasing> refused(Playbook playbook, StaffId by) {
    StaffMember member = playbook.required(by);
    return ERASERS.contains(member.role())
        ? Optional.empty()
        : Optional.of(new Erasing.NotAllowed(ERASERS));
  }

  private Erasing erase(Handle handle, Tombstone tombstone, Playbook playbook) {
    CustomerId customer = tombstone.customer();
    CustomerDao customers = new CustomerDao(handle);
    // A hold that is set at the same time waits here, or this waits for it and sees it.
    customers.lock(customer);
    Customer known =
        customers
            .find(customer)
            .orElseThrow(
                () ->
                    new UnknownCustomerException(
                        customer, customers.near(customer.value(), SHOWN_NEAR)));
    Optional<String> named = Reason.names(known, tombstone.reason());
    if (named.isPresent()) {
      return new Erasing.ReasonNames(named.get());
    }
    Optional<Hold> legal =
        new HoldDao(handle)
            .of(customer).stream().filter(hold -> hold.stopsErasure(tombstone.at())).findFirst();
    if (legal.isPresent()) {
      return new Erasing.KeptBy(legal.get());
    }
    Optional<String> kept = LegalKeeping.reason(handle, customer, playbook, tombstone.at());
    if (kept.isPresent()) {
      return new Erasing.KeptFor(kept.get());
    }
    LeftFilesDao files = new LeftFilesDao(handle);
    List<Path> own = new ArrayList<>(files.own(customer));
    evidence.pictures(handle, customer).stream().filter(Files::isRegularFile).forEach(own::add);
    own.addAll(letters.own(customer, files.letters(customer)));
    List<String> others = new ArrayList<>(files.others(customer));
    others.addAll(letters.others(own));
    ErasureDao erasures = new ErasureDao(handle);
    // What came in since they were erased first goes, too.
    if (erasures.find(customer).isEmpty()) {
      erasures.insert(tombstone);
    }
    Map<String, Integer> rows = new PersonDao(handle).erase(tombstone);
    // About nobody: the row would otherwise bring a key of the customer back.
    AuditTrail.add(
        handle,
        tombstone.at(),
        new Deed(
            Actor.of(tombstone.by()),
            Act.ERASED,
            "customer/" + customer,
            null,
            tombstone.reason()));
    return new Erasing.Erased(new ErasureReport(rows, own, others));
  }

  /** After the transaction: what cannot be removed now is named for a person to remove. */
  private static ErasureReport withoutFiles(ErasureReport report) {
    List<Path> removed = new ArrayList<>();
    List<String> byHand = new ArrayList<>(report.byHand());
    for (Path file : report.files()) {
      try {
        Files.deleteIfExists(file);
        removed.add(file);
      } catch (IOException failure) {
        byHand.add("%s could not be removed: %s".formatted(file, failure.getMessage()));
      }
    }
    return new ErasureReport(report.rows(), removed, byHand);
  }

  /** The words are out of the tables by now; a failure here must not say otherwise. */
  private ErasureReport tidied(ErasureReport report) {
    String left;
    try {
      if (database.tidy()) {
        return report;
      }
      left = "another program reads it";
    } catch (RegardsException failure) {
      left = String.valueOf(failure.getMessage());
    }
    List<String> byHand = new ArrayList<>(report.byHand());
    byHand.add(
        "erased words are still in the files of the store (%s): run the same erase again later"
            .formatted(left));
    return new ErasureReport(report.rows(), report.files(), byHand);
  }

  /** Undoes the transaction that has tried it. */
  private static final class TriedOut extends RuntimeException {
    private final transient ErasureReport report;

    TriedOut(ErasureReport report) {
      this.report = report;
    }
  }
}
