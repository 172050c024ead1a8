package org.regards.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Holds the parts of a letter against what its type asks for. */
final class PartOrder {
  private PartOrder() {}

  /** What is missing or out of order; empty when all is well. */
  static List<String> problems(LetterType type, LetterMarkup.Content content) {
    List<PartName> names = content.parts().stream().map(Part::name).toList();
    List<String> problems = new ArrayList<>();
    if (content.subject().isEmpty() != type.isCard()) {
      problems.add(
          type.isCard()
              ? "a card has no subject; leave <@subject> out"
              : "a letter wants a subject: <@subject>…</@subject>");
    }
    if (names.isEmpty() || names.getFirst() != PartName.SALUTATION) {
      problems.add("a letter begins with <@salutation/>");
    }
    if (names.isEmpty() || names.getLast() != PartName.SIGNATURE) {
      problems.add("a letter ends with <@signature/>");
    }
    List<PartName> absent =
        type.requiredParts().stream().filter(part -> !names.contains(part)).toList();
    if (!absent.isEmpty()) {
      problems.add("the %s letter lacks: %s".formatted(type.word(), words(absent)));
    } else if (!type.requiredParts()
        .equals(names.stream().filter(type.requiredParts()::contains).toList())) {
      problems.add(
          "the parts of the %s letter come in this order, each once: %s"
              .formatted(type.word(), words(type.requiredParts())));
    }
    return problems;
  }

  private static String words(List<PartName> parts) {
    return parts.stream().map(PartName::word).collect(Collectors.joining(", "));
  }
}
