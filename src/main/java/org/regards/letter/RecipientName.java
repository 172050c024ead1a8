package org.regards.letter;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.regards.customer.PersonName;
import org.regards.language.LetterLanguage;
import org.regards.language.LocalFormats;

/** A name as it stands above an address. */
final class RecipientName {
  private RecipientName() {}

  static String of(PersonName name, LetterLanguage language, LocalFormats formats) {
    return Stream.of(
            title(name.title().strip(), language),
            name.title().contains(name.academicTitle()) ? "" : name.academicTitle(),
            formats.name(name.givenAlone(), name.family()))
        .filter(part -> !part.isBlank())
        .collect(Collectors.joining(" "));
  }

  /**
   * DIN 5008 writes "Herrn" above an address; French does not shorten Madame and Monsieur there.
   */
  private static String title(String title, LetterLanguage language) {
    return switch (language) {
      case DE_DE ->
          title.equals("Herr") || title.startsWith("Herr ") ? "Herrn" + title.substring(4) : title;
      case FR_FR ->
          switch (title) {
            case "M.", "M" -> "Monsieur";
            case "Mme", "Mme." -> "Madame";
            default -> title;
          };
      case EN_GB, EN_US, ES_ES -> title;
    };
  }
}
