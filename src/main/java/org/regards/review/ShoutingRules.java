package org.regards.review;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.review.ReviewedLetter.Read;

/** What shouts or sneers by its marks rather than by its words: SHOUT-1, SARC-1. */
final class ShoutingRules implements Check {
  private static final Set<LetterType> HARD =
      EnumSet.of(
          LetterType.EXPLANATION,
          LetterType.COMPROMISE,
          LetterType.COOLING_OFF,
          LetterType.FAREWELL);

  private static final Pattern CAPITALS =
      Pattern.compile("(?<![\\p{L}\\p{N}-])\\p{Lu}{4,}(?![\\p{L}\\p{N}-])");
  private static final Set<String> ACRONYMS =
      Set.of(
          "ADAC", "AENA", "ASIN", "BAFA", "BFSG", "CIVIL", "CNIL", "CORREOS", "DATEV", "DEKRA",
          "DGCCRF", "DSGVO", "EDEKA", "EIRL", "EORI", "ERNIE", "FNAC", "GDPR", "GMBH", "HMRC",
          "HSBC", "HTML", "IBAN", "IKEA", "IMAP", "IMEI", "INSEE", "ISBN", "ISIN", "JPEG", "LEGO",
          "LIDL", "LOPD", "NATO", "NASA", "NAVE", "OFCOM", "OMIC", "ONCE", "PAYPAL", "RATP",
          "RENFE", "REWE", "RGPD", "RSVP", "SARL", "SCHUFA", "SEPA", "SEUR", "SIREN", "SIRET",
          "SMART", "SNCF", "SWIFT", "TTIP", "TUEV", "UNESCO", "UNICEF", "URSSAF", "USPS", "VSBG");

  private static final Pattern ROMAN = Pattern.compile("M{0,3}[CDLXVI]{3,}");

  /** Emoji: pictures, not the arrows and stars that old fonts have. */
  private static final Pattern EMOJI =
      Pattern.compile(
          "[\\x{1F300}-\\x{1FAFF}\\x{1F1E6}-\\x{1F1FF}]|[\\x{2600}-\\x{27BF}]\\x{FE0F}?");

  private static final int FEWEST_CAPITALS = 4;
  private static final char FIRST_PICTURE = '\u2600';
  private static final String QUOTES = "“„«\"‘";
  private static final Pattern LOUD = Pattern.compile("[!¡]+");

  /** One to three words in quotation marks that came from no record. */
  private static final Pattern SCARE_QUOTES =
      Pattern.compile(
          "[“„«\"‘](\\s?[\\p{L}’'-]+(?:[ \\u00a0][\\p{L}’'-]+){0,2}\\s?)[”“»\"’](?!\\p{L})");

  /** Where a question waits for no answer. */
  private static final Set<PartName> NOT_ASKING =
      EnumSet.of(
          PartName.ACKNOWLEDGEMENT,
          PartName.INVESTIGATION,
          PartName.WHAT_HAPPENED,
          PartName.REASON,
          PartName.DECISION,
          PartName.EMPATHY,
          PartName.RESPONSIBILITY,
          PartName.WHY,
          PartName.INCIDENT,
          PartName.CONDUCT,
          PartName.PAUSE,
          PartName.CONSEQUENCE);

  @Override
  public void check(ReviewedLetter letter, Consumer<Finding> findings) {
    if (!HARD.contains(letter.type())) {
      return;
    }
    for (Read read : letter.passages()) {
      if (read.part() == PartName.SIGNATURE) {
        continue;
      }
      capitals(letter, read, findings);
      if (read.passage().hasAny("!¡")) {
        each(LOUD, letter, read, Rule.SHOUT_1, "“%s” shouts.", "a full stop", findings);
      }
      if (isPictured(read.text())) {
        each(EMOJI, letter, read, Rule.SHOUT_1, "“%s” is a picture.", "words", findings);
      }
      if (read.passage().hasAny(QUOTES)) {
        each(
            SCARE_QUOTES,
            letter,
            read,
            Rule.SARC_1,
            "%s in quotation marks reads as mockery.",
            "the words without the marks",
            findings);
      }
      if (read.part() != null && NOT_ASKING.contains(read.part())) {
        questions(letter, read, findings);
      }
    }
  }

  private static void capitals(ReviewedLetter letter, Read read, Consumer<Finding> findings) {
    if (!isLoud(read.text())) {
      return;
    }
    Matcher word = CAPITALS.matcher(read.text());
    while (word.find()) {
      if (!isName(word.group()) && !read.passage().isFact(word.start(), word.end())) {
        findings.accept(
            letter.finding(
                Rule.SHOUT_1,
                read.passage().place(word.start(), word.end()),
                "“%s” shouts.".formatted(word.group()),
                new Suggestion.Advice(
                    "small letters, unless it is a name: then take it from a record")));
      }
    }
  }

  /** Known by its capitals: an abbreviation, a company, a Roman number. */
  private static boolean isName(String word) {
    return ACRONYMS.contains(word) || ROMAN.matcher(word).matches();
  }

  /** Whether four capitals follow each other. */
  private static boolean isLoud(String text) {
    int capitals = 0;
    for (int at = 0; at < text.length(); at++) {
      capitals = Character.isUpperCase(text.charAt(at)) ? capitals + 1 : 0;
      if (capitals == FEWEST_CAPITALS) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPictured(String text) {
    return text.chars().anyMatch(character -> character >= FIRST_PICTURE);
  }

  private static void each(
      Pattern pattern,
      ReviewedLetter letter,
      Read read,
      Rule rule,
      String sentence,
      String advice,
      Consumer<Finding> findings) {
    Matcher mark = pattern.matcher(read.text());
    while (mark.find()) {
      if (!read.passage().isFact(mark.start(), mark.end())) {
        letter.report(
            findings,
            rule,
            read.passage().place(mark.start(), mark.end()),
            String.format(Locale.ROOT, sentence, mark.group()),
            advice);
      }
    }
  }

  private static void questions(ReviewedLetter letter, Read read, Consumer<Finding> findings) {
    for (int at = read.text().indexOf('?'); at >= 0; at = read.text().indexOf('?', at + 1)) {
      if (!read.passage().isFact(at, at + 1)) {
        letter.report(
            findings,
            Rule.SARC_1,
            read.passage().place(at, at + 1),
            "“%s” is a question that waits for no answer."
                .formatted(read.passage().sentence(at, at + 1)),
            "say it as a plain sentence");
      }
    }
  }
}
