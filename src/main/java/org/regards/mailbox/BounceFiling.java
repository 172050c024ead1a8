package org.regards.mailbox;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Actor;
import org.regards.customer.CustomerDao;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.letter.LetterHead;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterType;
import org.regards.outbox.AddressFault;
import org.regards.outbox.Arrivals;
import org.regards.outbox.BadAddress;
import org.regards.outbox.BounceStop;
import org.regards.outbox.BouncedAddresses;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.playbook.Role;
import org.regards.store.Database;
import org.regards.task.Task;
import org.regards.task.TaskDao;
import org.regards.task.TaskKind;
import org.regards.task.TaskOrder;

/** Files the report that a letter of ours did not arrive, and gives it to somebody to see to. */
final class BounceFiling {
  /**
   * Codes of Microsoft 365 for a sender of its own: not allowed to send as this sender, too much
   * sent, sent from a place that it does not take mail from, for a domain that is not registered.
   */
  private static final Set<StatusCode> OF_OUR_PROVIDER =
      Set.of(
          new StatusCode(5, 7, 60),
          new StatusCode(5, 7, 705),
          new StatusCode(5, 7, 708),
          new StatusCode(5, 7, 750));

  private final Token.Known known;
  private final Reported reported;
  private final String source;
  private final String fingerprint;
  private final Actor by;

  /**
   * @param source the Message-ID of the report, or empty
   */
  BounceFiling(Token.Known known, Reported reported, String source, String fingerprint, Actor by) {
    this.known = known;
    this.reported = reported;
    this.source = ReplyText.line(source);
    this.fingerprint = fingerprint;
    this.by = by;
  }

  Filed file(Database database, Instant now) {
    return database.writePatiently(handle -> file(handle, now));
  }

  private Filed file(Handle handle, Instant now) {
    LetterId id = known.letter().letter();
    LetterStamp stamp = LetterStamp.of(handle, List.of(id)).get(id);
    String words = "%s (%s)".formatted(reported.reason().words(), reported.status());
    if (stamp == null
        || !Arrivals.bounced(handle, known.messageId(), reported.reason().word(), words, by, now)) {
      return new Filed.Before();
    }
    LetterHead head = stamp.head();
    CustomerId customer = head.recipient().customer();
    Optional<AddressFault> fault = fault();
    fault.ifPresent(
        one ->
            BouncedAddresses.mark(
                handle,
                new BadAddress(
                    customer,
                    known.letter().recipient(),
                    one,
                    reported.status().toString(),
                    id,
                    source,
                    now)));
    boolean stopped =
        ours()
            .map(
                proof ->
                    BounceStop.weigh(
                        handle,
                        new BounceStop.Fault(id, reported.reason().word(), words, proof),
                        now))
            .orElse(false);
    Task task = new TaskDao(handle).open(order(handle, id, head, words, now), by, now);
    new FiledMailDao(handle).add(fingerprint, customer, "bounce", id, now);
    return new Filed.Bounced(
        id, customer, reported.reason(), reported.status(), fault.isPresent(), stopped, task.id());
  }

  /** What makes the address itself useless; a full mailbox or a policy may pass. */
  private Optional<AddressFault> fault() {
    if (!reported.status().isPermanent()) {
      return Optional.empty();
    }
    return switch (reported.reason()) {
      case NO_SUCH_USER -> Optional.of(AddressFault.NO_SUCH_USER);
      case NO_SUCH_DOMAIN -> Optional.of(AddressFault.NO_SUCH_DOMAIN);
      case MOVED -> Optional.of(AddressFault.MOVED);
      case DISABLED -> Optional.of(AddressFault.DISABLED);
      case MAILBOX_FULL,
          TOO_BIG,
          SPAM,
          REPUTATION,
          AUTHENTICATION,
          POLICY,
          RATE_LIMITED,
          GREYLISTED,
          RESTRICTED,
          RELAY,
          LOOP,
          TIMEOUT,
          UNREACHABLE,
          SERVER_TROUBLE,
          VIRUS,
          CONTENT,
          MALFORMED,
          UNKNOWN ->
          Optional.empty();
    };
  }

  /** When it is our own fault: who must have said so before nothing leaves any more. */
  private Optional<BounceStop.Proof> ours() {
    if (OF_OUR_PROVIDER.contains(reported.status())) {
      return Optional.of(BounceStop.Proof.OUR_PROVIDER);
    }
    if (!reported.status().isPermanent() || !reported.reason().isOurs() || isSentOn()) {
      return Optional.empty();
    }
    return Optional.of(
        reported.reason() == Reason.AUTHENTICATION
            ? BounceStop.Proof.CUSTOMERS
            : BounceStop.Proof.DOMAINS);
  }

  /** Forwarding breaks what proves that a message is ours, and we cannot mend that. */
  private boolean isSentOn() {
    return !reported.address().isEmpty()
        && !domain(reported.address()).equals(domain(known.letter().recipient()));
  }

  private static String domain(String address) {
    String key = Addresses.key(address);
    return key.substring(key.lastIndexOf('@') + 1);
  }

  private TaskOrder order(Handle handle, LetterId id, LetterHead head, String words, Instant now) {
    CustomerId customer = head.recipient().customer();
    LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    String again =
        "on paper: regards compose %s --letter %s --channel print"
            .formatted(customer, head.type().word());
    String step = fault().isPresent() ? "Correct the address, or write " + again : "Write " + again;
    String paused =
        head.type() == LetterType.COOLING_OFF
            ? " The pause that it announced stands, and the customer does not know of it."
            : "";
    return new TaskOrder(
        TaskKind.REACH,
        customer,
        id.record(),
        "%s did not arrive: %s. %s.%s".formatted(id, words, step, paused),
        doer(handle, head),
        today.plusDays(1));
  }

  /** The account manager, or whoever signed the letter, as long as they are here. */
  private static TaskOrder.Doer doer(Handle handle, LetterHead head) {
    Playbook playbook = Playbooks.load(handle);
    Optional<StaffId> manager =
        new CustomerDao(handle)
            .find(head.recipient().customer())
            .flatMap(customer -> Optional.ofNullable(customer.accountManager()))
            .filter(staff -> playbook.member(staff).isPresent());
    Optional<StaffId> signatory =
        Optional.of(head.signatory().staff()).filter(staff -> playbook.member(staff).isPresent());
    return manager
        .or(() -> signatory)
        .map(TaskOrder::person)
        .orElseGet(() -> TaskOrder.anybody(Role.AGENT));
  }
}
