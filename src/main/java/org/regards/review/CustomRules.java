package org.regards.review;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regards.customer.FormOfAddress;
import org.regards.customer.PersonName;
import org.regards.language.LetterLanguage;
import org.regards.letter.Block;
import org.regards.letter.LetterHead;
import org.regards.letter.Part;
import org.regards.letter.PartName;
import org.regards.review.ReviewedLetter.Read;

/**
 * Salutation and close as the language has them, and no title that nobody asked for: LOC-1, GEND-1.
 * Safe for all threads.
 */
final class CustomRules implements Check {
  /** German letters go on in lower case after the comma; a noun or a courtesy "Sie" may not. */
  private static final Pattern CAPITAL_AFTER_COMMA =
      Pattern.compile(
          "(?:Ich|Wir|Vielen|Am|Im|Es|In|An|Auf|Für|Mit|Nach|Seit|Heute|Bei|Zu|Zum|Zur|Wie|Als"
              + "|Der|Die|Das|Den|Danke|Gerne|Hiermit|Leider|Nun|Über|Von|Vor|Wegen|Aus|Ab|Bis)"
              + "(?![\\p{L}])");

  private static final Pattern SMALL_AFTER_COLON = Pattern.compile("\\p{Ll}");

  private static final Pattern WOMAN =
      Pattern.compile(
          "\\b(?:Mrs|Ms|Miss|Madam|Frau|Madame|Mme|Mademoiselle|Sra|Srta|Señora|Estimada|Liebe"
              + "|geehrte|Chère|Querida|Apreciada|Distinguida|Dra)\\b(?!r)",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern MAN =
      Pattern.compile(
          "\\b(?:Mr|Sir|Herr|Monsieur|Sr|Señor|Estimado|Lieber|geehrter|Cher|Querido|Apreciado"
              + "|Distinguido)\\b",
          Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern EVERYBODY =
      Pattern.compile("Sir or Madam|Damen und Herren|Madame, Monsieur|Mesdames, Messieurs");
  private static final Pattern BOTH =
      Pattern.compile("\\p{L}o/a\\b|\\p{L}\\(a\\)|Liebe/r|\\*in\\b");

  @Override
  public void check(ReviewedLetter letter, Consumer<Finding> findings) {
    Optional<Read> salutation = letter.part(PartName.SALUTATION).stream().findFirst();
    Optional<Passage> close = close(letter);
    salutation.ifPresent(read -> checkSalutation(letter, read, findings));
    close.ifPresent(passage -> checkClose(letter, passage, salutation, findings));
    salutation.ifPresent(read -> checkGender(letter, read.passage(), findings));
  }

  private static Custom custom(ReviewedLetter letter) {
    LetterHead head = letter.letter().head();
    return Custom.of(head.language(), head.recipient().address().country());
  }

  private static Optional<Passage> close(ReviewedLetter letter) {
    for (Part part : letter.letter().parts()) {
      if (part.name() == PartName.SIGNATURE) {
        for (int block = 0; block < part.blocks().size(); block++) {
          if (part.blocks().get(block) instanceof Block.Signature signature) {
            return Optional.of(Passage.of(PartName.SIGNATURE, block, signature.close()));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static void checkSalutation(
      ReviewedLetter letter, Read read, Consumer<Finding> findings) {
    Custom custom = custom(letter);
    String text = read.text().replace('\u00a0', ' ').strip();
    if (!custom.salutations().matcher(text).matches()) {
      letter.report(
          findings,
          Rule.LOC_1,
          read.passage().place(0, read.text().length()),
          "“%s” is not how a letter in %s begins."
              .formatted(text, letter.letter().head().language().tag()),
          "“%s”".formatted(custom.salutation()));
    }
    body(letter).ifPresent(first -> checkFirstLetter(letter, first, findings));
  }

  private static Optional<Read> body(ReviewedLetter letter) {
    return letter.passages().stream()
        .filter(read -> read.part() != null && read.part() != PartName.SALUTATION)
        .filter(read -> read.part() != PartName.SIGNATURE && !read.text().isBlank())
        .findFirst();
  }

  private static void checkFirstLetter(
      ReviewedLetter letter, Read first, Consumer<Finding> findings) {
    LetterLanguage language = letter.letter().head().language();
    boolean german =
        language == LetterLanguage.DE_DE
            && !Custom.isSwiss(language, letter.letter().head().recipient().address().country());
    String text = first.text();
    if (german) {
      Matcher capital = CAPITAL_AFTER_COMMA.matcher(text);
      if (capital.lookingAt()) {
        replace(
            letter,
            first.passage(),
            0,
            capital.end(),
            text.substring(0, 1).toLowerCase(language.locale()) + text.substring(1, capital.end()),
            "After the comma of the salutation a German letter goes on in lower case.",
            findings);
      }
    } else if (SMALL_AFTER_COLON.matcher(text).lookingAt()) {
      replace(
          letter,
          first.passage(),
          0,
          1,
          text.substring(0, 1).toUpperCase(language.locale()),
          "The first sentence begins with a small letter.",
          findings);
    }
  }

  private static void checkClose(
      ReviewedLetter letter, Passage close, Optional<Read> salutation, Consumer<Finding> findings) {
    Custom custom = custom(letter);
    String text = close.text().replace('\u00a0', ' ').strip();
    if (!custom.closes().matcher(text).matches()) {
      letter.report(
          findings,
          Rule.LOC_1,
          close.place(0, close.text().length()),
          "“%s” is not how a letter in %s ends."
              .formatted(text, letter.letter().head().language().tag()),
          "“%s”".formatted(custom.close()));
      return;
    }
    salutation.ifPresent(
        read -> {
          String begins = read.text().replace('\u00a0', ' ').strip();
          if (!custom.salutations().matcher(begins).matches()) {
            return;
          }
          String wanted = pair(letter.letter().head().language(), begins, text);
          if (!wanted.isEmpty()) {
            letter.report(
                findings,
                Rule.LOC_1,
                close.place(0, close.text().length()),
                "“%s” does not go with “%s”.".formatted(text, begins),
                wanted);
          }
        });
  }

  /** What the close ought to be beside the salutation, or empty when they go together. */
  private static String pair(LetterLanguage language, String begins, String ends) {
    return switch (language) {
      case EN_GB -> {
        boolean unnamed = begins.startsWith("Dear Sir or Madam");
        if (unnamed ? ends.startsWith("Yours sincerely") : ends.startsWith("Yours faithfully")) {
          yield unnamed ? "“Yours faithfully”" : "“Yours sincerely”";
        }
        yield begins.endsWith(",") == ends.endsWith(",") ? "" : "the same mark after both, or none";
      }
      case FR_FR -> {
        String form = begins.replaceFirst(",$", "");
        yield !ends.contains("agréer") || ends.contains(", " + form + ",")
            ? ""
            : "the salutation again: “…, %s, …”".formatted(form);
      }
      case EN_US, DE_DE, ES_ES -> "";
    };
  }

  private static void checkGender(
      ReviewedLetter letter, Passage salutation, Consumer<Finding> findings) {
    String text = salutation.text();
    if (EVERYBODY.matcher(text).find()) {
      return;
    }
    PersonName name = letter.dossier().customer().name();
    FormOfAddress form =
        List.of("Dra.", "Dra").contains(name.academicTitle())
            ? FormOfAddress.WOMAN
            : name.formOfAddress();
    Matcher both = BOTH.matcher(text);
    Matcher woman = WOMAN.matcher(text);
    Matcher man = MAN.matcher(text);
    Matcher wrong =
        both.find()
            ? both
            : form != FormOfAddress.WOMAN && woman.find()
                ? woman
                : form != FormOfAddress.MAN && man.find() ? man : null;
    if (wrong != null) {
      letter.report(
          findings,
          Rule.GEND_1,
          salutation.place(wrong.start(), wrong.end()),
          "“%s” is not how the customer asked to be addressed (customers.csv, title “%s”)."
              .formatted(wrong.group(), name.title()),
          form == FormOfAddress.BY_NAME ? "the whole name without a title" : "the title on record");
    }
  }

  private static void replace(
      ReviewedLetter letter,
      Passage passage,
      int from,
      int to,
      String words,
      String sentence,
      Consumer<Finding> findings) {
    findings.accept(
        letter.finding(
            Rule.LOC_1, passage.place(from, to), sentence, new Suggestion.Replacement(words)));
  }
}
