package org.regards.letter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import org.regards.customer.Customer;
import org.regards.customer.CustomerStatus;
import org.regards.history.CaseFile;
import org.regards.history.Dossier;
import org.regards.language.LetterLanguage;
import org.regards.language.LocalFormats;
import org.regards.playbook.Business;
import org.regards.playbook.Playbook;
import org.regards.playbook.StaffMember;
import org.regards.store.RecordField;
import org.regards.store.RecordKind;
import org.regards.template.Rendering;
import org.regards.template.TemplateException;
import org.regards.template.TemplateFolder;
import org.regards.template.TemplateMetadata;
import org.regards.template.TemplateProblem;
import org.regards.template.TemplateValue;

/** Writes a letter from a dossier. Touches no database; safe between threads. */
public final class Composer {
  /** Fields that name or locate a person: a letter with no other facts is a form letter still. */
  private static final Set<String> OF_ADDRESS =
      Set.of("id", "title", "academic_title", "given_name", "family_name", "name", "organisation");

  private static final String INPUT = "input.";

  /** Fields that are worked out, with the recorded one they stand for. */
  private static final Map<String, String> BASES =
      Map.of(
          "years", "since", "days", "opened", "offer", "asked_amount", "waiting_days", "messages");

  private final TemplateFolder templates;
  private final Business business;
  private final Map<LetterLanguage, Queue<LocalFormats>> idleFormats =
      new EnumMap<>(LetterLanguage.class);

  public Composer(TemplateFolder templates, Business business) {
    this.templates = templates;
    this.business = business;
    for (LetterLanguage language : LetterLanguage.values()) {
      idleFormats.put(language, new ConcurrentLinkedQueue<>());
    }
  }

  /** Writes the letter asked for, or says why there is none. */
  public Composition compose(LetterRequest request, Dossier dossier, Playbook playbook) {
    List<String> reasons = new ArrayList<>();
    Optional<LetterPlan> plan = settle(request, dossier, playbook, reasons);
    if (plan.isEmpty()) {
      return new Composition.Unfit(reasons, List.of());
    }
    return reasons.isEmpty()
        ? write(plan.get())
        : new Composition.Unfit(reasons, stillToGive(plan.get(), request));
  }

  /** What the author of a letter that does not fit would have to give besides. */
  private List<Composition.MissingFact> stillToGive(LetterPlan plan, LetterRequest request) {
    Composition written;
    try {
      written = write(plan);
    } catch (TemplateException unusable) {
      return List.of(); // said when the letter fits
    }
    return written instanceof Composition.Incomplete incomplete
        ? incomplete.missing().stream()
            .filter(missing -> missing.value().startsWith(INPUT))
            .filter(
                missing -> !request.inputs().containsKey(missing.value().substring(INPUT.length())))
            .toList()
        : List.of();
  }

  private Composition write(LetterPlan plan) {
    Queue<LocalFormats> idle = idleFormats.getOrDefault(plan.language(), new ArrayDeque<>());
    LocalFormats polled = idle.poll();
    LocalFormats formats = polled == null ? new LocalFormats(plan.language()) : polled;
    try {
      return write(plan, formats);
    } finally {
      idle.add(formats);
    }
  }

  private Composition write(LetterPlan plan, LocalFormats formats) {
    TemplateValue.Group values = LetterValues.of(plan, formats);
    return switch (templates.render(plan.type().word(), formats, plan.today(), values)) {
      case Rendering.Rendered rendered -> read(rendered.markup(), plan, formats);
      case Rendering.Failed failed -> failed(failed.problems(), plan);
    };
  }

  /** For every letter type why it does not fit this customer; no reasons means that it does. */
  public Map<LetterType, List<String>> fitting(Dossier dossier, Playbook playbook) {
    Map<LetterType, List<String>> fitting = new EnumMap<>(LetterType.class);
    for (LetterType type : LetterType.values()) {
      List<String> reasons = new ArrayList<>();
      settle(LetterRequest.of(type), dossier, playbook, reasons);
      fitting.put(type, List.copyOf(reasons));
    }
    return fitting;
  }

  /** What the template of a type says of itself in a language. */
  public TemplateMetadata template(LetterType type, LetterLanguage language) {
    return templates.metadata(type.word(), language);
  }

