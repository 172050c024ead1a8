package org.regards.audit;

import java.util.Optional;
import org.regards.customer.StaffId;

/**
 * Who did something: {@code staff/ss} for somebody who said who they are, {@code login/anna} for
 * whoever was logged in to the machine, {@code program} for what happens by itself.
 */
public record Actor(String name) {
  public static final Actor PROGRAM = new Actor("program");

  private static final String STAFF = "staff/";

  public static Actor of(StaffId staff) {
    return new Actor(STAFF + staff.value());
  }

  /** Who it is, when they said so. */
  public Optional<StaffId> staff() {
    return name.startsWith(STAFF)
        ? Optional.of(new StaffId(name.substring(STAFF.length())))
        : Optional.empty();
  }

  public static Actor login(String user) {
    return new Actor("login/" + user);
  }

  @Override
  public String toString() {
    return name;
  }
}
