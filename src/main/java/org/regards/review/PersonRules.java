package org.regards.review;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.regards.history.Tag;
import org.regards.letter.Block;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.LetterType;
import org.regards.letter.Part;
import org.regards.letter.PartName;
import org.regards.letter.Signatory;
import org.regards.review.ReviewedLetter.Read;

/** Who writes, and what is nobody else's business: SIGN-1, PII-1, SELL-1. Safe for all threads. */
final class PersonRules implements Check {
  /** Those that no letter has by chance: {@code threat:legal}. */
  private static final List<Tag> MARKS =
      Arrays.stream(Tag.values()).filter(tag -> tag.word().contains(":")).toList();

  private static final Pattern NO_REPLY =
      Pattern.compile("(?i)\\b(?:no|do-?not)[-_.]?reply[\\w.-]*@");
  private static final Pattern CARD_NUMBER =
      Pattern.compile("(?<![\\d+])\\d(?:[ \\u00a0-]?\\d){12,18}(?!\\d)");
  private static final Pattern SCORE =
      Pattern.compile(
          "(?i)\\b(?:score|rating|ranking|risk|segment|tier|CLV|RFM|NPS)\\s*[:=]\\s*[\\w.,-]+");
  private static final Pattern SELLING_LINK =
      Pattern.compile(
          "(?i)utm_|coupon|voucher|promo|discount|newsletter|subscribe|survey|umfrage|enquête"
              + "|encuesta|feedback|review|rating|bewert|avis|trustpilot|reseña|/shop|/sale");
  private static final Pattern BARE_LINK = Pattern.compile("(?i)\\b(?:https?://|www\\.)\\S+");
  private static final Set<LetterType> WANTS_NOTHING =
      EnumSet.of(
          LetterType.EXPLANATION,
          LetterType.COOLING_OFF,
          LetterType.FAREWELL,
          LetterType.THANK_YOU);

  @Override
  public void check(ReviewedLetter letter, Consumer<Finding> findings) {
    checkSignature(letter, findings);
    for (Read read : letter.passages()) {
      if (read.passage().hasOwnDigit()) {
        findNumbers(letter, read, findings);
      }
      if (read.passage().hasAny(":=")) {
        findTags(letter, read, findings);
      }
      if (WANTS_NOTHING.contains(letter.type())) {
        findLinks(letter, read, findings);
      }
    }
    if (WANTS_NOTHING.contains(letter.type())) {
      links(letter.letter())
          .filter(link -> SELLING_LINK.matcher(link.target().toString()).find())
          .forEach(
              link ->
                  letter.report(
                      findings,
                      Rule.SELL_1,
                      Place.LETTER,
                      "The link to %s sells or asks for something.".formatted(link.target()),
                      "no link: this letter wants nothing"));
    }
  }

  private static void checkSignature(ReviewedLetter letter, Consumer<Finding> findings) {
    if (!letter.has(PartName.SIGNATURE)) {
      return; // a letter without one cannot be composed; a passage alone is read without it
    }
    Signatory signatory = letter.letter().head().signatory();
    List<Read> lines = letter.part(PartName.SIGNATURE);
    boolean named =
        !signatory.name().isBlank()
            && lines.stream().anyMatch(read -> read.text().contains(signatory.name()));
    if (!named) {
      letter.report(
          findings,
          Rule.SIGN_1,
          Place.of(PartName.SIGNATURE),
          "Nobody signs by name.",
          "the name of the person whom the customer can turn to");
    }
    boolean reached =
        Stream.of(signatory.phone(), signatory.email())
            .filter(contact -> !contact.isBlank())
            .anyMatch(contact -> lines.stream().anyMatch(read -> read.text().contains(contact)));
    if (!reached) {
      letter.report(
          findings,
          Rule.SIGN_1,
          Place.of(PartName.SIGNATURE),
          "The signature does not say how to reach %s directly."
              .formatted(signatory.name().isBlank() ? "anybody" : signatory.name()),
          "a direct telephone number or address (staff.csv)");
    }
    for (Read read : letter.passages()) {
      Matcher reply = NO_REPLY.matcher(read.text());
      if (read.passage().hasAny("@") && reply.find()) {
        letter.report(
            findings,
            Rule.SIGN_1,
            read.passage().place(reply.start(), reply.end()),
            "Nobody reads what is sent to “%s”.".formatted(reply.group()),
            "an address that a person reads");
      }
    }
  }

