package org.regards.playbook;

import java.util.Optional;

/** Who may sign a letter: the customer's account manager, or somebody in a role. */
public sealed interface Signer {
  String ACCOUNT_MANAGER = "account manager";

  record OwnContact() implements Signer {}

  record InRole(Role role) implements Signer {}

  /** The words that a plan holds. */
  default String word() {
    return switch (this) {
      case OwnContact ignored -> ACCOUNT_MANAGER;
      case InRole one -> one.role().word();
    };
  }

  static Optional<Signer> of(String word) {
    return word.equals(ACCOUNT_MANAGER)
        ? Optional.of(new OwnContact())
        : Role.of(word).map(InRole::new);
  }
}
