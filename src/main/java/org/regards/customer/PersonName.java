package org.regards.customer;

import java.util.List;
import java.util.stream.Stream;

/**
 * A person's name as recorded. Every part may be empty; text is kept exactly as it came.
 *
 * @param title as recorded, for example {@code Mrs} or {@code Frau Dr.}
 * @param given may begin with an academic title, as exports have it: {@code Dr. Ulrich}
 */
public record PersonName(String title, String given, String family) {
  private static final List<String> ACADEMIC =
      List.of(
          "Prof. Dr.",
          "Professor",
          "Profesora",
          "Profesor",
          "Prof.ª",
          "Profa.",
          "Prof.",
          "Doctora",
          "Dra.",
          "Dr.",
          "Dr");

  public FormOfAddress formOfAddress() {
    return FormOfAddress.ofTitle(title);
  }

  /** The academic title in the title or before the given name, or an empty text: {@code Dr.}. */
  public String academicTitle() {
    return Stream.of(title.substring(title.indexOf(' ') + 1), given)
        .flatMap(text -> ACADEMIC.stream().filter(academic -> leads(academic, text)))
        .findFirst()
        .orElse("");
  }

  /** The given name without an academic title before it. */
  public String givenAlone() {
    return ACADEMIC.stream()
        .filter(academic -> leads(academic, given))
        .findFirst()
        .map(academic -> given.substring(academic.length()).strip())
        .orElse(given);
  }

  public boolean isEmpty() {
    return given.isBlank() && family.isBlank();
  }

  private static boolean leads(String academic, String text) {
    return text.equals(academic) || text.startsWith(academic + " ");
  }
}
