package org.regards.letter;

import java.util.Optional;
import org.regards.customer.StaffId;
import org.regards.template.TemplateInput;

/** Says which record, or which option of the command line, would supply a value that is missing. */
final class Supply {
  private final LetterPlan plan;

  Supply(LetterPlan plan) {
    this.plan = plan;
  }

  String of(String value) {
    int dot = value.lastIndexOf('.');
    String group = dot < 0 ? value : value.substring(0, dot);
    String field = dot < 0 ? "" : ", field " + value.substring(dot + 1);
    return switch (group) {
      case "input" -> input(value.substring(dot + 1));
      case "customer" -> "customer/%s%s (customers.csv)".formatted(plan.customer().id(), field);
      case "case" ->
          plan.caseFile() == null
              ? "a case of %s (cases.csv)".formatted(plan.customer().id())
              : "case/%s%s (cases.csv)".formatted(plan.caseFile().id(), field);
      case "case.order" ->
          plan.order() == null
              ? "an order that the case names (orders.csv)"
              : "order/%s%s (orders.csv)".formatted(plan.order().id(), field);
      case "case.policy" ->
          plan.policy() == null
              ? "a policy that the case names (policies.csv)"
              : "policy/%s%s (policies.csv)".formatted(plan.policy().id(), field);
      case "pause.policy", "ending.policy" ->
          "a policy (policies.csv), chosen with --set policy=ID";
      case "offer" ->
          "--set offer=AMOUNT, or an order and a policy with a remedy named by the case"
              + " (cases.csv)";
      case "sender", "pause.contact" -> sender(field);
      case "manager" ->
          "customer/%s, field account_manager (customers.csv; staff.csv)"
              .formatted(plan.customer().id());
      case "praise", "last_contact", "case.message", "case.call", "incident" ->
          "a contact of %s%s (interactions.csv)".formatted(plan.customer().id(), field);
      case "business" -> "the settings of the business%s".formatted(field);
      default -> "the history of " + plan.customer().id();
    };
  }

  private String input(String name) {
    TemplateInput input = plan.template().inputs().get(name);
    return input == null
        ? "--set %s=…".formatted(name)
        : "--set %s=… — %s".formatted(name, input.ask());
  }

  private String sender(String field) {
    if (plan.signatory() != null) {
      return "staff/%s%s (staff.csv)".formatted(plan.signatory().id(), field);
    }
    Optional<StaffId> manager = Optional.ofNullable(plan.customer().accountManager());
    return manager
        .map(id -> "staff/%s (staff.csv), or --from STAFF to choose who signs".formatted(id))
        .orElse("--from STAFF to choose who signs, or an account manager in customers.csv");
  }
}