  private static void findNumbers(ReviewedLetter letter, Read read, Consumer<Finding> findings) {
    Matcher number = CARD_NUMBER.matcher(read.text());
    while (number.find()) {
      if (isCard(number.group())) {
        letter.report(
            findings,
            Rule.PII_1,
            read.passage().place(number.start(), number.end()),
            "This is the number of a payment card.",
            "“the card ending in %s”".formatted(lastFour(number.group())));
      }
    }
  }

  private static String lastFour(String number) {
    String digits = number.replaceAll("\\D", "");
    return digits.substring(digits.length() - 4);
  }

  /** The check digit of ISO/IEC 7812-1 (Luhn). */
  private static boolean isCard(String text) {
    int sum = 0;
    int place = 0;
    for (int at = text.length() - 1; at >= 0; at--) {
      int digit = Character.digit(text.charAt(at), 10);
      if (digit >= 0) {
        int counted = place++ % 2 == 0 ? digit : digit * 2;
        sum += counted > 9 ? counted - 9 : counted;
      }
    }
    return sum % 10 == 0 && sum > 0;
  }

  private static void findTags(ReviewedLetter letter, Read read, Consumer<Finding> findings) {
    String lower = read.text().contains(":") ? read.text().toLowerCase(Locale.ROOT) : "";
    for (Tag tag : MARKS) {
      int at = lower.indexOf(tag.word());
      if (at >= 0) {
        letter.report(
            findings,
            Rule.PII_1,
            read.passage().place(at, at + tag.word().length()),
            "“%s” is a mark of ours.".formatted(tag.word()),
            "what happened, in plain words");
      }
    }
    Matcher score = SCORE.matcher(read.text());
    if (score.find() && !read.passage().isFact(score.start(), score.end())) {
      letter.report(
          findings,
          Rule.PII_1,
          read.passage().place(score.start(), score.end()),
          "“%s” is a figure of ours.".formatted(score.group()),
          "leave it out");
    }
  }

  private static void findLinks(ReviewedLetter letter, Read read, Consumer<Finding> findings) {
    if (!read.text().contains("://") && !read.text().contains("www.")) {
      return;
    }
    Matcher link = BARE_LINK.matcher(read.text());
    while (link.find()) {
      if (SELLING_LINK.matcher(link.group()).find()) {
        letter.report(
            findings,
            Rule.SELL_1,
            read.passage().place(link.start(), link.end()),
            "“%s” sells or asks for something.".formatted(link.group()),
            "no link: this letter wants nothing");
      }
    }
  }

  private static Stream<Inline.Link> links(Letter letter) {
    return letter.parts().stream()
        .map(Part::blocks)
        .flatMap(List::stream)
        .flatMap(PersonRules::runs)
        .flatMap(PersonRules::links);
  }

  private static Stream<Inline> runs(Block block) {
    return switch (block) {
      case Block.Paragraph paragraph -> paragraph.runs().stream();
      case Block.ItemList list -> list.items().stream().flatMap(List::stream);
      case Block.Table table ->
          Stream.concat(table.head().stream(), table.rows().stream().flatMap(List::stream))
              .flatMap(List::stream);
      case Block.Signature signature -> signature.lines().stream().flatMap(List::stream);
    };
  }

  private static Stream<Inline.Link> links(Inline run) {
    return switch (run) {
      case Inline.Link link -> Stream.of(link);
      case Inline.Emphasis emphasis -> emphasis.runs().stream().flatMap(PersonRules::links);
      case Inline.Text ignored -> Stream.empty();
      case Inline.FactText ignored -> Stream.empty();
      case Inline.LineBreak ignored -> Stream.empty();
    };
  }
}
