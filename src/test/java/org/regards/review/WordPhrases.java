package org.regards.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.regards.letter.Fact;
import org.regards.letter.Inline;
import org.regards.store.RecordField;
import org.regards.store.RecordId;
import org.regards.store.RecordKind;

/**
 * Sentences as people write them in such letters, a file a language: {@code [PLAT-1]} begins those
 * for a rule, {@code -} a bad one and {@code +} a good one; what stands in braces came from a
 * record.
 */
record WordPhrases(List<Phrase> phrases) {
  private static final RecordField RECORD =
      new RecordField(new RecordId(RecordKind.CUSTOMER, "C-1"), "street");

  /** A sentence, and whether the rule is content with it. */
  record Phrase(Rule rule, boolean isGood, String text) {
    /** As the words of a letter. */
    List<Token> tokens() {
      List<Inline> runs = new ArrayList<>();
      String[] pieces = text.split("[{}]");
      for (int i = 0; i < pieces.length; i++) {
        runs.add(
            i % 2 == 0
                ? new Inline.Text(pieces[i])
                : new Inline.FactText(new Fact(pieces[i], RECORD, pieces[i])));
      }
      return Token.of(Passage.of(null, 0, runs));
    }

    @Override
    public String toString() {
      return "%s %s: %s".formatted(rule.code(), isGood ? "good" : "bad", text);
    }
  }

  static WordPhrases of(String language) {
    String file = "phrases_" + language + ".txt";
    List<Phrase> phrases = new ArrayList<>();
    Rule rule = null;
    for (String line : text(file).lines().map(String::strip).toList()) {
      switch (line.isEmpty() ? '#' : line.charAt(0)) {
        case '#' -> {}
        case '[' -> rule = Rule.of(line.substring(1, line.length() - 1)).orElseThrow();
        case '+', '-' ->
            phrases.add(
                new Phrase(
                    Objects.requireNonNull(rule, line),
                    line.charAt(0) == '+',
                    line.substring(1).strip()));
        default -> throw new IllegalStateException(file + ": " + line);
      }
    }
    return new WordPhrases(List.copyOf(phrases));
  }

  long count(Rule rule, boolean good) {
    return phrases.stream()
        .filter(phrase -> phrase.rule() == rule && phrase.isGood() == good)
        .count();
  }

  private static String text(String file) {
    try (InputStream stream = WordPhrases.class.getResourceAsStream(file)) {
      return new String(
          Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
