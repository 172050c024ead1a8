package org.regards.task;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.customer.StaffId;
import org.regards.playbook.Role;

/**
 * What is to be done, by whom and by when.
 *
 * @param customer whom it is about, or null
 * @param causeRecord the record that calls for it, for example {@code hold/H-3}, or empty
 * @param words may be empty
 * @param doer whoever has the role, or one person
 */
public record TaskOrder(
    TaskKind kind,
    @Nullable CustomerId customer,
    String causeRecord,
    String words,
    Doer doer,
    LocalDate due) {

  /** Who is to do it. */
  public sealed interface Doer {
    /** Anybody in the role. */
    record Anybody(Role role) implements Doer {
      @Override
      public String toString() {
        return role.word();
      }
    }

    record Person(StaffId staff) implements Doer {
      @Override
      public String toString() {
        return staff.value();
      }
    }
  }

  public static Doer anybody(Role role) {
    return new Doer.Anybody(role);
  }

  public static Doer person(StaffId staff) {
    return new Doer.Person(staff);
  }
}
