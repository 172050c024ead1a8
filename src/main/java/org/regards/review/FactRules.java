package org.regards.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.regards.letter.Composer;
import org.regards.letter.CurrentFacts;
import org.regards.letter.Fact;
import org.regards.letter.LetterId;
import org.regards.letter.PartName;
import org.regards.playbook.Business;
import org.regards.review.Passage.FactAt;
import org.regards.review.ReviewedLetter.Read;
import org.regards.store.RecordField;
import org.regards.store.RecordKind;

/**
 * What a letter says of its customer, held against the records: FACT-1 to FACT-4. Safe for all
 * threads.
 */
final class FactRules implements Check {
  private static final double TOO_LIKE = 0.9;

  /** Marks that a template or an author leaves where something was to be filled in. */
  private static final Pattern GAP =
      Pattern.compile(
          "\\$\\{|\\[[\\p{Lu}_ ]{3,}\\]|<[\\p{Lu}_"
              + " ]{3,}>|\\bN/A\\b|\\bTODO\\b|\\bTBD\\b|\\?{3}|_{3,}|"
              + "(?<![\\p{L}\\p{N}])(?:null|undefined)(?![\\p{L}\\p{N}])|\\bXXX\\b");

  private static final List<String> WORDS_OF_GAPS =
      List.of("null", "undefined", "N/A", "TODO", "TBD", "XXX");
  private static final Pattern EMPTY_SALUTATION =
      Pattern.compile(
          "\\s*(?:Dear|Hello|Liebe[rs]?|Sehr geehrter?|Guten Tag|Cher|Chère|Bonjour|Estimad[oa]s?"
              + "|Buenos días)?(?:\\s+(?:Mr|Mrs|Ms|Mx|Dr|Frau|Herr|Sra|Sr)\\.?)?\\s*[,:]?\\s*");

  private static final Pattern AMOUNT = Pattern.compile("[A-Z]{3} -?\\d+(?:\\.\\d+)?");
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

  private final @Nullable Business business;

  /**
   * @param business as the settings have it, or null when it is not held against them
   */
  FactRules(@Nullable Business business) {
    this.business = business;
  }

  @Override
  public void check(ReviewedLetter letter, Consumer<Finding> findings) {
    CurrentFacts current =
        new CurrentFacts(
            letter.letter().head(),
            letter.dossier(),
            letter.playbook(),
            Objects.requireNonNullElseGet(business, Business::unknown));
    for (Read read : letter.passages()) {
      for (FactAt fact : read.passage().facts()) {
        checkFact(letter, read.passage(), fact, current, findings);
      }
      findGaps(letter, read, findings);
    }
    countFacts(letter, findings);
    compare(letter, findings);
  }

  private void checkFact(
      ReviewedLetter letter,
      Passage passage,
      FactAt at,
      CurrentFacts current,
      Consumer<Finding> findings) {
    Fact fact = at.fact();
    RecordField source = fact.source();
    String field = source.field();
    switch (source.record().kind()) {
      case INPUT -> {}
      case CUSTOMER, ORDER, INTERACTION, CASE, POLICY, STAFF, BUSINESS -> {
        if (source.record().kind() == RecordKind.BUSINESS && business == null) {
          return;
        }
        if (!current.has(source.record())) {
          letter.report(
              findings,
              Rule.FACT_1,
              passage.place(at.from(), at.to()),
              "“%s” comes from %s, which is no record of this customer or of the playbook."
                  .formatted(fact.text(), source.record()),
              "take the sentence out, or write it from what is on record");
          return;
        }
        Optional<String> now = current.value(source);
        if (field.equals("name") && source.record().kind().isOfOneCustomer()) {
          now =
              Optional.of(letter.dossier().customer().name())
                  .map(name -> (name.givenAlone() + " " + name.family()).strip());
        }
        if (!now.filter(value -> value.equals(fact.value())).isPresent()) {
          letter.report(
              findings,
              Rule.FACT_1,
              passage.place(at.from(), at.to()),
              "“%s” is no longer true: %s, field %s, %s, and held “%s” when the letter was written."
                  .formatted(
                      passage.sentence(at.from(), at.to()),
                      source.record(),
                      field,
                      now.map("now holds “%s”"::formatted).orElse("is now empty"),
                      fact.value()),
              "compose it anew, or change the sentence");
        }
      }
    }
    if (!saysItsValue(fact)) {
      letter.report(
          findings,
          Rule.FACT_1,
          passage.place(at.from(), at.to()),
          "“%s” is marked as %s, which holds “%s”.".formatted(fact.text(), source, fact.value()),
          "write what the record says, or leave the mark of the fact away");
    }
  }

