package org.regards.playbook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a member of staff may do. */
public enum Role {
  AGENT,
  SUPERVISOR,
  MANAGER,
  COUNSEL,
  OWNER;

  /** The word that files and the store hold. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(value -> value.word().equals(word)).findFirst();
  }
}
