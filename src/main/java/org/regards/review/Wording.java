package org.regards.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The phrases of all word rules of one language, found in one walk over a passage. Immutable, safe
 * for all threads.
 */
final class Wording {
  private static final int MOST_KNOWN = 50_000;
  private static final int SHORTEST_RARE = 4;
  private static final int OFTEN = 1_000;

  private static final Comparator<Match> LONGEST_FIRST =
      Comparator.comparingInt((Match match) -> match.start() - match.end());

  private final Map<String, List<Anchored>> byWord = new HashMap<>();
  private final Map<String, List<Anchored>> byStem = new HashMap<>();
  private final Map<Rule, Suggestion> wanted = new EnumMap<>(Rule.class);
  private final Map<String, List<Anchored>> byToken = new ConcurrentHashMap<>();
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
    }
    Map<String, Integer> commonness = new HashMap<>();
    entries.stream()
        .flatMap(entry -> entry.phrase().anchors())
        .flatMap(anchor -> anchor.words().stream())
        .forEach(word -> commonness.merge(word, 1, Integer::sum));
    for (Entry entry : entries) {
      Phrase.Anchor anchor =
          entry
              .phrase()
              .anchors()
              .min(Comparator.comparingInt(one -> commonness(one, commonness)))
              .orElseThrow();
      anchor.words().forEach(word -> index(word, new Anchored(entry, anchor)));
    }
  }

  /** A phrase under its rarest word: most letters hold none of those, and all of them hold "we". */
  private record Anchored(Entry entry, Phrase.Anchor anchor) {}

  /** Short words stand in every letter, whether many phrases have them or not. */
  private static int commonness(Phrase.Anchor anchor, Map<String, Integer> counts) {
    return anchor.words().stream()
        .mapToInt(
            word -> counts.getOrDefault(word, 0) + (word.length() < SHORTEST_RARE ? OFTEN : 0))
        .max()
        .orElse(0);
  }

  private void index(String word, Anchored anchored) {
    if (word.endsWith("*")) {
      String stem = word.substring(0, word.length() - 1);
      longestStem = Math.max(longestStem, stem.length());
      byStem.computeIfAbsent(stem, ignored -> new ArrayList<>()).add(anchored);
    } else {
      byWord.computeIfAbsent(word, ignored -> new ArrayList<>()).add(anchored);
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
      matchAll(around(tokens.get(at).word()), tokens, at, all);
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

  /** Letters share most of their words, so what is found by a word is worked out once. */
  private List<Anchored> around(String word) {
    List<Anchored> known = byToken.get(word);
    if (known != null) {
      return known;
    }
    List<Anchored> found = new ArrayList<>(byWord.getOrDefault(word, List.of()));
    for (int length = Math.min(longestStem, word.length()); length > 0; length--) {
      found.addAll(byStem.getOrDefault(word.substring(0, length), List.of()));
    }
    if (byToken.size() < MOST_KNOWN) {
      byToken.put(word, List.copyOf(found));
    }
    return found;
  }

  private static void matchAll(
      List<Anchored> candidates, List<Token> tokens, int at, List<Match> into) {
    for (Anchored candidate : candidates) {
      Entry entry = candidate.entry();
      int last = at - candidate.anchor().fewest();
      for (int start = Math.max(0, at - candidate.anchor().most()); start <= last; start++) {
        int end = entry.phrase().match(tokens, start, entry.kind() != Kind.UNWANTED);
        if (end > at) {
          Match match = new Match(entry, start, end);
          if (!into.contains(match)) {
            into.add(match);
          }
        }
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
