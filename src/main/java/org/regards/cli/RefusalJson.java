package org.regards.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.regards.letter.Composition;
import org.regards.template.TemplateProblem;

/** Why there is no letter, for a script. */
final class RefusalJson {
  private RefusalJson() {}

  static ObjectNode of(Composition composition) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    switch (composition) {
      case Composition.Composed composed ->
          throw new IllegalArgumentException("a letter was composed from " + composed.template());
      case Composition.Unfit unfit -> {
        unfit.reasons().forEach(node.putArray("reasons")::add);
        if (!unfit.missing().isEmpty()) {
          put(node, unfit.missing());
        }
      }
      case Composition.Incomplete incomplete -> put(node, incomplete.missing());
      case Composition.Broken broken -> {
        ArrayNode problems = node.putArray("problems");
        for (TemplateProblem problem : broken.problems()) {
          problems
              .addObject()
              .put("place", problem.place().toString())
              .put("reason", CompositionWords.said(problem));
        }
      }
      case Composition.FormLetter form ->
          node.put("facts", form.facts()).put("facts_needed", form.needed());
    }
    return node;
  }

  private static void put(ObjectNode node, List<Composition.MissingFact> facts) {
    ArrayNode missing = node.putArray("missing");
    for (Composition.MissingFact fact : facts) {
      missing
          .addObject()
          .put("value", fact.value())
          .put("supplied_by", fact.suppliedBy())
          .put("place", fact.place());
    }
  }
}
