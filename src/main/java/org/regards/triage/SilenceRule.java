package org.regards.triage;

import java.util.Optional;
import org.regards.customer.CustomerStatus;

/** Who asked not to be written to gets nothing but what the law wants. */
final class SilenceRule implements Rule {
  @Override
  public Optional<Finding> look(Situation situation) {
    if (situation.dossier().customer().status() != CustomerStatus.DO_NOT_CONTACT) {
      return Optional.empty();
    }
    Finding finding =
        new Finding(Sign.DO_NOT_CONTACT, Move.nothing())
            .cite(Evidence.of(situation.dossier().customer()))
            .cite(situation.dossier().fromCustomer().limit(1).map(Evidence::of))
            .guard(
                "only %s, each with a named person's word",
                String.join(", ", situation.plan().duties().essential()));
    situation
        .pending()
        .ifPresent(
            file ->
                finding
                    .cite(Evidence.of(file))
                    .guard("%s is open: what is owed is paid without a letter", file.id()));
    return Optional.of(finding);
  }
}
