package org.regards.review;

import static org.regards.letter.LetterType.COMPROMISE;
import static org.regards.letter.LetterType.COOLING_OFF;
import static org.regards.letter.LetterType.EDUCATE;
import static org.regards.letter.LetterType.EXPLANATION;
import static org.regards.letter.LetterType.FAREWELL;
import static org.regards.letter.LetterType.THANK_YOU;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.regards.letter.LetterType;

/**
 * The rules that a letter is held against (the business's table of rules, A4): what each finds, in
 * which letters, and how much it weighs.
 */
public enum Rule {
  FACT_1("a fact is not, or no longer, what its record says"),
  FACT_2("too few facts of the customer's own: a form letter"),
  FACT_3(Severity.WARNING, "too much like the last letters of its type", hard(THANK_YOU)),
  FACT_4("a gap that was never filled"),
  ACK_1("what was asked does not stand before the reason", only(EXPLANATION, COMPROMISE)),
  ACK_2("words that make the customer's matter small"),
  REAS_1("the reason lacks the clause or the fact", only(EXPLANATION, COMPROMISE)),
  REAS_2(Severity.WARNING, "words in the place of a reason", hard()),
  NO_1("no plain no", only(EXPLANATION)),
  NO_2("false hope", only(EXPLANATION, FAREWELL, COOLING_OFF)),
  NO_3(Severity.WARNING, "regret as a habit of speech", only(EXPLANATION, COMPROMISE)),
  ALT_1("nothing that we can do, or nobody who does it by a day", only(EXPLANATION, COMPROMISE)),
  PLAT_1("a phrase that fits everybody"),
  SORRY_1("an apology with a condition"),
  SORRY_2(Severity.WARNING, "an apology that does not name the harm", all()),
  SORRY_3(Severity.WARNING, "nobody did it", only(EXPLANATION, COMPROMISE)),
  SORRY_4("our fault without our word for it", only(COMPROMISE, EDUCATE)),
  SORRY_5(Severity.WARNING, "no regret", hard()),
  ADMIT_1("a word of liability"),
  BLAME_1("blame of the customer"),
  BLAME_2("blame of somebody else"),
  LIBEL_1("the name of a crime"),
  LEGAL_1("law and police"),
  REVIEW_1("an offer tied to a review"),
  GAG_1("silence as a condition", only(COMPROMISE, FAREWELL)),
  SARC_1("sarcasm", only(EXPLANATION, COMPROMISE, COOLING_OFF, FAREWELL)),
  SHOUT_1("shouting", only(EXPLANATION, COMPROMISE, COOLING_OFF, FAREWELL)),
  WIN_1("winning the argument"),
  EMP_1(Severity.WARNING, "empathy asked too early, or with guilt", only(EXPLANATION)),
  PROM_1(Severity.WARNING, "a promise that nobody can keep", all()),
  POL_1("more than the policy allows", only(COMPROMISE, EDUCATE)),
  POL_2(Severity.WARNING, "not what others got", only(COMPROMISE, EDUCATE)),
  POL_3(
      "a policy that was not in force, or that customers cannot read",
      only(EXPLANATION, COMPROMISE)),
  OFFER_1("an offer without value, way or day", only(COMPROMISE)),
  ADR_1("the last word without the way to a neutral body", only(EXPLANATION, COMPROMISE)),
  ADR_2("a platform that is closed"),
  COOL_1("a pause that leaves out what must be said", only(COOLING_OFF)),
  COOL_2("a pause that argues, offers or sells", only(COOLING_OFF)),
  COOL_3("the name of a statutory right", only(COOLING_OFF)),
  COOL_4("a pause that is too long", only(COOLING_OFF)),
  FARE_1("an end too early, or with something left open", only(FAREWELL)),
  FARE_2("an end without thanks or good wishes", only(FAREWELL, LetterType.FAREWELL_CARD)),
  FARE_3("an open door after a threat", only(FAREWELL, LetterType.FAREWELL_CARD)),
  FARE_4(Severity.WARNING, "nobody else is named", only(FAREWELL)),
  PROT_1("a reason that the law protects"),
  PII_1("what is nobody else's business"),
  SELL_1("selling", only(EXPLANATION, COOLING_OFF, FAREWELL, THANK_YOU)),
  HEAT_1("written in heat"),
  SIGN_1("no person, or no way to reach one"),
  LOC_1("not the custom of the language"),
  GEND_1("a title that nobody asked for"),
  LEN_1(Severity.WARNING, "too short or too long", all()),
  READ_1(Severity.WARNING, "hard to read", all()),
  SUBJ_1("a subject that gives it away"),
  DUP_1("sent before, on hold, or overtaken"),
  GRANT_1("given after a threat", only(COMPROMISE));

  private static final Map<String, Rule> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Rule::code, rule -> rule));

  private final Severity severity;
  private final String meaning;

  @SuppressWarnings("ImmutableEnumChecker") // never handed out, never changed
  private final Set<LetterType> types;

  Rule(String meaning) {
    this(Severity.ERROR, meaning, all());
  }

  Rule(String meaning, Set<LetterType> types) {
    this(Severity.ERROR, meaning, types);
  }

  Rule(Severity severity, String meaning, Set<LetterType> types) {
    this.severity = severity;
    this.meaning = meaning;
    this.types = types;
  }

  /** The id by which people know it, for example {@code SORRY-1}. */
  public String code() {
    return name().replace('_', '-');
  }

  public static Optional<Rule> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code.toUpperCase(Locale.ROOT)));
  }

  /** What it finds, in a few words. */
  public String meaning() {
    return meaning;
  }

  /** How much it weighs in a letter of a type. */
  public Severity severity(LetterType type) {
    return this == PLAT_1 && type == THANK_YOU ? Severity.WARNING : severity;
  }

  /** Whether letters of a type are held against it. */
  public boolean isFor(LetterType type) {
    return types.contains(type);
  }

  private static Set<LetterType> all() {
    return EnumSet.allOf(LetterType.class);
  }

  /** The letters that say no in one way or another, and others. */
  private static Set<LetterType> hard(LetterType... others) {
    Set<LetterType> types = EnumSet.of(EXPLANATION, COMPROMISE, FAREWELL);
    types.addAll(Arrays.asList(others));
    return types;
  }

  private static Set<LetterType> only(LetterType first, LetterType... others) {
    return EnumSet.of(first, others);
  }
}
