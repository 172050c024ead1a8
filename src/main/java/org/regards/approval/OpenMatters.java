package org.regards.approval;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.regards.customer.CustomerId;
import org.regards.history.Dossier;
import org.regards.history.Dossiers;
import org.regards.letter.LetterId;
import org.regards.letter.LetterStamp;
import org.regards.letter.LetterType;
import org.regards.playbook.Playbook;
import org.regards.triage.ValueCard;

/**
 * What must be settled before a letter may be approved or go: it is looked into before we say no or
 * meet half way, and nobody is sent away whose complaints were right.
 */
final class OpenMatters {
  private final Handle handle;
  private final Instant now;
  private final Supplier<Playbook> playbook;

  OpenMatters(Handle handle, Instant now, Supplier<Playbook> playbook) {
    this.handle = handle;
    this.now = now;
    this.playbook = playbook;
  }

  Map<LetterId, String> closed(Collection<LetterStamp> stamps) {
    Map<LetterId, String> reasons = new HashMap<>();
    List<LetterStamp> answers =
        stamps.stream()
            .filter(
                stamp ->
                    stamp.head().type() == LetterType.EXPLANATION
                        || stamp.head().type() == LetterType.COMPROMISE)
            .toList();
    if (!answers.isEmpty()) {
      List<Inquiry> inquiries = new InquiryDao(handle).open(customers(answers));
      for (LetterStamp stamp : answers) {
        inquiries.stream()
            .filter(inquiry -> inquiry.isAbout(stamp.head()))
            .findFirst()
            .ifPresent(inquiry -> reasons.put(stamp.id(), inquiry.words()));
      }
    }
    List<LetterStamp> farewells =
        stamps.stream().filter(stamp -> stamp.head().type() == LetterType.FAREWELL).toList();
    if (!farewells.isEmpty()) {
      Map<CustomerId, Dossier> histories =
          Dossiers.load(handle, customers(farewells), now).stream()
              .collect(toMap(dossier -> dossier.customer().id(), dossier -> dossier));
      for (LetterStamp stamp : farewells) {
        Dossier dossier = histories.get(stamp.head().recipient().customer());
        if (dossier != null) {
          ValueCard.againstFarewell(dossier, playbook.get())
              .ifPresent(reason -> reasons.put(stamp.id(), reason));
        }
      }
    }
    return reasons;
  }

  private static List<CustomerId> customers(List<LetterStamp> stamps) {
    return stamps.stream().map(stamp -> stamp.head().recipient().customer()).distinct().toList();
  }
}
