package org.regards.triage;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.regards.customer.StaffId;
import org.regards.history.Interaction;
import org.regards.history.PastLetter;
import org.regards.history.Tag;
import org.regards.playbook.LetterKind;
import org.regards.playbook.Thresholds;

/**
 * Degrading conduct: our people are taken out of it at once, and when it repeats, correspondence
 * pauses; unless we gave cause by not answering.
 */
final class AbuseRule implements Rule {
  private static final Move COOLING_OFF = Move.write(LetterKind.COOLING_OFF);

  @Override
  public Optional<Finding> look(Situation situation) {
    Thresholds.Abuse threshold = situation.plan().thresholds().abuse();
    List<Interaction> contacts = situation.tagged(threshold.days(), Tag.ABUSE, Tag.HARASSMENT);
    if (contacts.isEmpty()) {
      return Optional.empty();
    }
    Optional<LocalDate> pause = situation.pauseAfter(contacts.getLast().at());
    if (pause.isPresent()) {
      return pause
          .filter(end -> !end.isBefore(situation.today()))
          .map(
              end ->
                  new Finding(Sign.ABUSE_OF_STAFF, Move.nothing())
                      .cite(contacts.stream().map(Evidence::of))
                      .cite(situation.sent(LetterKind.COOLING_OFF).map(Evidence::of))
                      .guard("the pause runs until %s".formatted(end))
                      .not(COOLING_OFF, "a pause is running"));
    }
    String takeOver = takeOver(situation, contacts);
    if (contacts.size() < threshold.contacts()) {
      situation.note("%s", takeOver);
      situation.passOver(
          COOLING_OFF,
          "%d degrading contact in %d days; a pause begins with %d",
          contacts.size(),
          threshold.days(),
          threshold.contacts());
      return Optional.empty();
    }
    if (situation.isOverdue()) {
      situation.note("%s", takeOver);
      situation.passOver(
          COOLING_OFF,
          "no pause: %s has waited for an answer since %s, and that comes first",
          situation.waiting().getFirst().id(),
          Evidence.day(situation.waiting().getFirst()));
      return Optional.empty();
    }
    if (hasPausedBefore(situation, contacts) && !situation.isOurs()) {
      return Optional.of(letGo(situation, contacts, takeOver));
    }
    Finding finding =
        new Finding(Sign.ABUSE_OF_STAFF, COOLING_OFF)
            .cite(contacts.stream().map(Evidence::of))
            .guard(takeOver)
            .guard(
                "manager approves; a named person decides, and the letter says how to ask for a"
                    + " review")
            .guard(
                "a pause of %d days; what is cited needs the consent of whoever was the target",
                situation.plan().pauses().days())
            .not(Move.hold(), "no threat: what is owed and asked goes on")
            .not(Move.write(LetterKind.FAREWELL), "a pause has not been tried");
    situation
        .playbook()
        .onConduct(situation.today())
        .ifPresent(policy -> finding.cite(Evidence.of(policy)));
    return Optional.of(finding);
  }

  /** A pause has been tried within the months of a pattern, and it went on after it. */
  private static boolean hasPausedBefore(Situation situation, List<Interaction> contacts) {
    Instant from =
        situation
            .monthsAgo(situation.plan().thresholds().pattern().months())
            .atStartOfDay(ZoneOffset.UTC)
            .toInstant();
    return situation
        .sent(LetterKind.COOLING_OFF)
        .map(PastLetter::at)
        .anyMatch(moment -> !moment.isBefore(from) && moment.isBefore(contacts.getFirst().at()));
  }

  private static Finding letGo(Situation situation, List<Interaction> contacts, String takeOver) {
    Finding finding =
        new Finding(Sign.ABUSE_OF_STAFF, Move.write(LetterKind.FAREWELL))
            .cite(contacts.stream().map(Evidence::of))
            .cite(situation.sent(LetterKind.COOLING_OFF).map(Evidence::of))
            .guard(takeOver)
            .guard("manager decides: a farewell, or no more service")
            .guard("no door is left open, and the letter does not tell what was said")
            .not(COOLING_OFF, "a pause has been tried, and it went on after it")
            .not(Move.hold(), "no threat: what is owed and asked goes on");
    situation
        .playbook()
        .onEnding(situation.today())
        .ifPresent(
            policy ->
                finding.cite(Evidence.of(policy)).guard(PatternRule.notice(situation, policy)));
    return finding;
  }

  private static String takeOver(Situation situation, List<Interaction> contacts) {
    String names = Situation.staff(contacts).stream().map(StaffId::value).collect(joining(", "));
    int days = situation.plan().duties().takeOverDays();
    return "supervisor takes over from %s %s; staff note"
        .formatted(
            names.isEmpty() ? "whoever was the target" : names,
            days < 2 ? "today" : "within %d days".formatted(days));
  }
}
