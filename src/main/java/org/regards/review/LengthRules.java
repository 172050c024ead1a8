package org.regards.review;

import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.review.ReviewedLetter.Read;

/** How long letter, sentences, paragraphs and subject are: LEN-1, READ-1, SUBJ-1. */
final class LengthRules implements Check {
  private static final int LONGEST_SENTENCE = 30;
  private static final int LONGEST_PARAGRAPH_LINES = 6;

  /** On paper, in the type and margins of a plain letter. */
  private static final int CHARACTERS_A_LINE = 90;

  private static final int LONGEST_SUBJECT = 60;
  private static final Pattern ANSWER_MARK =
      Pattern.compile("(?i)\\s*(?:re|aw|antw|sv|tr|rv|fwd?|wg)\\s*:.*");

  @Override
  public void check(ReviewedLetter letter, Consumer<Finding> findings) {
    checkLength(letter, findings);
    for (Read read : letter.passages()) {
      if (read.part() != null
          && read.part() != PartName.SALUTATION
          && read.part() != PartName.SIGNATURE) {
        checkSentences(letter, read, findings);
        checkParagraph(letter, read, findings);
      }
    }
    checkSubject(letter, findings);
  }

  private static void checkLength(ReviewedLetter letter, Consumer<Finding> findings) {
    int words = 0;
    for (Read read : letter.passages()) {
      if (read.part() != null
          && read.part() != PartName.SALUTATION
          && read.part() != PartName.SIGNATURE) {
        words += count(read.text());
      }
    }
    LetterType type = letter.type();
    if (words < type.fewestWords() || words > type.mostWords()) {
      letter.report(
          findings,
          Rule.LEN_1,
          Place.LETTER,
          "The letter has %d words; of the type %s it has %d to %d."
              .formatted(words, type.word(), type.fewestWords(), type.mostWords()),
          words < type.fewestWords()
              ? "what you found out, and what it means for this customer"
              : "leave out what the customer knows already");
    }
  }

  private static int count(String text) {
    int words = 0;
    boolean inWord = false;
    for (int at = 0; at < text.length(); at++) {
      boolean space = " \n\t".indexOf(text.charAt(at)) >= 0;
      words += !space && !inWord ? 1 : 0;
      inWord = !space;
    }
    return words;
  }

  private static void checkSentences(ReviewedLetter letter, Read read, Consumer<Finding> findings) {
    int words = 0;
    int from = 0;
    for (Token token : read.tokens()) {
      if (words == 0) {
        from = token.from();
      }
      words++;
      if (token.endsSentence()) {
        if (words > LONGEST_SENTENCE) {
          letter.report(
              findings,
              Rule.READ_1,
              read.passage().place(from, token.to()),
              "This sentence has %d words.".formatted(words),
              "two sentences");
        }
        words = 0;
      }
    }
  }

  private static void checkParagraph(ReviewedLetter letter, Read read, Consumer<Finding> findings) {
    int lines = (read.text().length() + CHARACTERS_A_LINE - 1) / CHARACTERS_A_LINE;
    if (lines > LONGEST_PARAGRAPH_LINES) {
      letter.report(
          findings,
          Rule.READ_1,
          read.passage().place(),
          "This paragraph is about %d lines long.".formatted(lines),
          "two paragraphs");
    }
  }

  private static void checkSubject(ReviewedLetter letter, Consumer<Finding> findings) {
    String subject = letter.letter().subjectText();
    if (letter.type().isCard()) {
      return;
    }
    if (subject.isBlank()) {
      letter.report(
          findings,
          Rule.SUBJ_1,
          Place.SUBJECT,
          "The letter has no subject.",
          "the matter and its day or number");
    } else if (subject.length() > LONGEST_SUBJECT) {
      letter.report(
          findings,
          Rule.SUBJ_1,
          Place.SUBJECT,
          "The subject has %d characters; mail programs show %d."
              .formatted(subject.length(), LONGEST_SUBJECT),
          "the matter and its day or number alone");
    }
    if (ANSWER_MARK.matcher(subject).matches()) {
      letter.report(
          findings,
          Rule.SUBJ_1,
          Place.SUBJECT,
          "The subject is marked as an answer, and the letter is none to a message.",
          "leave the mark out");
    }
    if (subject.contains("!")) {
      letter.report(findings, Rule.SUBJ_1, Place.SUBJECT, "The subject shouts.", "leave the ! out");
    }
  }
}
