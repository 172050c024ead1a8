package org.regards.playbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.regards.history.PolicyId;
import org.regards.language.LetterLanguage;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * Reads a plan from its text. What the text leaves out is as in the program's own plan; everything
 * that is wrong in it is told at once.
 */
public final class PlanReader {

  private static final Set<String> LANGUAGES =
      Arrays.stream(LetterLanguage.values())
          .map(LetterLanguage::code)
          .collect(Collectors.toCollection(TreeSet::new));

  private final Section top;
  private final Optional<Plan> standard;

  private PlanReader(Section top, Optional<Plan> standard) {
    this.top = top;
    this.standard = standard;
  }

  public static PlanReading read(String text) {
    return read(text, Optional.of(Standard.PLAN), Standard.SECTION);
  }

  /** The plan that comes with the program. */
  public static Plan standard() {
    return Standard.PLAN;
  }

  /** The text of the plan that comes with the program, with its remarks. */
  public static String standardText() {
    return Standard.TEXT;
  }

  private static PlanReading read(String text, Optional<Plan> standard, Optional<Section> under) {
    List<PlanProblem> problems = new ArrayList<>();
    Optional<MappingNode> node = PlanText.top(text, problems);
    Optional<Plan> plan =
        node.map(top -> new Section(top, under.orElse(null), problems))
            .map(top -> new PlanReader(top, standard).plan());
    return plan.isPresent() && problems.isEmpty()
        ? new PlanReading.Sound(plan.get())
        : new PlanReading.Unsound(problems.stream().sorted(PlanProblem.IN_ORDER).toList());
  }

  private Plan plan() {
    List<PlannedPolicy> policies = new PolicySections(top).read();
    Set<PolicyId> ids = policies.stream().map(PlannedPolicy::id).collect(Collectors.toSet());
    Plan plan =
        new Plan(
            top.text("name"),
            policies,
            escalation(),
            letters(),
            ThresholdSections.thresholds(top.section("signs")),
            ThresholdSections.pauses(top.section("pauses"), ids),
            ThresholdSections.duties(top.section("duties"), ids),
            never(),
            referrals(),
            words());
    top.refuseOthers();
    return plan;
  }

