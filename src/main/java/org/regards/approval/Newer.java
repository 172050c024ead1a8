package org.regards.approval;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.regards.history.Dossier;
import org.regards.history.IncidentVerdict;
import org.regards.history.Interaction;

/**
 * The last that happened with a customer that whoever says yes to a letter must have known: that
 * they turned to us, or that somebody confirmed what a contact of theirs was.
 *
 * @param words which record, as half a sentence
 */
record Newer(Instant at, String words) {
  static @Nullable Newer of(Dossier dossier) {
    Optional<Newer> contact =
        dossier.fromCustomer().max(Comparator.comparing(Interaction::knownAt)).map(Newer::contact);
    Optional<Newer> verdict =
        dossier.verdicts().stream()
            .filter(IncidentVerdict::confirmed)
            .max(Comparator.comparing(IncidentVerdict::at))
            .map(Newer::verdict);
    return Stream.of(contact, verdict)
        .flatMap(Optional::stream)
        .max(Comparator.comparing(Newer::at))
        .orElse(null);
  }

  private static Newer contact(Interaction contact) {
    return new Newer(
        contact.knownAt(),
        "the customer has turned to us: %s, by %s on %s"
            .formatted(contact.id(), contact.channel().word(), Moments.moment(contact.at())));
  }

  private static Newer verdict(IncidentVerdict verdict) {
    return new Newer(
        verdict.at(),
        "%s was confirmed as %s by %s on %s"
            .formatted(
                verdict.interaction(),
                verdict.tag().word(),
                verdict.by(),
                Moments.moment(verdict.at())));
  }
}
