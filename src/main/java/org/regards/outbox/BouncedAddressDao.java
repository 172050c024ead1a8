package org.regards.outbox;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.regards.audit.Act;
import org.regards.customer.CustomerId;
import org.regards.letter.LetterId;
import org.regards.store.Row;

/** Addresses to which no mail arrives, in the store. Lives as long as its handle. */
final class BouncedAddressDao {
  private final Handle handle;

  BouncedAddressDao(Handle handle) {
    this.handle = handle;
  }

  /** The marks on these addresses, whosever they are, by their keys. */
  Map<String, BadAddress> of(Collection<String> addresses) {
    List<String> keys =
        addresses.stream()
            .map(BadAddress::key)
            .filter(address -> !address.isEmpty())
            .distinct()
            .toList();
    if (keys.isEmpty()) {
      return Map.of();
    }
    return handle
        .createQuery(
            """
            SELECT customer, address, fault, status, letter, source, marked_at
            FROM email_bounce
            WHERE address IN (<keys>)
            ORDER BY marked_at DESC, letter DESC
            """)
        .bindList("keys", keys)
        .map(Row.as(BouncedAddressDao::bad))
        .stream()
        .collect(Collectors.toMap(BadAddress::address, bad -> bad, (latest, other) -> latest));
  }

  List<BadAddress> of(CustomerId customer) {
    return handle
        .createQuery(
            """
            SELECT customer, address, fault, status, letter, source, marked_at
            FROM email_bounce
            WHERE customer = :customer
            ORDER BY marked_at, letter
            """)
        .bind("customer", customer.value())
        .map(Row.as(BouncedAddressDao::bad))
        .list();
  }

  void mark(BadAddress bad) {
    handle
        .createUpdate(
            """
            INSERT INTO email_bounce (customer, address, fault, status, letter, source, marked_at)
            VALUES (:customer, :address, :fault, :status, :letter, :source, :at)
            ON CONFLICT (customer, address) DO UPDATE
            SET fault = excluded.fault, status = excluded.status, letter = excluded.letter,
                source = excluded.source, marked_at = excluded.marked_at
            """)
        .bind("customer", bad.customer().value())
        .bind("address", bad.address())
        .bind("fault", bad.fault().word())
        .bind("status", bad.status())
        .bind("letter", bad.letter().number())
        .bind("source", bad.source())
        .bind("at", bad.at())
        .execute();
  }

  void clear(CustomerId customer) {
    handle
        .createUpdate("DELETE FROM email_bounce WHERE customer = :customer")
        .bind("customer", customer.value())
        .execute();
  }

  /** A letter that came back. */
  record Back(CustomerId customer, String recipient) {}

  /** The letters that came back for a reason since then and since email was last let go on. */
  List<Back> cameBack(String reason, Instant since) {
    return handle
        .createQuery(
            """
            SELECT l.customer, d.recipient
            FROM letter_event e
            JOIN letter l ON l.id = e.letter
            JOIN delivery d ON d.letter = e.letter AND d.channel = 'email' AND d.state = 'bounced'
            WHERE e.kind = 'bounced' AND e.reason = :reason AND e.recorded_at > :since
              AND e.recorded_at > COALESCE(
                (SELECT MAX(at) FROM audit_entry WHERE record = :outbox AND act = :lifted), '')
            """)
        .bind("reason", reason)
        .bind("since", since)
        .bind("outbox", Emails.RECORD)
        .bind("lifted", Act.LIFTED.word())
        .map(Row.as(row -> new Back(new CustomerId(row.text("customer")), row.text("recipient"))))
        .list();
  }

  private static BadAddress bad(Row row) {
    return new BadAddress(
        new CustomerId(row.text("customer")),
        row.text("address"),
        AddressFault.of(row.text("fault")).orElse(AddressFault.NO_SUCH_USER),
        row.text("status"),
        new LetterId(row.bigNumber("letter")),
        row.text("source"),
        row.instant("marked_at"));
  }
}