  private Map<Role, Role> escalation() {
    Section section = top.section("escalation");
    Map<Role, Role> above = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      Role next = section.wordOrNull(role.word(), Role::of, roles());
      if (next != null) {
        above.put(role, next);
      }
    }
    section.refuseOthers();
    for (Role role : Role.values()) {
      List<Role> way = cycle(role, above);
      if (!way.isEmpty()) {
        section.problemAt(
            way.stream().map(Role::word).filter(section::has).findFirst().orElseThrow(),
            "nobody decides in the end: %s"
                .formatted(String.join(" → ", way.stream().map(Role::word).toList())));
        return above;
      }
    }
    return above;
  }

  /** The way from a role back to itself; empty when it ends. */
  private static List<Role> cycle(Role start, Map<Role, Role> above) {
    List<Role> way = new ArrayList<>(List.of(start));
    for (Role next = above.get(start); next != null; next = above.get(next)) {
      boolean seen = way.contains(next);
      way.add(next);
      if (seen) {
        return next == start ? way : List.of();
      }
    }
    return List.of();
  }

  private Map<LetterKind, LetterRule> letters() {
    Section section = top.section("letters");
    Map<LetterKind, LetterRule> rules = new EnumMap<>(LetterKind.class);
    for (LetterKind kind : LetterKind.values()) {
      rules.put(kind, letter(kind, section.section(kind.word())));
    }
    section.refuseOthers();
    return rules;
  }

  private LetterRule letter(LetterKind kind, Section section) {
    List<String> signers = new ArrayList<>(List.of(Signer.ACCOUNT_MANAGER));
    signers.addAll(roles());
    List<Signer> signedBy = section.words("signed by", Signer::of, signers);
    Set<Role> approvedBy = rolesOf(section, "approved by");
    if (signedBy.isEmpty()) {
      section.problemAt("signed by", "nobody signs letters of the type %s".formatted(kind.word()));
    }
    if (approvedBy.isEmpty()) {
      section.problemAt(
          "approved by", "nobody approves letters of the type %s".formatted(kind.word()));
    }
    Map<Occasion, Set<Role>> also = new EnumMap<>(Occasion.class);
    for (Occasion occasion : Occasion.values()) {
      Set<Role> roles = rolesOf(section, occasion.word());
      if (!roles.isEmpty()) {
        also.put(occasion, roles);
      }
    }
    section.refuseOthers();
    return new LetterRule(kind, signedBy, approvedBy, also);
  }

  private static Set<Role> rolesOf(Section section, String name) {
    List<Role> roles = section.words(name, Role::of, roles());
    return roles.isEmpty() ? Set.of() : EnumSet.copyOf(roles);
  }

  /** Those of the program stay: no file takes them away. */
  private List<NeverRule> never() {
    Map<String, NeverRule> rules = new LinkedHashMap<>();
    standard.ifPresent(plan -> plan.never().forEach(rule -> rules.put(rule.id(), rule)));
    Set<String> ids = new LinkedHashSet<>();
    for (Section section : top.list("never")) {
      NeverRule rule =
          new NeverRule(section.text("id"), section.text("rule"), section.textOr("source", ""));
      if (!ids.add(rule.id())) {
        section.problemAt("id", "there are two never rules with the id " + rule.id());
      } else if (standard.isPresent()
          && rules.containsKey(rule.id())
          && !rule.equals(rules.get(rule.id()))) {
        section.problemAt(
            "id", rule.id() + " is a rule of the program and stays as it is; take another id");
      }
      section.refuseOthers();
      rules.putIfAbsent(rule.id(), rule);
    }
    return List.copyOf(rules.values());
  }

  private List<Referral> referrals() {
    List<Referral> referrals = new ArrayList<>();
    Set<String> ids = new LinkedHashSet<>();
    for (Section section : top.list("referrals")) {
      Referral referral =
          new Referral(
              section.text("id"),
              section.text("name"),
              section.text("reach"),
              section.texts("fits"),
              section.text("commission"));
      section.refuseOthers();
      if (!ids.add(referral.id())) {
        section.problemAt("id", "there are two referrals with the id " + referral.id());
      }
      referrals.add(referral);
    }
    return referrals;
  }

  /** Those of the program with those of the file beside them. */
  private Map<String, Map<String, List<String>>> words() {
    Map<String, Map<String, List<String>>> all = new TreeMap<>();
    standard.ifPresent(
        plan -> plan.words().forEach((language, lists) -> all.put(language, new TreeMap<>(lists))));
    if (!top.has("words")) {
      return all;
    }
    Section section = top.section("words");
    for (String language : section.names()) {
      if (!LANGUAGES.contains(language)) {
        section.problemAtName(
            language,
            "no letters are written in %s; there may be %s"
                .formatted(language, String.join(", ", LANGUAGES)));
        section.has(language);
        continue;
      }
      Section lists = section.section(language);
      Map<String, List<String>> ours = all.computeIfAbsent(language, ignored -> new TreeMap<>());
      WordList.words().forEach(lists::has);
      for (String list : lists.names()) {
        boolean isOfRule = RuleWords.rules().contains(list);
        if (WordList.words().contains(list) || isOfRule) {
          List<String> added = lists.texts(list);
          if (isOfRule) {
            added.stream()
                .flatMap(phrase -> RuleWords.problem(phrase).stream())
                .forEach(problem -> lists.problemAt(list, problem));
          }
          Set<String> phrases = new LinkedHashSet<>(ours.getOrDefault(list, List.of()));
          phrases.addAll(added);
          ours.put(list, List.copyOf(phrases));
        } else if (RuleWords.isRule(list)) {
          lists.has(list);
          lists.problemAtName(
              list,
              "no rule %s looks at words; there may be %s"
                  .formatted(list, String.join(", ", RuleWords.rules())));
        }
      }
      lists.refuseOthers();
    }
    return all;
  }

  private static List<String> roles() {
    return Arrays.stream(Role.values()).map(Role::word).toList();
  }

  /** Read when a plan is first asked for. */
  private static final class Standard {
    static final String TEXT = text();
    static final Optional<Section> SECTION =
        PlanText.top(TEXT, new ArrayList<>())
            .map(node -> new Section(node, null, new ArrayList<>()));
    static final Plan PLAN = plan();

    private static Plan plan() {
      return switch (read(TEXT, Optional.empty(), Optional.empty())) {
        case PlanReading.Sound readable -> readable.plan();
        case PlanReading.Unsound unreadable ->
            throw new IllegalStateException("the program's own plan: " + unreadable.problems());
      };
    }

    private static String text() {
      try (InputStream resource =
          Objects.requireNonNull(PlanReader.class.getResourceAsStream("playbook.yaml"))) {
        return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
      } catch (IOException failure) {
        throw new UncheckedIOException(failure);
      }
    }
  }
}
