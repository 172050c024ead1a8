package org.regards.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.regards.review.ReviewedLetter.Read;

/**
 * The phrases by which rules of structure know what a passage says, in one language. Immutable,
 * safe for all threads.
 */
final class Marks {
  private static final Map<String, Marks> BY_LANGUAGE = new ConcurrentHashMap<>();

  private final Map<Mark, List<Phrase>> phrases;

  /** Something that a passage may say. */
  enum Mark {
    /** That we could not agree. */
    UNSETTLED,
    /** Whether we take part in the settlement of a dispute. */
    USE,
    /** That this is our last word. */
    FINAL,
    /** That it was our doing. */
    OURS
  }

  private Marks(Map<Mark, List<Phrase>> phrases) {
    this.phrases = phrases;
  }

  /**
   * @param language ISO 639
   */
  static Marks of(String language) {
    return BY_LANGUAGE.computeIfAbsent(language, Marks::read);
  }

  /** Whether any of the passages says it. */
  boolean isIn(List<Read> passages, Mark mark) {
    List<Phrase> wanted = phrases.getOrDefault(mark, List.of());
    for (Read read : passages) {
      List<Token> tokens = read.tokens();
      for (int at = 0; at < tokens.size(); at++) {
        for (Phrase phrase : wanted) {
          if (phrase.match(tokens, at, true) > at) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static Marks read(String language) {
    String file = "marks_" + language + ".txt";
    Map<Mark, List<Phrase>> phrases = new EnumMap<>(Mark.class);
    List<Phrase> into = new ArrayList<>();
    for (String line : text(file).lines().map(String::strip).toList()) {
      if (line.startsWith("[")) {
        into = new ArrayList<>();
        phrases.put(
            Mark.valueOf(line.substring(1, line.length() - 1).toUpperCase(Locale.ROOT)), into);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        into.add(Phrase.of(line));
      }
    }
    return new Marks(phrases);
  }

  private static String text(String file) {
    try (InputStream stream = Marks.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
