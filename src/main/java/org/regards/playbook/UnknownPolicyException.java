package org.regards.playbook;

import java.util.Collection;
import org.regards.history.PolicyId;
import org.regards.language.RegardsException;

/** There is no policy with the id that was named. */
public final class UnknownPolicyException extends RegardsException {
  public UnknownPolicyException(PolicyId id, Collection<PolicyId> known) {
    super(
        known.isEmpty()
            ? "There is no policy %s; import policies.csv or adopt a plan first.".formatted(id)
            : "There is no policy %s; there is %s."
                .formatted(id, String.join(", ", known.stream().map(PolicyId::value).toList())));
  }
}
