package org.regards.hold;

import java.util.Optional;
import java.util.Set;
import org.regards.history.CaseId;
import org.regards.history.Dossier;
import org.regards.history.Interaction;
import org.regards.history.InteractionId;
import org.regards.history.OrderId;
import org.regards.history.Tag;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;

/** The record of the history that a hold rests on. */
final class CauseRecord {
  private CauseRecord() {}

  /** Whether it is one of the customer's, or none is named. Letters and holds have other names. */
  static boolean isOf(Dossier dossier, String record) {
    if (record.isBlank() || record.matches("(letter/L|hold/H|task/K)-[1-9][0-9]*")) {
      return true;
    }
    return RecordId.parse(record)
        .map(
            id ->
                switch (id.kind()) {
                  case INTERACTION -> dossier.interaction(new InteractionId(id.key())).isPresent();
                  case CASE -> dossier.caseFile(new CaseId(id.key())).isPresent();
                  case ORDER -> dossier.order(new OrderId(id.key())).isPresent();
                  case CUSTOMER -> dossier.customer().id().value().equals(id.key());
                  case POLICY -> true;
                  case STAFF, BUSINESS, INPUT -> false;
                })
        .orElse(false);
  }

  /** What people have said the contact is; nothing where it is none. */
  static Set<Tag> tags(Dossier dossier, String record) {
    Optional<RecordId> id = RecordId.parse(record);
    return id.filter(one -> one.kind() == RecordKind.INTERACTION)
        .flatMap(one -> dossier.interaction(new InteractionId(one.key())))
        .map(Interaction::tags)
        .orElse(Set.of());
  }
}
