package org.regards.audit;

import org.regards.customer.StaffId;

/**
 * Who did something: {@code staff/ss} for somebody who said who they are, {@code login/anna} for
 * whoever was logged in to the machine, {@code program} for what happens by itself.
 */
public record Actor(String name) {
  public static final Actor PROGRAM = new Actor("program");

  public static Actor of(StaffId staff) {
    return new Actor("staff/" + staff.value());
  }

  public static Actor login(String user) {
    return new Actor("login/" + user);
  }

  @Override
  public String toString() {
    return name;
  }
}
