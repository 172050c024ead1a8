package org.regards.pdf;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.regards.language.LetterLanguage;
import org.regards.language.LocalFormats;

/** The day of a letter as its language writes it. Safe for all threads. */
final class Days {
  private final Map<LetterLanguage, LocalFormats> formats = new EnumMap<>(LetterLanguage.class);

  synchronized String written(LocalDate day, LetterLanguage language) {
    return formats.computeIfAbsent(language, LocalFormats::new).fullDay(day);
  }
}
