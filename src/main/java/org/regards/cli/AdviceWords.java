package org.regards.cli;

import static java.util.stream.Collectors.joining;

import java.io.PrintWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.regards.customer.Customer;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Role;
import org.regards.triage.Alternative;
import org.regards.triage.Evidence;
import org.regards.triage.Move;
import org.regards.triage.Proposal;
import org.regards.triage.Recommendation;
import org.regards.triage.Rejected;

/** A recommendation for a person to read: what, why, what to mind, why nothing else. */
final class AdviceWords {
  private static final int WIDTH = 100;
  private static final int LONGEST_QUOTE = 160;
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final PrintWriter out;

  AdviceWords(PrintWriter out) {
    this.out = out;
  }

  /** One line of a list of many. */
  static String line(Recommendation advice) {
    return "%-12s %-14s %s%s"
        .formatted(
            advice.customer().id(),
            advice.move().word(),
            advice.sign().words(),
            advice.caseId() == null ? "" : ", " + advice.caseId())
        .stripTrailing();
  }

  void print(Recommendation advice) {
    out.printf("%s  %s%n", advice.customer().id(), TerminalText.line(name(advice.customer())));
    out.printf("%s: %s%n", headline(advice.move()), advice.sign().words());
    list("Because", advice.evidence().stream().map(AdviceWords::evidence).toList());
    list("Mind", Stream.concat(approval(advice), advice.guards().stream()).toList());
    list("Can do", advice.alternatives().stream().map(AdviceWords::alternative).toList());
    list("Not", advice.rejected().stream().map(AdviceWords::rejected).toList());
    list("Say what it is", advice.proposals().stream().flatMap(AdviceWords::proposal).toList());
    if (advice.move() instanceof Move.Write write
        && write.letter() != LetterKind.PLATFORM_REQUEST) {
      out.println("Next: " + compose(advice, write.letter()));
    }
  }

  /** The command that writes the letter in which an alternative is offered. */
  static String next(Recommendation advice, Alternative one) {
    return compose(advice, one.letter())
        + (one.give().isEmpty() ? "" : " --set \"%s\"".formatted(one.give()));
  }

  private static String compose(Recommendation advice, LetterKind letter) {
    return "regards compose %s --letter %s%s"
        .formatted(
            advice.customer().id(),
            letter.word(),
            advice.caseId() == null ? "" : " --case " + advice.caseId());
  }

  private static String alternative(Alternative one) {
    return "%s%s: %s%s"
        .formatted(
            one.way().words(),
            one.value() == null ? "" : ", " + one.value(),
            one.because(),
            one.give().isEmpty() ? "" : " (--set \"%s\")".formatted(one.give()));
  }

  private static String headline(Move move) {
    return switch (move) {
      case Move.Write write -> "Write " + write.word();
      case Move.Hold ignored -> "Hold everything";
      case Move.Nothing ignored -> "Write nothing";
    };
  }

  private static String name(Customer customer) {
    return Stream.of(
            customer.name().title(),
            customer.name().given(),
            customer.name().family(),
            customer.organisation().isBlank() ? "" : "(" + customer.organisation() + ")")
        .filter(part -> !part.isBlank())
        .collect(joining(" "));
  }

  private static String evidence(Evidence one) {
    String when =
        one.at() != null ? MOMENT.format(one.at()) : one.day() == null ? "" : one.day().toString();
    String quote = TerminalText.line(one.quote());
    if (quote.length() > LONGEST_QUOTE) {
      quote = quote.substring(0, LONGEST_QUOTE - 1) + "…";
    }
    return "%s%s%s: %s"
        .formatted(
            when.isEmpty() ? "" : when + " ",
            one.channel() == null ? "" : one.channel().word() + " ",
            one.record().replaceFirst("^interaction/", "").replace('/', ' '),
            one.channel() == null ? quote : "“" + quote + "”");
  }

  private static Stream<String> approval(Recommendation advice) {
    if (advice.approvers().isEmpty()) {
      return Stream.empty();
    }
    String roles = advice.approvers().stream().sorted().map(Role::word).collect(joining(" and "));
    return Stream.of(
        switch (advice.move()) {
          case Move.Hold ignored -> "released by %s and nobody else".formatted(roles);
          case Move.Write ignored -> "approved by %s, never by its author".formatted(roles);
          case Move.Nothing ignored -> "decided by %s".formatted(roles);
        });
  }

  private static String rejected(Rejected one) {
    return "%s: %s".formatted(one.move().word(), one.because());
  }

  private static Stream<String> proposal(Proposal one) {
    return one.tag() == null
        ? Stream.empty()
        : Stream.of(
            "regards incident confirm %1$s %2$s --as STAFF, or deny"
                .formatted(one.interaction(), one.tag().word()));
  }

  private void list(String heading, List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    out.println(heading);
    for (String entry : entries) {
      List<String> lines = wrapped(TerminalText.line(entry));
      out.println("  - " + lines.getFirst());
      lines.subList(1, lines.size()).forEach(line -> out.println("    " + line));
    }
  }

  private static List<String> wrapped(String text) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.split(" ")) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH - 4) {
        lines.add(line.toString());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
