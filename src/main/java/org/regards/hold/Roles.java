package org.regards.hold;

import static java.util.stream.Collectors.joining;

import java.util.Collection;
import org.regards.playbook.Role;

/** Roles in words. */
final class Roles {
  private Roles() {}

  /** For example {@code manager or owner}. */
  static String words(Collection<Role> roles) {
    return roles.stream().sorted().map(Role::word).collect(joining(" or "));
  }
}