  /** Whether the words of a fact say its value, as far as its numbers tell. */
  private static boolean saysItsValue(Fact fact) {
    String text = digits(fact.text());
    String value = fact.value();
    if (AMOUNT.matcher(value).matches()) {
      String amount = digits(value);
      return text.equals(amount)
          || (amount.endsWith("00") && text.equals(amount.substring(0, amount.length() - 2)));
    }
    if (DAY.matcher(value).matches()) {
      LocalDate day = LocalDate.parse(value);
      String inMonth = Integer.toString(day.getDayOfMonth());
      return text.equals(inMonth)
          || text.equals(inMonth + day.getYear())
          || text.equals(day.getYear() + inMonth)
          || text.length() > 6;
    }
    return text.equals(digits(value)) || text.isEmpty();
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder();
    for (int at = 0; at < text.length(); at++) {
      if (Character.isDigit(text.charAt(at))) {
        digits.append(text.charAt(at));
      }
    }
    return digits.toString();
  }

  private static void findGaps(ReviewedLetter letter, Read read, Consumer<Finding> findings) {
    Matcher gap = GAP.matcher(read.text());
    while (mayHaveGap(read.passage()) && gap.find()) {
      boolean zero = gap.group().equals("null") && isGerman(letter);
      if (!zero && !read.passage().isFact(gap.start(), gap.end())) {
        letter.report(
            findings,
            Rule.FACT_4,
            read.passage().place(gap.start(), gap.end()),
            "“%s” is a gap that was never filled.".formatted(gap.group()),
            "write what belongs there, or leave the sentence out");
      }
    }
    if (read.part() == PartName.SALUTATION && EMPTY_SALUTATION.matcher(read.text()).matches()) {
      letter.report(
          findings,
          Rule.FACT_4,
          read.passage().place(),
          "The salutation names nobody.",
          "the customer's name, or the salutation of the language for somebody unknown");
    }
  }

  private static boolean mayHaveGap(Passage passage) {
    return passage.hasAny("${[<?_")
        || WORDS_OF_GAPS.stream().anyMatch(word -> passage.text().contains(word));
  }

  private static boolean isGerman(ReviewedLetter letter) {
    return letter.letter().head().language().code().equals("de");
  }

  private static void countFacts(ReviewedLetter letter, Consumer<Finding> findings) {
    int own = Composer.ownFacts(letter.letter());
    int fewest = letter.type().fewestFacts();
    if (own < fewest) {
      letter.report(
          findings,
          Rule.FACT_2,
          Place.LETTER,
          "The letter has %d of the at least %d facts of this customer's own that the type %s wants."
              .formatted(own, fewest, letter.type().word()),
          "say what this customer ordered, wrote or asked for, and when");
    }
  }

  private static void compare(ReviewedLetter letter, Consumer<Finding> findings) {
    List<Likeness> recent = letter.surroundings().recent();
    if (recent.isEmpty() || !Rule.FACT_3.isFor(letter.type())) {
      return;
    }
    Likeness own = Likeness.of(letter);
    double most = 0;
    LetterId like = null;
    for (Likeness other : recent) {
      double likeness = own.to(other);
      if (likeness > most) {
        most = likeness;
        like = other.letter();
      }
      if (most > TOO_LIKE) {
        break;
      }
    }
    if (most > TOO_LIKE) {
      letter.report(
          findings,
          Rule.FACT_3,
          Place.LETTER,
          "Without its facts the letter is the same as %s (%d %% of the words)."
              .formatted(like, Math.round(most * 100)),
          "a sentence that only this customer's letter could have");
    }
  }
}
