package org.regards.review;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.regards.history.CaseFile;
import org.regards.history.Dossier;
import org.regards.history.Order;
import org.regards.letter.Fact;
import org.regards.letter.Letter;
import org.regards.letter.LetterType;
import org.regards.letter.PartName;
import org.regards.playbook.Plan;
import org.regards.playbook.Playbook;
import org.regards.playbook.Policy;
import org.regards.review.Passage.FactAt;
import org.regards.store.RecordKind;

/**
 * A letter as the rules read it: taken apart once for all of them. For one review, on one thread.
 */
final class ReviewedLetter {
  private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern AMOUNT = Pattern.compile("[A-Z]{3} -?\\d+(\\.\\d+)?");

  private final Letter letter;
  private final Dossier dossier;
  private final Playbook playbook;
  private final Surroundings surroundings;
  private final List<Read> passages;

  /** A passage and its words, which are looked for when a rule first asks. */
  static final class Read {
    private final Passage passage;
    private @Nullable List<Token> tokens;

    private Read(Passage passage) {
      this.passage = passage;
    }

    Passage passage() {
      return passage;
    }

    List<Token> tokens() {
      if (tokens == null) {
        tokens = Token.of(passage);
      }
      return tokens;
    }

    @Nullable PartName part() {
      return passage.part();
    }

    String text() {
      return passage.text();
    }

    static List<Read> all(Letter letter) {
      return Passage.of(letter).stream().map(Read::new).toList();
    }

    /** Those of some parts. */
    static List<Read> of(Letter letter, List<PartName> parts) {
      return Passage.of(letter, parts).stream().map(Read::new).toList();
    }
  }

  /**
   * @param dossier of the customer, as of now: not as of when the letter was written
   */
  ReviewedLetter(Letter letter, Dossier dossier, Playbook playbook, Surroundings surroundings) {
    this(letter, dossier, playbook, surroundings, Read.all(letter));
  }

  /**
   * @param passages of the letter, where they have been read already
   */
  ReviewedLetter(
      Letter letter,
      Dossier dossier,
      Playbook playbook,
      Surroundings surroundings,
      List<Read> passages) {
    this.letter = letter;
    this.dossier = dossier;
    this.playbook = playbook;
    this.surroundings = surroundings;
    this.passages = passages;
  }

  Letter letter() {
    return letter;
  }

  LetterType type() {
    return letter.head().type();
  }

  Dossier dossier() {
    return dossier;
  }

  Playbook playbook() {
    return playbook;
  }

  Surroundings surroundings() {
    return surroundings;
  }

  /** Subject, parts and signature, in the order of reading. */
  List<Read> passages() {
    return passages;
  }

  /** The passages of a part, or none. */
  List<Read> part(PartName part) {
    return passages.stream().filter(passage -> passage.part() == part).toList();
  }

  boolean has(PartName part) {
    return passages.stream().anyMatch(passage -> passage.part() == part);
  }

  /** The case that the letter is about. */
  Optional<CaseFile> caseFile() {
    return Optional.ofNullable(letter.head().caseId()).flatMap(dossier::caseFile);
  }

  /** The order that the case is about. */
  Optional<Order> order() {
    return caseFile().flatMap(file -> Optional.ofNullable(file.order()).flatMap(dossier::order));
  }

  /** The policy of the case, in the version in force when it was opened. */
  Optional<Policy> policy() {
    return caseFile()
        .flatMap(
            file ->
                Optional.ofNullable(file.policy())
                    .flatMap(policy -> playbook.policy(policy, file.opened())));
  }

  Plan plan() {
    return playbook.plan(today());
  }

  /** The day of the review. */
  LocalDate today() {
    return dossier.today();
  }

  /** Whether a day is that of the letter or a later one. */
  boolean isAhead(LocalDate day) {
    return !day.isBefore(letter.head().date());
  }

  Marks marks() {
    return Marks.of(letter.head().language().code());
  }

  boolean isAnyOf(LetterType first, LetterType... others) {
    return type() == first || Arrays.asList(others).contains(type());
  }

  /** Whether a part is there and says something. */
  boolean says(PartName part) {
    return passages.stream().anyMatch(read -> read.part() == part && !read.text().isBlank());
  }

  /** The facts in any of some parts, in the order of reading. */
  List<Stated> stated(PartName... parts) {
    List<Stated> stated = new ArrayList<>();
    for (Read read : passages) {
      if (Arrays.asList(parts).contains(read.part())) {
        read.passage().facts().forEach(fact -> stated.add(new Stated(read.passage(), fact)));
      }
    }
    return stated;
  }

  /** A fact and where it stands. */
  record Stated(Passage passage, FactAt at) {
    Fact fact() {
      return at.fact();
    }

    RecordKind kind() {
      return fact().source().record().kind();
    }

    String field() {
      return fact().source().field();
    }

    /** Whether the author gave it, under a name. */
    boolean isInput(String name) {
      return kind() == RecordKind.INPUT && fact().source().record().key().equals(name);
    }

    Place place() {
      return passage.place(at.from(), at.to());
    }

    Optional<LocalDate> day() {
      return DAY.matcher(fact().value()).matches()
          ? Optional.of(LocalDate.parse(fact().value()))
          : Optional.empty();
    }

    Optional<Money> money() {
      return AMOUNT.matcher(fact().value()).matches()
          ? Optional.of(Money.parse(fact().value()))
          : Optional.empty();
    }
  }

  void report(Consumer<Finding> findings, Rule rule, Place place, String sentence, String advice) {
    if (rule.isFor(type())) {
      findings.accept(finding(rule, place, sentence, new Suggestion.Advice(advice)));
    }
  }

  Finding finding(Rule rule, Place place, String sentence, @Nullable Suggestion suggestion) {
    return new Finding(rule, rule.severity(type()), place, sentence, suggestion);
  }
}
