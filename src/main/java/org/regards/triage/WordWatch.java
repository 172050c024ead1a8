package org.regards.triage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.regards.history.Interaction;
import org.regards.history.Tag;
import org.regards.playbook.Plan;
import org.regards.playbook.WordList;

/**
 * Looks for the words of the plan in messages that nobody has called a threat. What it finds is
 * proposed to a person and changes no recommendation.
 */
final class WordWatch {
  private final Plan plan;
  private final PhraseIndex phrases;

  WordWatch(Plan plan, String language) {
    this.plan = plan;
    this.phrases = PhraseIndex.of(plan, language);
  }

  /** What it saw, as it goes into a recommendation. */
  record Seen(List<Proposal> proposals, List<String> guards, List<Rejected> rejected) {}

  Seen look(Situation situation) {
    Instant from =
        situation.dossier().asOf().minus(Duration.ofDays(plan.thresholds().threatDays()));
    Map<String, Proposal> proposals = new LinkedHashMap<>();
    List<String> guards = new ArrayList<>();
    List<Rejected> rejected = new ArrayList<>();
    for (Interaction contact : situation.dossier().interactions()) {
      if (contact.at().isBefore(from) || !contact.isFromCustomer()) {
        continue;
      }
      for (PhraseIndex.Hit hit : phrases.find(contact.text())) {
        Optional<Tag> tag = tag(hit.list());
        if (hit.list() == WordList.NOT_A_THREAT) {
          rejected.add(
              new Rejected(
                  Move.hold(),
                  "\"%s\" in %s is everybody's right, no threat"
                      .formatted(hit.words(), contact.id())));
        } else if (tag.isEmpty()) {
          proposals.putIfAbsent(
              contact.id() + " care", new Proposal(contact.id(), null, hit.words()));
        } else if (!isDecided(situation, contact, tag.get())) {
          proposals.putIfAbsent(
              contact.id() + " " + tag.get(), new Proposal(contact.id(), tag.get(), hit.words()));
        }
      }
    }
    for (Proposal proposal : proposals.values()) {
      Tag tag = proposal.tag();
      guards.add(
          tag == null
              ? "%s may speak of hardship (\"%s\"): a person reads it before anything goes"
                  .formatted(proposal.interaction(), proposal.words())
              : "%s may be a %s (\"%s\"): a person says whether it is before anything goes"
                  .formatted(proposal.interaction(), tag.word(), proposal.words()));
    }
    return new Seen(List.copyOf(proposals.values()), guards, rejected);
  }

  /** A person has called it a threat of some kind, or said that it is not this one. */
  private static boolean isDecided(Situation situation, Interaction contact, Tag tag) {
    return contact.tags().stream().anyMatch(one -> one.word().startsWith("threat"))
        || situation.dossier().verdicts().stream()
            .anyMatch(
                verdict -> verdict.interaction().equals(contact.id()) && verdict.tag() == tag);
  }

  private static Optional<Tag> tag(WordList list) {
    return switch (list) {
      case LEGAL_THREAT -> Optional.of(Tag.THREAT_LEGAL);
      case PHYSICAL_THREAT -> Optional.of(Tag.THREAT_PHYSICAL);
      case VANDALISM_THREAT -> Optional.of(Tag.THREAT_VANDALISM);
      case RETALIATION_THREAT -> Optional.of(Tag.THREAT_RETALIATION);
      case NOT_A_THREAT, VULNERABLE -> Optional.empty();
    };
  }
}
