package org.regards.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Phrases in named sections, in the order of their file: {@code [name]}, then one a line. A name
 * may come again further down, for broader words.
 */
final class PhraseTable {
  private final List<Section> sections = new ArrayList<>();

  private record Section(String name, List<Entry> entries) {
    boolean isIn(String plain, Trigrams trigrams) {
      return entries.stream().anyMatch(entry -> entry.isIn(plain, trigrams));
    }
  }

  private static final class Entry {
    private final Phrase phrase;
    private final int[] marks;

    Entry(Phrase phrase) {
      this.phrase = phrase;
      this.marks = Trigrams.marks(phrase.pieces());
    }

    Phrase phrase() {
      return phrase;
    }

    boolean isIn(String plain, Trigrams trigrams) {
      return trigrams.allow(marks) && phrase.in(plain);
    }
  }

  private PhraseTable() {}

  static PhraseTable load(String name) {
    PhraseTable table = new PhraseTable();
    try (InputStream file = PhraseTable.class.getResourceAsStream(name);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(Objects.requireNonNull(file), UTF_8))) {
      List<Entry> section = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("[")) {
          section = new ArrayList<>();
          table.sections.add(new Section(line.substring(1, line.indexOf(']')), section));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          section.add(new Entry(Phrase.of(line.strip())));
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return table;
  }

  /** The first section that has a phrase in the text. */
  Optional<String> sectionOf(String plain) {
    return sectionOf(plain, name -> false);
  }

  /** The first section but those passed over that has a phrase in the text. */
  Optional<String> sectionOf(String plain, Predicate<String> passedOver) {
    Trigrams trigrams = new Trigrams(plain);
    return sections.stream()
        .filter(section -> !passedOver.test(section.name()))
        .filter(section -> section.isIn(plain, trigrams))
        .map(Section::name)
        .findFirst();
  }

  boolean has(String section, String plain) {
    return find(section, plain).isPresent();
  }

  /** The words of the first phrase of a section in the text. */
  Optional<String> find(String section, String plain) {
    Trigrams trigrams = new Trigrams(plain);
    return entries(section)
        .filter(entry -> entry.isIn(plain, trigrams))
        .map(Entry::phrase)
        .map(phrase -> String.join(" … ", phrase.pieces()))
        .findFirst();
  }

  /** Whether the text begins with a phrase of a section. */
  boolean begins(String section, String plain) {
    return phrases(section)
        .anyMatch(phrase -> plain.startsWith(phrase.pieces().getFirst()) && phrase.in(plain));
  }

  /** Whether the text is a phrase of a section and nothing more. */
  boolean is(String section, String plain) {
    return phrases(section).anyMatch(phrase -> phrase.pieces().getFirst().equals(plain));
  }

  private Stream<Phrase> phrases(String name) {
    return entries(name).map(Entry::phrase);
  }

  private Stream<Entry> entries(String name) {
    return sections.stream()
        .filter(section -> section.name().equals(name))
        .flatMap(section -> section.entries().stream());
  }
}
