package org.regards.review;

import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.regards.history.CaseFile;
import org.regards.history.CaseState;
import org.regards.history.Fault;
import org.regards.letter.LetterChannel;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.review.ReviewedLetter.Read;
import org.regards.review.ReviewedLetter.Stated;
import org.regards.store.RecordKind;

/**
 * How a letter that does not give all that was asked says so: what was asked, why not, what
 * instead, and whose fault it was. Safe for all threads.
 */
final class ReasonRules implements Check {
  /** The United Kingdom, and the member states bound by directive 2013/11/EU. */
  private static final Set<String> NAMES_A_BODY =
      Set.of(
          "GB", "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU",
          "IE", "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  private static final Pattern WEB =
      Pattern.compile("(?i)\\b(?:https?://|www\\.)?[a-z0-9-]+(?:\\.[a-z0-9-]+)*\\.[a-z]{2,}\\b");

  @Override
  public void check(ReviewedLetter letter, Consumer<Finding> findings) {
    switch (letter.type()) {
      case EXPLANATION -> {
        checkAsk(letter, findings);
        checkReason(letter, PartName.REASON, findings);
        checkAlternative(letter, findings);
        checkEmpathy(letter, findings);
        checkDispute(letter, findings);
      }
      case COMPROMISE -> {
        checkAsk(letter, findings);
        checkReason(letter, PartName.WHY, findings);
        checkAlternative(letter, findings);
        checkFault(letter, findings);
        checkDispute(letter, findings);
      }
      case EDUCATE -> checkFault(letter, findings);
      case COOLING_OFF, FAREWELL, FAREWELL_CARD, THANK_YOU, INVITE, REASSIGN, REFERRAL -> {}
    }
  }

  private static void checkAsk(ReviewedLetter letter, Consumer<Finding> findings) {
    boolean restated =
        letter.stated(PartName.ACKNOWLEDGEMENT).stream()
                .anyMatch(
                    stated ->
                        (stated.kind() == RecordKind.CASE && stated.field().startsWith("asked"))
                            || (stated.kind() == RecordKind.INTERACTION
                                && stated.field().equals("quote")))
            || letter
                .caseFile()
                .filter(file -> names(letter.part(PartName.ACKNOWLEDGEMENT), file.asked()))
                .isPresent();
    if (!restated) {
      letter.report(
          findings,
          Rule.ACK_1,
          Place.of(PartName.ACKNOWLEDGEMENT),
          "What the customer asked for does not stand at the beginning.",
          letter
              .caseFile()
              .map(file -> "say it in their words: “You asked us for %s”".formatted(file.asked()))
              .orElse("say what was asked for, in the customer's words"));
      return;
    }
    List<PartName> parts = letter.passages().stream().map(Read::part).toList();
    int reason = Math.max(parts.indexOf(PartName.REASON), parts.indexOf(PartName.WHY));
    if (reason >= 0 && reason < parts.indexOf(PartName.ACKNOWLEDGEMENT)) {
      letter.report(
          findings,
          Rule.ACK_1,
          Place.of(PartName.ACKNOWLEDGEMENT),
          "What the customer asked for stands after the reason.",
          "put it before");
    }
  }

  /** Whether an author says it in their own words, without the mark of a record. */
  private static boolean names(List<Read> said, String words) {
    return !words.isBlank()
        && said.stream()
            .anyMatch(
                read ->
                    read.text().toLowerCase(Locale.ROOT).contains(words.toLowerCase(Locale.ROOT)));
  }

  private static void checkReason(
      ReviewedLetter letter, PartName part, Consumer<Finding> findings) {
    List<Stated> stated = letter.stated(part);
    List<Read> said = letter.part(part);
    boolean clause =
        stated.stream().anyMatch(one -> one.kind() == RecordKind.POLICY)
            || letter.policy().filter(policy -> names(said, policy.clause())).isPresent();
    boolean fact =
        stated.stream()
                .anyMatch(
                    one ->
                        one.kind() == RecordKind.CASE
                            || one.kind() == RecordKind.ORDER
                            || one.kind() == RecordKind.INTERACTION)
            || said.stream().anyMatch(read -> CalendarWords.hasDay(read.text()));
    if (!clause || !fact) {
      letter.report(
          findings,
          Rule.REAS_1,
          Place.of(part),
          clause
              ? "The reason names a clause, but nothing that happened in this case."
              : fact
                  ? "The reason names what happened, but no clause that the customer can read."
                  : "The reason names neither a clause nor anything that happened in this case.",
          letter
              .policy()
              .map(
                  policy ->
                      "the clause (%s) and what makes it hold here, with its date or number"
                          .formatted(policy.clause()))
              .orElse("the clause, and what makes it hold here, with its date or number"));
    }
  }

  /** Something that we can do, the day until which, and the person who does it. */
  private static void checkAlternative(ReviewedLetter letter, Consumer<Finding> findings) {
    boolean isOffer = letter.type() == LetterType.COMPROMISE;
    PartName what = isOffer ? PartName.OFFER : PartName.ALTERNATIVE;
    PartName how = isOffer ? PartName.ACCEPTANCE : PartName.NEXT_STEP;
    if (!letter.says(what)) {
      letter.report(
          findings,
          Rule.ALT_1,
          Place.of(what),
          "The letter says nothing that we can do.",
          "at least one thing that is possible, and what it takes");
    }
    boolean day =
        letter.stated(what, how).stream()
                .anyMatch(stated -> stated.day().filter(letter::isAhead).isPresent())
            || letter.passages().stream()
                .filter(read -> read.part() == what || read.part() == how)
                .anyMatch(read -> CalendarWords.hasDay(read.text()));
    if (!day) {
      letter.report(
          findings,
          Rule.ALT_1,
          Place.of(how),
          "No day is named by which something happens.",
          "the day by which the customer can answer, or by which we act");
    }
    if (letter.stated(what, how).stream().noneMatch(ReasonRules::reachesSomebody)
        && letter.passages().stream()
            .filter(read -> read.part() == what || read.part() == how)
            .noneMatch(read -> read.passage().names(letter.letter().head().signatory()))
        && letter.letter().head().channel() != LetterChannel.EMAIL) {
      letter.report(
          findings,
          Rule.ALT_1,
          Place.of(how),
          "Nobody is named whom the customer can turn to.",
          "a person's name, telephone number or address");
    }
  }

  private static boolean reachesSomebody(Stated stated) {
    return stated.kind() == RecordKind.STAFF;
  }

  /** T3: a request for understanding only to somebody who has known us for long enough. */
  private static void checkEmpathy(ReviewedLetter letter, Consumer<Finding> findings) {
    if (!letter.says(PartName.EMPATHY)) {
      return;
    }
    int months = letter.plan().duties().empathyMonths();
    var since = letter.dossier().customer().since();
    boolean known = since != null && !since.plus(Period.ofMonths(months)).isAfter(letter.today());
    boolean said =
        letter.stated(PartName.EMPATHY).stream()
            .anyMatch(
                stated ->
                    stated.kind() == RecordKind.CUSTOMER
                        && (stated.field().equals("years") || stated.field().equals("since")));
    if (!known || !said) {
      letter.report(
          findings,
          Rule.EMP_1,
          Place.of(PartName.EMPATHY),
          known
              ? "The letter asks for understanding without a word of how long we know each other."
              : "The letter asks for understanding, and the customer has been with us for less than"
                  + " %d months.".formatted(months),
          known ? "say since when the customer has been with us" : "leave it out");
    }
  }

  private static void checkFault(ReviewedLetter letter, Consumer<Finding> findings) {
    if (letter.caseFile().map(CaseFile::fault).orElse(Fault.UNKNOWN) != Fault.OURS) {
      return;
    }
    if (!letter.marks().isIn(letter.passages(), Marks.Mark.OURS)) {
      PartName part =
          letter.type() == LetterType.COMPROMISE ? PartName.RESPONSIBILITY : PartName.REMEDY;
      letter.report(
          findings,
          Rule.SORRY_4,
          Place.of(part),
          "It was our fault, and the letter does not say so.",
          "“That was our mistake.”");
    }
    PartName repair = letter.type() == LetterType.COMPROMISE ? PartName.OFFER : PartName.REMEDY;
    if (!letter.says(repair)) {
      letter.report(
          findings,
          Rule.SORRY_4,
          Place.of(repair),
          "It was our fault, and the letter does not say what we do about it.",
          "what you give or mend, and by when");
    }
  }

  /**
   * Alternative dispute resolution: regulation 19 of SI 2015/542, VSBG 37, directive 2013/11/EU.
   */
  private static void checkDispute(ReviewedLetter letter, Consumer<Finding> findings) {
    boolean consumer = letter.dossier().customer().organisation().isBlank();
    String country = letter.letter().head().recipient().address().country();
    if (!consumer || !NAMES_A_BODY.contains(country) || !isFinal(letter)) {
      return;
    }
    List<Read> part = letter.part(PartName.DISPUTE_RESOLUTION);
    if (part.isEmpty()) {
      letter.report(
          findings,
          Rule.ADR_1,
          Place.LETTER,
          "This is our last word to a consumer in %s, and no neutral body is named."
              .formatted(country),
          "compose it with --set dispute_body=\"NAME (web address)\"");
      return;
    }
    Set<Lack> lacks = EnumSet.noneOf(Lack.class);
    if (!letter.marks().isIn(part, Marks.Mark.UNSETTLED)) {
      lacks.add(Lack.UNSETTLED);
    }
    if (part.stream().noneMatch(read -> WEB.matcher(read.text()).find())) {
      lacks.add(Lack.ADDRESS);
    }
    if (!letter.marks().isIn(part, Marks.Mark.USE)) {
      lacks.add(Lack.USE);
    }
    lacks.forEach(
        lack ->
            letter.report(
                findings,
                Rule.ADR_1,
                Place.of(PartName.DISPUTE_RESOLUTION),
                "The paragraph on the neutral body does not say %s.".formatted(lack.words),
                "all of it: that we could not agree, the body's name and web address, and whether"
                    + " we take part"));
  }

  private enum Lack {
    UNSETTLED("that we could not settle it between us"),
    ADDRESS("where on the web the body is found"),
    USE("whether we take part");

    private final String words;

    Lack(String words) {
      this.words = words;
    }
  }

  private static boolean isFinal(ReviewedLetter letter) {
    return letter.has(PartName.DISPUTE_RESOLUTION)
        || letter.caseFile().filter(file -> file.state() == CaseState.REJECTED).isPresent()
        || letter.marks().isIn(letter.passages(), Marks.Mark.FINAL);
  }
}
