package org.regards.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.regards.customer.StaffId;
import org.regards.history.PolicyId;
import org.regards.intake.Orchard;
import org.regards.store.Database;

final class PlaybooksTest {
  @TempDir private Path folder;

  @Test
  void loadsThePlaybookOfTheOrchard() {
    try (Database database = Orchard.store(folder)) {
      Playbook playbook = new Playbooks(database).load();
      assertThat(playbook.policies(LocalDate.of(2026, 11, 20))).hasSize(6);
      assertThat(playbook.policy(new PolicyId("R-1"), LocalDate.of(2026, 11, 20)))
          .contains(
              new Policy(
                  new PolicyId("R-1"),
                  2,
                  "Freshness",
                  "Terms 4.1",
                  "Fruit is picked ripe. Eat soft fruit within two days and hard fruit within seven"
                      + " days of delivery. We replace or credit a box that arrives spoilt if you"
                      + " tell us within three days.",
                  LocalDate.of(2025, 1, 1),
                  List.of("website", "order confirmation"),
                  Remedy.CREDIT,
                  new BigDecimal("100"),
                  Money.of(CurrencyUnit.GBP, new BigDecimal("60.00")),
                  Money.of(CurrencyUnit.GBP, new BigDecimal("60.00")),
                  3));
      assertThat(playbook.member(new StaffId("jo")))
          .contains(
              new StaffMember(
                  new StaffId("jo"),
                  "Jonas Ott",
                  Role.AGENT,
                  "jonas@orchard.example",
                  "+44 20 7946 0102",
                  "Kundenbetreuung",
                  Set.of(new PolicyId("R-1"), new PolicyId("R-2"))));
    }
  }
}
