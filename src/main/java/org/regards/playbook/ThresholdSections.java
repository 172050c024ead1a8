package org.regards.playbook;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.history.PolicyId;

/** The numbers of a plan: when advice sees a sign, how long pauses last, what we owe. */
final class ThresholdSections {
  private ThresholdSections() {}

  static Thresholds thresholds(Section signs) {
    Section asks = signs.section("disproportionate ask");
    Section misunderstanding = signs.section("honest misunderstanding");
    Section threat = signs.section("threat");
    Section harassment = signs.section("social harassment");
    Section pattern = signs.section("pattern of dissatisfaction");
    Section abuse = signs.section("abuse of staff");
    Section cost = signs.section("unprofitable");
    Section lost = signs.section("cannot be won over");
    Section kindness = signs.section("kindness");
    Section goodEnd = signs.section("good end");
    Thresholds thresholds =
        new Thresholds(
            new Thresholds.Asks(
                asks.number("times the order"),
                asks.count("rising asks", 2),
                asks.count("exceptions", 0),
                asks.count("months", 1)),
            new Thresholds.Misunderstanding(
                misunderstanding.count("days of grace", 0), misunderstanding.amounts("low value")),
            threat.count("days", 1),
            new Thresholds.Harassment(harassment.count("posts", 1), harassment.count("days", 1)),
            new Thresholds.Pattern(
                pattern.count("complaints", 1),
                pattern.count("months", 1),
                pattern.count("causes", 1),
                pattern.count("staff", 1),
                pattern.percent("usual refunds"),
                pattern.number("times the usual"),
                pattern.percent("our share")),
            new Thresholds.Abuse(
                abuse.count("contacts", 1), abuse.count("days", 1), abuse.count("of one of us", 1)),
            new Thresholds.Cost(
                cost.count("months", 1),
                cost.count("minutes", 0),
                cost.percent("gross margin"),
                cost.amounts("hour")),
            lost.count("refused offers", 1),
            kindness.count("days", 1),
            goodEnd.count("days", 1));
    for (Section each :
        new Section[] {
          signs,
          asks,
          misunderstanding,
          threat,
          harassment,
          pattern,
          abuse,
          cost,
          lost,
          kindness,
          goodEnd
        }) {
      each.refuseOthers();
    }
    return thresholds;
  }

  static Pauses pauses(Section section, Set<PolicyId> policies) {
    Pauses pauses =
        new Pauses(
            section.count("days", 1),
            section.count("longest", 1),
            section.count("review before the end", 0),
            policy(section, "policy", policies));
    if (pauses.days() > pauses.longest()) {
      section.problemAt(
          "days",
          "a pause lasts %d days, but the longest one only %d"
              .formatted(pauses.days(), pauses.longest()));
    }
    if (pauses.reviewBeforeEnd() >= pauses.days()) {
      section.problemAt(
          "review before the end",
          "the review is %d days before the end of a pause of %d: before it has begun"
              .formatted(pauses.reviewBeforeEnd(), pauses.days()));
    }
    section.refuseOthers();
    return pauses;
  }

  static Duties duties(Section section, Set<PolicyId> policies) {
    Duties duties =
        new Duties(
            section.count("answer within days", 1),
            section.count("offer stands days", 14),
            section.count("take over within days", 0),
            section.count("notice of ending days", 0),
            policy(section, "ending policy", policies),
            section.count("training lasts months", 1),
            section.holds("training needed"),
            section.count("empathy from months", 0),
            section.texts("essential"));
    section.refuseOthers();
    return duties;
  }

  private static @Nullable PolicyId policy(Section section, String name, Set<PolicyId> policies) {
    String id = section.textOr(name, "");
    if (id.isEmpty()) {
      return null;
    }
    PolicyId policy = new PolicyId(id);
    if (!policies.contains(policy)) {
      section.problemAt(
          name,
          policies.isEmpty()
              ? "there is no policy %s: this plan has none".formatted(id)
              : "there is no policy %s in this plan; there is %s"
                  .formatted(
                      id,
                      String.join(", ", policies.stream().map(PolicyId::value).sorted().toList())));
    }
    return policy;
  }
}
