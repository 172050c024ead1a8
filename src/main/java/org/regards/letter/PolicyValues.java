package org.regards.letter;

import org.jspecify.annotations.Nullable;
import org.regards.playbook.Policy;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;
import org.regards.template.TemplateValue;

/** A policy as templates see one. */
final class PolicyValues {
  private PolicyValues() {}

  static TemplateValue.Group of(String name, Policy policy) {
    @Nullable Integer window = policy.windowDays();
    return new ValueGroup(
            name, new RecordId(RecordKind.POLICY, policy.id() + " v" + policy.version()))
        .text("id", policy.id().value())
        .text("title", policy.title())
        .text("clause", policy.clause())
        .text("text", policy.text())
        .flag("published", policy.isPublished())
        .word("remedy", policy.remedy() == null ? null : policy.remedy().word())
        .percent("percent", policy.maxPercent())
        .money("most", policy.maxAmount())
        .count("window_days", window == null ? null : window.longValue())
        .build();
  }
}
