package org.regards.intake;

import java.math.BigDecimal;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.history.PolicyId;
import org.regards.playbook.Policy;
import org.regards.playbook.PolicyDao;
import org.regards.playbook.Remedy;
import org.regards.store.IsoText;
import org.regards.store.RecordKind;

/** {@code policies.csv}; a row is one version of a policy. */
final class PolicySheet implements Sheet<Policy> {
  @Override
  public String name() {
    return "policies";
  }

  @Override
  public RecordKind kind() {
    return RecordKind.POLICY;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "policy",
        "version",
        "title",
        "clause",
        "text",
        "published",
        "published_where",
        "remedy",
        "max_percent",
        "max_amount",
        "currency",
        "agent_limit",
        "window_days");
  }

  @Override
  public Policy read(Cells cells) {
    int version = cells.count("version");
    if (version < 1) {
      cells.problem("version", "version is missing or 0, expected a whole number from 1");
    }
    return new Policy(
        new PolicyId(cells.key("policy")),
        version,
        cells.line("title"),
        cells.line("clause"),
        cells.text("text"),
        cells.dateOrNull("published"),
        cells.list("published_where"),
        cells.wordOrNull("remedy", Remedy::of, Remedy.values(), Remedy::word),
        cells.percentOrNull("max_percent"),
        cells.moneyOrNull("max_amount", "currency"),
        cells.moneyOrNull("agent_limit", "currency"),
        cells.countOrNull("window_days"));
  }

  @Override
  public List<String> write(Policy policy) {
    Remedy remedy = policy.remedy();
    BigDecimal maxPercent = policy.maxPercent();
    Money maxAmount = policy.maxAmount();
    Money agentLimit = policy.agentLimit();
    Money either = maxAmount == null ? agentLimit : maxAmount;
    return List.of(
        policy.id().value(),
        String.valueOf(policy.version()),
        policy.title(),
        policy.clause(),
        policy.text(),
        policy.published() == null ? "" : IsoText.of(policy.published()),
        String.join(";", policy.publishedWhere()),
        remedy == null ? "" : remedy.word(),
        maxPercent == null ? "" : maxPercent.toPlainString(),
        maxAmount == null ? "" : maxAmount.getAmount().toPlainString(),
        either == null ? "" : either.getCurrencyUnit().getCode(),
        agentLimit == null ? "" : agentLimit.getAmount().toPlainString(),
        policy.windowDays() == null ? "" : String.valueOf(policy.windowDays()));
  }

  @Override
  public String key(Policy policy) {
    return policy.id() + " v" + policy.version();
  }

  @Override
  public @Nullable CustomerId customer(Policy policy) {
    return null;
  }

  @Override
  public List<Reference> references(Policy policy) {
    return List.of();
  }

  @Override
  public List<Reference> mentions(Policy policy) {
    return List.of();
  }

  @Override
  public List<Policy> stored(Handle handle, List<Policy> policies) {
    return new PolicyDao(handle).all();
  }

  @Override
  public void insert(Handle handle, List<Policy> policies) {
    new PolicyDao(handle).insert(policies);
  }

  @Override
  public void update(Handle handle, List<Policy> policies) {
    new PolicyDao(handle).update(policies);
  }
}
