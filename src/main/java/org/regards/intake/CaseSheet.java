package org.regards.intake;

import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.customer.CustomerId;
import org.regards.history.CaseDao;
import org.regards.history.CaseFile;
import org.regards.history.CaseId;
import org.regards.history.CaseState;
import org.regards.history.Fault;
import org.regards.history.OrderId;
import org.regards.history.PolicyId;
import org.regards.store.IsoText;
import org.regards.store.RecordKind;

/** {@code cases.csv}. */
final class CaseSheet implements Sheet<CaseFile> {
  @Override
  public String name() {
    return "cases";
  }

  @Override
  public RecordKind kind() {
    return RecordKind.CASE;
  }

  @Override
  public List<String> columns() {
    return List.of(
        "case",
        "customer",
        "opened",
        "order",
        "about",
        "asked",
        "asked_amount",
        "currency",
        "policy",
        "fault",
        "state",
        "granted_amount",
        "resolved");
  }

  @Override
  public CaseFile read(Cells cells) {
    String order = cells.keyOrNull("order");
    String policy = cells.keyOrNull("policy");
    CaseFile file =
        new CaseFile(
            new CaseId(cells.key("case")),
            new CustomerId(cells.key("customer")),
            cells.date("opened"),
            order == null ? null : new OrderId(order),
            cells.text("about"),
            cells.line("asked"),
            cells.moneyOrNull("asked_amount", "currency"),
            policy == null ? null : new PolicyId(policy),
            cells.word("fault", Fault::of, Fault.values(), Fault::word),
            cells.word("state", CaseState::of, CaseState.values(), CaseState::word),
            cells.moneyOrNull("granted_amount", "currency"),
            cells.dateOrNull("resolved"));
    checkEnd(file, cells);
    return file;
  }

  private static void checkEnd(CaseFile file, Cells cells) {
    if (file.resolved() == null || !cells.problems().isEmpty()) {
      return;
    }
    if (file.isPending()) {
      cells.problem(
          "resolved",
          "resolved has a date while the case is %s, expected none".formatted(file.state().word()));
    } else if (file.resolved().isBefore(file.opened())) {
      cells.problem("resolved", "resolved is before opened, expected that day or a later one");
    }
  }

  @Override
  public List<String> write(CaseFile file) {
    OrderId order = file.order();
    PolicyId policy = file.policy();
    Money asked = file.askedAmount();
    Money granted = file.grantedAmount();
    Money either = asked == null ? granted : asked;
    return List.of(
        file.id().value(),
        file.customer().value(),
        IsoText.of(file.opened()),
        order == null ? "" : order.value(),
        file.about(),
        file.asked(),
        asked == null ? "" : asked.getAmount().toPlainString(),
        either == null ? "" : either.getCurrencyUnit().getCode(),
        policy == null ? "" : policy.value(),
        file.fault().word(),
        file.state().word(),
        granted == null ? "" : granted.getAmount().toPlainString(),
        file.resolved() == null ? "" : IsoText.of(file.resolved()));
  }

  @Override
  public String key(CaseFile file) {
    return file.id().value();
  }

  @Override
  public @Nullable CustomerId customer(CaseFile file) {
    return file.customer();
  }

  @Override
  public List<Reference> references(CaseFile file) {
    List<Reference> references = new ArrayList<>(2);
    references.add(new Reference("customer", RecordKind.CUSTOMER, file.customer().value()));
    OrderId order = file.order();
    if (order != null) {
      references.add(new Reference("order", RecordKind.ORDER, order.value()));
    }
    return references;
  }

  @Override
  public List<Reference> mentions(CaseFile file) {
    PolicyId policy = file.policy();
    return policy == null
        ? List.of()
        : List.of(new Reference("policy", RecordKind.POLICY, policy.value()));
  }

  @Override
  public List<CaseFile> stored(Handle handle, List<CaseFile> cases) {
    return new CaseDao(handle).find(cases.stream().map(CaseFile::id).toList());
  }

  @Override
  public void insert(Handle handle, List<CaseFile> cases) {
    new CaseDao(handle).insert(cases);
  }

  @Override
  public void update(Handle handle, List<CaseFile> cases) {
    new CaseDao(handle).update(cases);
  }
}
