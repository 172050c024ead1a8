package org.regards.letter;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.regards.history.Dossiers;
import org.regards.intake.Orchard;
import org.regards.playbook.Playbook;
import org.regards.playbook.Playbooks;
import org.regards.store.Database;
import org.regards.template.TemplateProblem;

/** Writes letters to the orchard's customers, and says in words what became of a request. */
final class Clerk {
  private final Dossiers dossiers;
  private final Playbook playbook;

  Clerk(Database orchard) {
    this.dossiers = new Dossiers(orchard);
    this.playbook = new Playbooks(orchard).load();
  }

  Composition compose(LetterType type, String... values) {
    return compose(Path.of("templates"), type, values);
  }

  Composition compose(Path templates, LetterType type, String... values) {
    TeaMerchant.Wanted wanted = TeaMerchant.Wanted.of(type, List.of(values));
    return TeaMerchant.composer(templates)
        .compose(
            wanted.request(), dossiers.of(wanted.customer(), Orchard.NOW).orElseThrow(), playbook);
  }

  /** The letter, or an error that says why there is none. */
  Letter letter(LetterType type, String... values) {
    return switch (compose(type, values)) {
      case Composition.Composed composed -> composed.letter();
      case Composition other -> throw new AssertionError(said(other));
    };
  }

  String salutation(LetterType type, String... values) {
    return LetterText.of(letter(type, values)).lines().findFirst().orElseThrow();
  }

  static String said(Composition composition) {
    return switch (composition) {
      case Composition.Composed composed -> GoldenLetter.asText(composed.letter());
      case Composition.Unfit unfit -> String.join("\n", unfit.reasons());
      case Composition.Incomplete incomplete ->
          incomplete.missing().stream()
              .map(
                  missing ->
                      missing.place() + ": " + missing.value() + " ← " + missing.suppliedBy())
              .collect(Collectors.joining("\n"));
      case Composition.Broken broken ->
          broken.problems().stream().map(Clerk::said).collect(Collectors.joining("\n"));
      case Composition.FormLetter form ->
          "form letter: %d of %d facts".formatted(form.facts(), form.needed());
    };
  }

  private static String said(TemplateProblem problem) {
    return problem.place() + ": " + ((TemplateProblem.Fault) problem).reason();
  }
}
