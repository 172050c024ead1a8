package org.regards.review;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regards.language.LetterLanguage;
import org.regards.letter.LetterHead;
import org.regards.letter.PartName;
import org.regards.review.ReviewedLetter.Read;

/** Days, amounts and spelling of one language in the letter of another: LOC-1. */
final class FormatRules implements Check {
  private static final Pattern NUMERIC_DAY =
      Pattern.compile(
          "(?<![\\d/.-])\\d{1,2}/\\d{1,2}/\\d{2,4}(?![\\d/-])|(?<!\\d)\\d{4}-\\d{2}-\\d{2}(?!\\d)");

  /** {@code €22,00}, {@code 22.00 €}. */
  private static final Pattern COMMA_CENTS = Pattern.compile("[£$€]\\s?\\d+,\\d{2}(?!\\d)");

  private static final Pattern POINT_CENTS =
      Pattern.compile(
          "(?<![\\d.])\\d+\\.\\d{2}[ \\u00a0\\u202f]?(?:€|EUR|£|\\$)|[€£$]["
              + " \\u00a0\\u202f]?\\d+\\.\\d{2}(?!\\d)");
  private static final Pattern SIGN_AFTER = Pattern.compile("\\d[ \\u00a0\\u202f]?[€£](?!\\d)");

  /** French sets a no-break space before these, but not in times, addresses and numbers. */
  private static final Pattern TIGHT_MARK = Pattern.compile("[\\p{L}\\p{N})»]([;!?]|:(?=\\s|$))");

  private static final String NO_BREAK_SPACE = "\u00a0";
  private static final Pattern SHARP_S = Pattern.compile("\\p{L}*ß\\p{L}*");

  @Override
  public void check(ReviewedLetter letter, Consumer<Finding> findings) {
    LetterHead head = letter.letter().head();
    boolean swiss = Custom.isSwiss(head.language(), head.recipient().address().country());
    for (Read read : letter.passages()) {
      if (read.part() == PartName.SIGNATURE) {
        continue;
      }
      if (read.passage().hasOwnDigit()) {
        checkDays(letter, read, head.language(), findings);
        checkAmounts(letter, read, head.language(), findings);
      }
      if (head.language() == LetterLanguage.FR_FR) {
        checkMarks(letter, read, findings);
      }
      if (swiss) {
        checkSharpS(letter, read, findings);
      }
    }
  }

  private static void checkDays(
      ReviewedLetter letter, Read read, LetterLanguage language, Consumer<Finding> findings) {
    Matcher numeric = NUMERIC_DAY.matcher(read.text());
    Optional<Matcher> found =
        numeric.find() ? Optional.of(numeric) : CalendarWords.foreignDay(read.text(), language);
    found
        .filter(day -> !read.passage().isFact(day.start(), day.end()))
        .ifPresent(
            day ->
                report(
                    letter,
                    read,
                    day.start(),
                    day.end(),
                    "“%s” is not how %s writes a day.".formatted(day.group(), language.tag()),
                    "the day with the name of its month: " + example(language),
                    findings));
  }

  private static String example(LetterLanguage language) {
    return switch (language) {
      case EN_GB -> "3 May";
      case EN_US -> "May 3";
      case DE_DE -> "3. Mai";
      case FR_FR -> "3 mai";
      case ES_ES -> "3 de mayo";
    };
  }

  private static void checkAmounts(
      ReviewedLetter letter, Read read, LetterLanguage language, Consumer<Finding> findings) {
    boolean english = language == LetterLanguage.EN_GB || language == LetterLanguage.EN_US;
    for (Pattern pattern :
        english ? new Pattern[] {COMMA_CENTS, SIGN_AFTER} : new Pattern[] {POINT_CENTS}) {
      Matcher amount = pattern.matcher(read.text());
      while (amount.find()) {
        if (!read.passage().isFact(amount.start(), amount.end())) {
          report(
              letter,
              read,
              amount.start(),
              amount.end(),
              "“%s” is not how %s writes an amount.".formatted(amount.group(), language.tag()),
              english ? "£22.00" : "22,00 €",
              findings);
        }
      }
    }
  }

  private static void checkMarks(ReviewedLetter letter, Read read, Consumer<Finding> findings) {
    Matcher tight = TIGHT_MARK.matcher(read.text());
    while (tight.find()) {
      if (!read.passage().isMarked(tight.start(1), tight.end(1))) {
        findings.accept(
            letter.finding(
                Rule.LOC_1,
                read.passage().place(tight.start(1), tight.end(1)),
                "French sets a no-break space before “%s”.".formatted(tight.group(1)),
                new Suggestion.Replacement(NO_BREAK_SPACE + tight.group(1))));
      }
    }
  }

  private static void checkSharpS(ReviewedLetter letter, Read read, Consumer<Finding> findings) {
    Matcher word = SHARP_S.matcher(read.text());
    while (word.find()) {
      if (!read.passage().isFact(word.start(), word.end())) {
        findings.accept(
            letter.finding(
                Rule.LOC_1,
                read.passage().place(word.start(), word.end()),
                "“%s”: there is no ß in Swiss German.".formatted(word.group()),
                new Suggestion.Replacement(word.group().replace("ß", "ss"))));
      }
    }
  }

  private static void report(
      ReviewedLetter letter,
      Read read,
      int from,
      int to,
      String sentence,
      String advice,
      Consumer<Finding> findings) {
    letter.report(findings, Rule.LOC_1, read.passage().place(from, to), sentence, advice);
  }
}
