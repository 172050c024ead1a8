package org.regards.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.language.RegardsException;
import org.regards.store.Database;

/**
 * The append-only trail of who did what. Every verb writes its row in the transaction of what it
 * does: neither is there without the other.
 */
public final class AuditTrail {
  private final Database database;

  public AuditTrail(Database database) {
    this.database = database;
  }

  /**
   * Adds rows within the caller's transaction. Writers wait for one another from here to its end,
   * since each row is linked to the one before: call it last.
   *
   * @param deeds at most 1,000
   */
  public static void add(Handle handle, Instant at, List<Deed> deeds) {
    new AuditDao(handle).append(at, deeds);
  }

  /** As {@link #add(Handle, Instant, List)}, of one. */
  public static void add(Handle handle, Instant at, Deed deed) {
    add(handle, at, List.of(deed));
  }

  /** Adds one row in a transaction of its own, for what changes nothing: reading, exporting. */
  public void add(Instant at, Deed deed) {
    database.write(
        handle -> {
          add(handle, at, deed);
          return deed;
        });
  }

  /**
   * Notes that somebody looked at what is kept of a person: one row for each reader, record and day
   * of UTC. A store that cannot take the row now does not keep anybody from reading.
   */
  public void read(Instant at, Actor reader, String record, CustomerId customer) {
    Deed deed = new Deed(reader, Act.READ, record, customer, "");
    LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
    try {
      if (!database.<Boolean>read(handle -> new AuditDao(handle).isDoneOn(day, deed))) {
        add(at, deed);
      }
    } catch (RegardsException unwritable) {
      // Read-only, full or locked: whoever may see the store may read it without us.
    }
  }

  /** Rows after a number, oldest first, at most so many. */
  public List<AuditEntry> after(long number, int most) {
    return database.read(handle -> new AuditDao(handle).after(number, most));
  }

  /** All rows about a customer, oldest first. */
  public List<AuditEntry> of(CustomerId customer) {
    return database.read(handle -> new AuditDao(handle).of(customer));
  }

  /** All rows about a record, oldest first. */
  public List<AuditEntry> of(String record) {
    return database.read(handle -> new AuditDao(handle).of(record));
  }

  /**
   * Takes the words about a customer out, with the key that they were sealed with; rows, tokens and
   * links stay, and a new row names the key: a key that goes without one was not taken by this
   * program. Within the caller's transaction, as late as {@link #add(Handle, Instant, List)}.
   *
   * @return how many rows lost their words
   */
  public static int erase(Handle handle, Instant at, Actor by, CustomerId customer) {
    return new AuditDao(handle).erase(at, by, customer);
  }

  /** Goes through the whole chain, in flat memory. */
  public AuditCheck verify() {
    return verify(null);
  }

  /**
   * As {@link #verify()}, and looks for a link that was the head at an earlier time: one that is
   * not there any more shows that what it held was rewritten as a whole, or cut off.
   *
   * @param noted the head as it was noted elsewhere, or null
   */
  public AuditCheck verify(@Nullable String noted) {
    return database.read(handle -> new ChainCheck(new AuditDao(handle), noted).run());
  }
}
