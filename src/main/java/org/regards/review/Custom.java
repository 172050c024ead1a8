package org.regards.review;

import java.util.List;
import java.util.regex.Pattern;
import org.regards.language.LetterLanguage;

/**
 * How letters begin and end in one language (the business's table of salutations, A3).
 *
 * @param salutations whole salutations, mark and all
 * @param closes whole closes
 * @param salutation an example, for advice
 * @param close an example, for advice
 */
record Custom(Pattern salutations, Pattern closes, String salutation, String close) {
  private static final Custom BRITISH =
      new Custom(
          Pattern.compile("Dear (?:Sir or Madam|(?!Mr\\.|Mrs\\.|Ms\\.|Mx\\.)[\\p{L}][^,:;!]*),?"),
          Pattern.compile(
              "(?:Yours sincerely|Yours faithfully|With thanks|With many thanks|Kind regards|Best"
                  + " wishes|With best wishes),?"),
          "Dear Ms Lee,",
          "Yours sincerely,");
  private static final Custom AMERICAN =
      new Custom(
          Pattern.compile("Dear (?:Sir or Madam:|(?!(?:Mr|Mrs|Ms|Mx) )[\\p{L}][^,:;!]*[:,])"),
          Pattern.compile(
              "(?:Sincerely|Sincerely yours|With thanks|With many thanks|Kind regards|Best"
                  + " regards|Best wishes),"),
          "Dear Ms. Lee:",
          "Sincerely,");
  private static final Custom GERMAN =
      new Custom(
          Pattern.compile(
              "(?:Sehr geehrte (?:Frau|Damen und Herren)(?: [^,:;!]+)?|Sehr geehrter Herr [^,:;!]+"
                  + "|Liebe[r]? [^,:;!]+|Guten Tag(?: [^,:;!]+)?),"),
          Pattern.compile(
              "(?:Mit freundlichen Grüßen|Freundliche Grüße|Herzliche Grüße|Mit besten Grüßen|Beste"
                  + " Grüße|Viele Grüße|Mit herzlichen Grüßen)"),
          "Sehr geehrte Frau Lee,",
          "Mit freundlichen Grüßen");
  private static final Custom SWISS_GERMAN =
      new Custom(
          Pattern.compile(GERMAN.salutations.pattern() + "?"),
          Pattern.compile(
              "(?:Mit freundlichen Grüssen|Freundliche Grüsse|Herzliche Grüsse|Mit besten"
                  + " Grüssen|Beste Grüsse|Viele Grüsse|Mit herzlichen Grüssen)"),
          "Sehr geehrte Frau Lee",
          "Freundliche Grüsse");
  private static final Custom FRENCH =
      new Custom(
          Pattern.compile(
              "(?:Madame|Monsieur|Madame, Monsieur|Mesdames, Messieurs"
                  + "|(?:Madame|Monsieur) l[ae] [\\p{L} ]+),"),
          Pattern.compile(
              "(?!.*\\bsentiments\\b)(?:.*\\bagréer, [^.]+\\.|.*\\bcordialement[.,]?|Avec .+,"
                  + "|.*\\bsalutations\\b.*\\.)"),
          "Madame,",
          "Je vous prie d’agréer, Madame, mes salutations distinguées.");
  private static final Custom SPANISH =
      new Custom(
          Pattern.compile(
              "(?:(?:Estimad|Distinguid|Apreciad|Querid)[oa]s? [^,:;!/]+|Buenos días(?:, [^,:;!]+)?"
                  + "|Muy señor(?:es)? mío(?:s)?):"),
          Pattern.compile(
              "(?:Atentamente|Cordialmente|Un cordial saludo|Con gratitud),"
                  + "|(?:Reciba|Le enviamos|Le envío) .+\\.|Le saluda[n]? .+[^.,]"),
          "Estimada Sra. Lee:",
          "Atentamente,");

  /**
   * The custom of a language.
   *
   * @param country of the recipient (ISO 3166), since the Swiss write German their own way
   */
  static Custom of(LetterLanguage language, String country) {
    return switch (language) {
      case EN_GB -> BRITISH;
      case EN_US -> AMERICAN;
      case DE_DE -> isSwiss(language, country) ? SWISS_GERMAN : GERMAN;
      case FR_FR -> FRENCH;
      case ES_ES -> SPANISH;
    };
  }

  /** Whether a letter is written as German is where there is no ß. */
  static boolean isSwiss(LetterLanguage language, String country) {
    return language == LetterLanguage.DE_DE && List.of("CH", "LI").contains(country);
  }
}
