package org.regards.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of all word rules of one language, found in one walk over a passage. Immutable, safe
 * for all threads.
 */
final class Wording {
  private static final Comparator<Match> LONGEST_FIRST =
      Comparator.comparingInt((Match match) -> match.start() - match.end());

  private final Map<String, List<Entry>> byWord = new HashMap<>();
  private final Map<String, List<Entry>> byStem = new HashMap<>();
  private final Map<Rule, Suggestion> wanted = new EnumMap<>(Rule.class);
  private int longestStem;

  /**
   * A phrase in a list.
   *
   * @param suggestion what is better, or null
   */
  record Entry(Rule rule, Phrase phrase, @Nullable Suggestion suggestion, Kind kind) {}

  /** What a list says of its phrases. */
  enum Kind {
    UNWANTED,
    /** Looks like one of the unwanted and is none. */
    HARMLESS,
    /** One of them must be there. */
    WANTED
  }

  /**
   * Where a phrase was found, by token.
   *
   * @param end after the last token
   */
  record Match(Entry entry, int start, int end) {
    boolean overlaps(Match other) {
      return start < other.end && other.start < end;
    }
  }

  Wording(List<Entry> entries) {
    for (Entry entry : entries) {
      if (entry.kind() == Kind.WANTED) {
        wanted.put(
            entry.rule(),
            Objects.requireNonNullElse(entry.suggestion(), new Suggestion.Advice("say it")));
      }
      entry
          .phrase()
          .beginnings()
          .forEach(
              word -> {
                if (word.endsWith("*")) {
                  String stem = word.substring(0, word.length() - 1);
                  longestStem = Math.max(longestStem, stem.length());
                  byStem.computeIfAbsent(stem, ignored -> new ArrayList<>()).add(entry);
                } else {
                  byWord.computeIfAbsent(word, ignored -> new ArrayList<>()).add(entry);
                }
              });
    }
  }

  /** The rules with phrases of which one must be there, and what they advise. */
  Map<Rule, Suggestion> wanted() {
    return Collections.unmodifiableMap(wanted);
  }

  /**
   * The unwanted and the wanted in the order of reading, of those of a rule that overlap the
   * longest, without what is harmless; of the unwanted without words that came from a record.
   */
  List<Match> matches(List<Token> tokens) {
    List<Match> all = new ArrayList<>();
    for (int at = 0; at < tokens.size(); at++) {
      String word = tokens.get(at).word();
      matchAll(byWord.get(word), tokens, at, all);
      for (int length = Math.min(longestStem, word.length()); length > 0; length--) {
        matchAll(byStem.get(word.substring(0, length)), tokens, at, all);
      }
    }
    if (all.isEmpty()) {
      return all;
    }
    all.sort(LONGEST_FIRST);
    List<Match> found = new ArrayList<>();
    for (Match match : all) {
      if (match.entry().kind() != Kind.HARMLESS
          && all.stream().noneMatch(other -> excuses(other, match))
          && found.stream().noneMatch(other -> isSame(other, match))) {
        found.add(match);
      }
    }
    found.sort(Comparator.comparingInt(Match::start));
    return found;
  }

  private static void matchAll(
      @Nullable List<Entry> entries, List<Token> tokens, int at, List<Match> into) {
    if (entries == null) {
      return;
    }
    for (Entry entry : entries) {
      int end = entry.phrase().match(tokens, at, entry.kind() != Kind.UNWANTED);
      if (end > at) {
        into.add(new Match(entry, at, end));
      }
    }
  }

  private static boolean excuses(Match harmless, Match match) {
    return harmless.entry().kind() == Kind.HARMLESS
        && harmless.entry().rule() == match.entry().rule()
        && harmless.overlaps(match);
  }

  private static boolean isSame(Match before, Match match) {
    return before.entry().kind() == match.entry().kind()
        && before.entry().rule() == match.entry().rule()
        && before.overlaps(match);
  }
}
