package org.regards.triage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.regards.history.CaseFile;
import org.regards.history.Dossier;
import org.regards.language.LetterLanguage;
import org.regards.playbook.AdoptedPlan;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Playbook;
import org.regards.playbook.Role;
import org.regards.playbook.SpokenLanguages;

/**
 * Says what a history calls for: the same for the same dossier and plan, on any machine and in any
 * order of its records. Safe for all threads.
 */
public final class Advisor {
  /** The precedence of the business: safety, law, hold, our own fault, pattern, case, goodwill. */
  private static final List<Rule> PRECEDENCE =
      Stream.concat(
              ThreatRule.inOrder(),
              Stream.of(
                  new SilenceRule(),
                  new EndedRule(),
                  new AbuseRule(),
                  new LeavingRule(),
                  new LostCauseRule(),
                  new PatternRule(),
                  new CostRule(),
                  new SingleIssueRule(),
                  new UnansweredRule(),
                  new KindnessRule()))
          .toList();

  private final Playbook playbook;
  private final SpokenLanguages spoken;
  private final Map<String, WordWatch> watches = new ConcurrentHashMap<>();

  public Advisor(Playbook playbook) {
    this(playbook, SpokenLanguages.NONE);
  }

  /** An advisor who knows, of some people here, which languages they speak. */
  public Advisor(Playbook playbook, SpokenLanguages spoken) {
    this.playbook = playbook;
    this.spoken = spoken;
  }

  public Recommendation advise(Dossier dossier) {
    Situation situation = new Situation(dossier, playbook, spoken);
    Finding finding = find(situation);
    WordWatch.Seen seen = watch(situation).look(situation);
    List<String> guards = new ArrayList<>(finding.guards());
    guards.addAll(situation.notes());
    guards.addAll(seen.guards());
    List<Rejected> rejected = new ArrayList<>(finding.rejected());
    situation.passedOver().stream()
        .filter(one -> !one.move().equals(finding.move()))
        .forEach(rejected::add);
    if (!finding.move().equals(Move.hold())) {
      rejected.addAll(seen.rejected());
    }
    CaseFile file = finding.file();
    return new Recommendation(
        dossier.customer(),
        finding.sign(),
        finding.move(),
        file == null ? null : file.id(),
        finding.most(),
        approvers(situation, finding),
        guards,
        Alternatives.of(situation, finding),
        rejected,
        finding.evidence(),
        seen.proposals());
  }

  private static Finding find(Situation situation) {
    for (Rule rule : PRECEDENCE) {
      Optional<Finding> finding = rule.look(situation);
      if (finding.isPresent()) {
        return finding.get();
      }
    }
    return new Finding(Sign.NONE, Move.nothing())
        .cite(
            situation.dossier().interactions().reversed().stream()
                .filter(contact -> !contact.tags().isEmpty() && !contact.isFromCustomer())
                .limit(1)
                .map(Evidence::of));
  }

  private static Set<Role> approvers(Situation situation, Finding finding) {
    return switch (finding.move()) {
      case Move.Write write -> {
        LetterKind kind = write.letter();
        yield situation.plan().letter(kind).approvers(finding.occasions());
      }
      case Move.Hold ignored -> finding.releasers();
      case Move.Nothing ignored -> Set.of();
    };
  }

  /** One for each plan and language; making one takes longer than looking with it. */
  private WordWatch watch(Situation situation) {
    String language =
        LetterLanguage.of(situation.dossier().customer().language())
            .orElse(LetterLanguage.EN_GB)
            .code();
    String plan =
        playbook.plans().adoptedFor(situation.today()).map(AdoptedPlan::digest).orElse("");
    return watches.computeIfAbsent(
        plan + "/" + language, ignored -> new WordWatch(situation.plan(), language));
  }
}
