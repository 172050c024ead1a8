package org.regards.review;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.regards.review.Wording.Entry;
import org.regards.review.Wording.Kind;

/**
 * The word lists that come with the program, a file a language: {@code [PLAT-1]} begins the list of
 * a rule, {@code = advice} says what is better than all of it, {@code phrase = advice} than this
 * one, {@code phrase => words} what can be put in its place, {@code ! phrase} what only looks like
 * one; {@code #} begins a remark.
 *
 * <p>{@code [NO-1] must} begins the other kind of list: one of its phrases must be there, and its
 * advice is given when none is. Which part is searched for them is up to the rule: {@code NO-1} the
 * decision, {@code SORRY-5} the whole letter, {@code ADR-1} the paragraph on dispute resolution.
 */
final class WordLists {
  private static final String MUST = " must";
  private static final Map<String, List<Entry>> SHIPPED = new ConcurrentHashMap<>();

  private WordLists() {}

  /** The lists of a language (ISO 639). */
  static List<Entry> shipped(String language) {
    return SHIPPED.computeIfAbsent(language, WordLists::read);
  }

  private static List<Entry> read(String language) {
    String file = "words_" + language + ".txt";
    try (InputStream stream = WordLists.class.getResourceAsStream(file)) {
      String text =
          new String(Objects.requireNonNull(stream, file).readAllBytes(), StandardCharsets.UTF_8);
      return entries(text);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<Entry> entries(String text) {
    List<Entry> entries = new ArrayList<>();
    Rule rule = null;
    boolean must = false;
    Suggestion general = null;
    for (String line : text.lines().map(String::strip).toList()) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (line.startsWith("[")) {
        must = line.endsWith(MUST);
        String code = must ? line.substring(0, line.length() - MUST.length()).strip() : line;
        rule = Rule.of(code.substring(1, code.length() - 1)).orElseThrow();
        general = null;
      } else if (line.startsWith("= ")) {
        general = new Suggestion.Advice(line.substring(2).strip());
      } else if (must && !line.startsWith("! ")) {
        entries.add(
            new Entry(Objects.requireNonNull(rule, line), Phrase.of(line), general, Kind.WANTED));
      } else {
        entries.add(entry(Objects.requireNonNull(rule, line), line, general));
      }
    }
    return List.copyOf(entries);
  }

  private static Entry entry(Rule rule, String line, @Nullable Suggestion general) {
    if (line.startsWith("! ")) {
      return new Entry(rule, Phrase.of(line.substring(2)), null, Kind.HARMLESS);
    }
    int replacement = line.indexOf("=>");
    if (replacement > 0) {
      return new Entry(
          rule,
          Phrase.of(line.substring(0, replacement)),
          new Suggestion.Replacement(line.substring(replacement + 2).strip()),
          Kind.UNWANTED);
    }
    int advice = line.indexOf(" = ");
    return advice > 0
        ? new Entry(
            rule,
            Phrase.of(line.substring(0, advice)),
            new Suggestion.Advice(line.substring(advice + 3).strip()),
            Kind.UNWANTED)
        : new Entry(rule, Phrase.of(line), general, Kind.UNWANTED);
  }
}
