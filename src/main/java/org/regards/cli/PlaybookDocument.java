package org.regards.cli;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.regards.document.Cell;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.history.PolicyId;
import org.regards.playbook.PlannedPolicy;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;

/** A playbook as a document: all of it to learn it from, or what customers may read. */
final class PlaybookDocument {
  private PlaybookDocument() {}

  /** All of it, with every policy id. */
  static Document forTraining(Playbook playbook, LocalDate day) {
    List<Element> elements = new ArrayList<>();
    for (PlaybookOutline.Chapter chapter : PlaybookOutline.of(playbook, day)) {
      elements.add(new Element.Heading(chapter.heading()));
      elements.add(table(chapter));
    }
    return new Document(
        PlaybookOutline.title(playbook, day), "As of %s".formatted(day), "", day, elements);
  }

  private static Table table(PlaybookOutline.Chapter chapter) {
    List<List<String>> rows = chapter.rows();
    return new Table(
        chapter.heading(),
        chapter.remark(),
        Table.columns(rows.getFirst().toArray(String[]::new)),
        rows.stream().skip(1).map(row -> row.stream().map(Cell::of).toList()).toList());
  }

  /**
   * The policies that are published and in force, in the words in which customers may read them:
   * for the website, or to go with a contract.
   *
   * @param business whose policies they are, or empty
   */
  static Document forCustomers(Playbook playbook, LocalDate day, String business) {
    List<Policy> published = published(playbook, day);
    List<Element> elements = new ArrayList<>();
    for (Policy policy : published) {
      elements.add(new Element.Heading(policy.title()));
      elements.add(new Element.Paragraph(policy.text()));
      elements.add(
          Element.Facts.of(
              "where to find it", policy.clause(),
              "version", "%s v%d".formatted(policy.id(), policy.version()),
              "in force", inForce(playbook, policy, day),
              "published", published(policy)));
    }
    if (published.isEmpty()) {
      elements.add(new Element.Paragraph("No policy is published yet."));
    }
    return new Document("Our policies", business, "", day, elements);
  }

  private static String published(Policy policy) {
    return policy.publishedWhere().isEmpty()
        ? String.valueOf(policy.published())
        : "%s, %s".formatted(policy.published(), String.join(", ", policy.publishedWhere()));
  }

  private static List<Policy> published(Playbook playbook, LocalDate day) {
    List<Policy> published = new ArrayList<>();
    for (PolicyId id : playbook.policyIds(day)) {
      playbook
          .policy(id, day)
          .filter(policy -> policy.published() != null && !policy.published().isAfter(day))
          .filter(policy -> isInForce(playbook, policy, day))
          .ifPresent(published::add);
    }
    return published.stream().sorted(Comparator.comparing(Policy::id)).toList();
  }

  private static boolean isInForce(Playbook playbook, Policy policy, LocalDate day) {
    return playbook.plan(day).policies().stream()
        .filter(planned -> planned.policy().equals(policy))
        .allMatch(planned -> planned.isInForce(day));
  }

  private static String inForce(Playbook playbook, Policy policy, LocalDate day) {
    return playbook.plan(day).policies().stream()
        .filter(planned -> planned.policy().equals(policy))
        .findFirst()
        .map(PlaybookDocument::inForce)
        .orElse("from %s".formatted(policy.published()));
  }

  private static String inForce(PlannedPolicy planned) {
    return planned.until() == null
        ? "from %s".formatted(planned.from())
        : "from %s until %s".formatted(planned.from(), planned.until());
  }
}
