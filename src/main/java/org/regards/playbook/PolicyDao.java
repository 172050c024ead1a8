package org.regards.playbook;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.PolicyId;
import org.regards.store.IsoText;
import org.regards.store.Row;

/** Policies in the store, every version. Lives as long as its handle. */
public final class PolicyDao {
  private final Handle handle;

  public PolicyDao(Handle handle) {
    this.handle = handle;
  }

  /** By key, then version. A business has tens of them, so they are always read together. */
  public List<Policy> all() {
    return handle
        .createQuery(
            """
            SELECT id, version, title, clause, wording, published, published_where, remedy, max_percent,
                   max_amount_minor, agent_limit_minor, currency, window_days
            FROM policy
            ORDER BY id, version
            """)
        .map(Row.as(PolicyDao::policy))
        .list();
  }

  public void insert(Collection<Policy> policies) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            INSERT INTO policy (id, version, title, clause, wording, published, published_where, remedy,
                                max_percent, max_amount_minor, agent_limit_minor, currency, window_days)
            VALUES (:id, :version, :title, :clause, :wording, :published, :publishedWhere, :remedy,
                    :maxPercent, :maxAmount, :agentLimit, :currency, :windowDays)
            """);
    policies.forEach(policy -> bind(batch, policy).add());
    batch.execute();
  }

  public void update(Collection<Policy> policies) {
    PreparedBatch batch =
        handle.prepareBatch(
            """
            UPDATE policy
            SET title = :title, clause = :clause, wording = :wording, published = :published,
                published_where = :publishedWhere, remedy = :remedy, max_percent = :maxPercent,
                max_amount_minor = :maxAmount, agent_limit_minor = :agentLimit, currency = :currency,
                window_days = :windowDays
            WHERE id = :id AND version = :version
            """);
    policies.forEach(policy -> bind(batch, policy).add());
    batch.execute();
  }

  private static PreparedBatch bind(PreparedBatch batch, Policy policy) {
    Remedy remedy = policy.remedy();
    BigDecimal maxPercent = policy.maxPercent();
    Money maxAmount = policy.maxAmount();
    Money agentLimit = policy.agentLimit();
    return batch
        .bind("id", policy.id().value())
        .bind("version", policy.version())
        .bind("title", policy.title())
        .bind("clause", policy.clause())
        .bind("wording", policy.text())
        .bind("published", IsoText.orNull(policy.published()))
        .bind("publishedWhere", String.join(";", policy.publishedWhere()))
        .bind("remedy", remedy == null ? null : remedy.word())
        .bind("maxPercent", maxPercent == null ? null : maxPercent.toPlainString())
        .bind("maxAmount", minor(maxAmount))
        .bind("agentLimit", minor(agentLimit))
        .bind("currency", currency(maxAmount == null ? agentLimit : maxAmount))
        .bind("windowDays", policy.windowDays());
  }

  private static Policy policy(Row row) {
    String remedy = row.textOrNull("remedy");
    String maxPercent = row.textOrNull("max_percent");
    String where = row.text("published_where");
    return new Policy(
        new PolicyId(row.text("id")),
        row.number("version"),
        row.text("title"),
        row.text("clause"),
        row.text("wording"),
        row.dateOrNull("published"),
        where.isEmpty() ? List.of() : Arrays.asList(where.split(";", -1)),
        remedy == null ? null : Remedy.of(remedy).orElseThrow(),
        maxPercent == null ? null : new BigDecimal(maxPercent),
        row.moneyOrNull("max_amount_minor", "currency"),
        row.moneyOrNull("agent_limit_minor", "currency"),
        row.numberOrNull("window_days"));
  }

  private static @Nullable Long minor(@Nullable Money amount) {
    return amount == null ? null : amount.getAmountMinorLong();
  }

  private static @Nullable String currency(@Nullable Money amount) {
    return amount == null ? null : amount.getCurrencyUnit().getCode();
  }
}