  private Optional<LetterPlan> settle(
      LetterRequest request, Dossier dossier, Playbook playbook, List<String> reasons) {
    Customer customer = dossier.customer();
    if (customer.status() == CustomerStatus.DO_NOT_CONTACT) {
      reasons.add(
          "%s asked not to be written to (customers.csv, status do-not-contact)"
              .formatted(customer.id()));
      return Optional.empty();
    }
    Optional<LetterLanguage> language =
        request.language() == null
            ? LetterLanguage.of(customer.language())
            : Optional.of(request.language());
    if (language.isEmpty()) {
      reasons.add(
          "no letters are written in %s, the language of %s (customers.csv, language); choose one of %s with --language"
              .formatted(customer.language(), customer.id(), LetterLanguage.tags()));
      return Optional.empty();
    }
    TemplateMetadata template;
    try {
      template = templates.metadata(request.type().word(), language.get());
    } catch (TemplateException unusable) {
      reasons.add(String.valueOf(unusable.getMessage()));
      return Optional.empty();
    }
    Optional<LetterPlan> plan =
        LetterPlan.settle(request, language.get(), dossier, playbook, business, template, reasons);
    plan.ifPresent(settled -> addUnmetNeeds(settled, reasons));
    return plan;
  }

  private static void addUnmetNeeds(LetterPlan plan, List<String> reasons) {
    for (String word : plan.template().needs()) {
      Optional<Need> need = Need.of(word);
      if (need.isEmpty()) {
        reasons.add(
            "%s needs \"%s\", which is not something the history can be asked for; there is %s"
                .formatted(
                    plan.template().file(),
                    word,
                    Arrays.stream(Need.values())
                        .map(Need::word)
                        .collect(Collectors.joining(", "))));
      } else {
        need.get().unmet(plan).ifPresent(reasons::add);
      }
    }
  }

  private static Composition failed(List<TemplateProblem> problems, LetterPlan plan) {
    Supply supply = new Supply(plan);
    List<TemplateProblem> faults = new ArrayList<>();
    List<Composition.MissingFact> missing = new ArrayList<>();
    for (TemplateProblem problem : problems) {
      switch (problem) {
        case TemplateProblem.Fault fault -> faults.add(fault);
        case TemplateProblem.MissingValue value -> {
          if (missing.stream().noneMatch(known -> known.value().equals(value.value()))) {
            missing.add(
                new Composition.MissingFact(
                    value.value(), supply.of(value.value()), value.place()));
          }
        }
      }
    }
    return faults.isEmpty() ? new Composition.Incomplete(missing) : new Composition.Broken(faults);
  }

  private static Composition read(String markup, LetterPlan plan, LocalFormats formats) {
    List<TemplateProblem> problems = new ArrayList<>();
    String file = plan.template().file();
    LetterMarkup.Content content =
        LetterMarkup.read(
            markup,
            plan.language(),
            reason -> problems.add(new TemplateProblem.Fault(file, 0, 0, reason)));
    PartOrder.problems(plan.type(), content)
        .forEach(reason -> problems.add(new TemplateProblem.Fault(file, 0, 0, reason)));
    if (!problems.isEmpty()) {
      return new Composition.Broken(problems);
    }
    StaffMember signatory = plan.signatory();
    if (signatory == null) {
      String sender = new Supply(plan).of("sender");
      return new Composition.Incomplete(
          List.of(new Composition.MissingFact("sender", sender, file)));
    }
    Letter letter = new Letter(head(plan, signatory, formats), content.subject(), content.parts());
    int facts = ownFacts(letter);
    return facts < plan.type().fewestFacts()
        ? new Composition.FormLetter(facts, plan.type().fewestFacts())
        : new Composition.Composed(letter, file);
  }

  /**
   * How many distinct facts come from this customer's own history (rule FACT-2). Reference numbers
   * and the subject make no letter personal; what is worked out from a field counts as that field.
   */
  public static int ownFacts(Letter letter) {
    return (int)
        letter.bodyFacts().stream()
            .map(Fact::source)
            .filter(source -> source.record().kind().isOfOneCustomer())
            .filter(source -> !source.field().equals("id"))
            .filter(
                source ->
                    source.record().kind() != RecordKind.CUSTOMER
                        || !OF_ADDRESS.contains(source.field()))
            .map(
                source ->
                    new RecordField(
                        source.record(), BASES.getOrDefault(source.field(), source.field())))
            .distinct()
            .count();
  }

  private static LetterHead head(LetterPlan plan, StaffMember signatory, LocalFormats formats) {
    Customer customer = plan.customer();
    CaseFile file = plan.template().needs().contains(Need.CASE.word()) ? plan.caseFile() : null;
    return new LetterHead(
        plan.type(),
        plan.language(),
        plan.channel(),
        file == null ? null : file.id(),
        plan.today(),
        Recipient.of(customer, plan.language(), formats),
        new Signatory(
            signatory.id(),
            signatory.name(),
            signatory.title(),
            signatory.email(),
            signatory.phone()));
  }
}
