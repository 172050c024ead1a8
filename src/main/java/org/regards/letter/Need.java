package org.regards.letter;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.regards.customer.CustomerStatus;
import org.regards.history.CaseFile;

/** What a template says the history must hold for its letter to fit ("needs" in its attributes). */
enum Need {
  CASE,
  ORDER,
  POLICY,
  KIND_WORDS,
  INCIDENT,
  COMPLAINTS,
  ACTIVE,
  ENDED,
  ACCOUNT_MANAGER;

  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Need> of(String word) {
    return Arrays.stream(values()).filter(need -> need.word().equals(word)).findFirst();
  }

  /** Why the plan does not meet this need; empty when it does. */
  Optional<String> unmet(LetterPlan plan) {
    String customer = plan.customer().id().value();
    return switch (this) {
      case CASE -> caseUnmet(plan, customer);
      case ORDER ->
          when(
              plan.caseFile() != null && plan.order() == null,
              "the case names no order on record (cases.csv, field order)");
      case POLICY ->
          when(
              plan.caseFile() != null && plan.policy() == null,
              "the case names no policy on record (cases.csv, field policy; policies.csv)");
      case KIND_WORDS ->
          when(
              plan.dossier().kindWords().findFirst().isEmpty(),
              "%s has not thanked or praised us on record (interactions.csv, tags praise or thanks)"
                  .formatted(customer));
      case INCIDENT ->
          when(
              plan.dossier().incidents().findFirst().isEmpty(),
              "%s has no incident on record (interactions.csv, tags abuse, harassment, impeding or threat:…)"
                  .formatted(customer));
      case COMPLAINTS ->
          when(
              LetterValues.complaints(plan).isEmpty(),
              "%s has no complaint of the last twelve months on record (interactions.csv, tag complaint)"
                  .formatted(customer));
      case ACTIVE ->
          when(
              plan.customer().status() == CustomerStatus.ENDED,
              "the relationship with %s has ended (customers.csv, status ended)"
                  .formatted(customer));
      case ENDED ->
          when(
              plan.customer().status() != CustomerStatus.ENDED,
              "the relationship with %s has not ended (customers.csv, status %s)"
                  .formatted(customer, plan.customer().status().word()));
      case ACCOUNT_MANAGER ->
          when(
              plan.accountManager().isEmpty(),
              "%s has no account manager on record (customers.csv, account_manager; staff.csv)"
                  .formatted(customer));
    };
  }

  /** A settled case wants no answer: what was granted would be granted or refused a second time. */
  private static Optional<String> caseUnmet(LetterPlan plan, String customer) {
    CaseFile file = plan.caseFile();
    if (file == null) {
      return when(
          plan.dossier().cases().isEmpty(),
          "%s has no case on record (cases.csv)".formatted(customer));
    }
    return switch (file.state()) {
      case OPEN, OFFERED, REFUSED, REJECTED -> Optional.empty();
      case UPHELD, CLOSED ->
          Optional.of(
              "the case %s is settled (%s%s%s); name another one with --case"
                  .formatted(
                      file.id(),
                      file.state().word(),
                      file.resolved() == null ? "" : " on " + file.resolved(),
                      file.grantedAmount() == null ? "" : ", " + file.grantedAmount()));
    };
  }

  private static Optional<String> when(boolean unmet, String reason) {
    return unmet ? Optional.of(reason) : Optional.empty();
  }
}
