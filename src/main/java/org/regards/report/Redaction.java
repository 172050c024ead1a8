package org.regards.report;

import static java.util.stream.Collectors.joining;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.regards.document.Cell;
import org.regards.document.Chart;
import org.regards.document.Document;
import org.regards.document.Element;
import org.regards.document.Table;
import org.regards.history.Interaction;
import org.regards.history.Tag;

/**
 * Keeps those who reported somebody out of the papers. What they reported is not quoted at all: it
 * may say who they are in any words. Whatever in it looks like a name is struck out of all else.
 */
final class Redaction {
  static final String WITHHELD =
      "[wording withheld: it may name who reported it; counsel reads it in the store]";
  private static final String STRUCK = "[name withheld]";

  private static final String NAME = "\\p{Lu}[\\p{L}'’-]+\\.?";
  private static final Pattern FULL_NAME = Pattern.compile(NAME + "(?:[ \\u00a0]+" + NAME + ")+");
  private static final Pattern REACH = Pattern.compile("\\S+@\\S+|\\+?[0-9][0-9 ()/-]{6,}[0-9]");

  /** Words before a surname, in the languages of letters, and those a sentence may begin with. */
  private static final Set<String> NO_NAMES =
      Set.of(
          "mr",
          "mrs",
          "ms",
          "miss",
          "dr",
          "prof",
          "herr",
          "frau",
          "monsieur",
          "madame",
          "señor",
          "señora",
          "sr",
          "sra",
          "the",
          "a",
          "an",
          "at",
          "on",
          "in",
          "she",
          "he",
          "they",
          "two",
          "customer",
          "customers",
          "der",
          "die",
          "das",
          "le",
          "la",
          "el",
          "our",
          "stood",
          "blocked",
          "reported",
          "says",
          "said",
          "told",
          "called");

  private final List<Pattern> struck;

  private Redaction(List<Pattern> struck) {
    this.struck = struck;
  }

  static boolean isReport(Interaction contact) {
    return contact.tags().contains(Tag.IMPEDING);
  }

  static Redaction of(CustomerFile file) {
    Set<String> names =
        new TreeSet<>(
            Comparator.comparingInt(String::length)
                .reversed()
                .thenComparing(Comparator.naturalOrder()));
    Set<String> own = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
    var name = file.dossier().customer().name();
    own.addAll(List.of((name.given() + " " + name.family()).strip().split("\\s+")));
    file.playbook().staff().forEach(one -> own.addAll(List.of(one.name().split("\\s+"))));
    for (Interaction contact : file.dossier().interactions()) {
      if (isReport(contact)) {
        collect(contact.subject() + "\n" + contact.text(), own, names);
      }
    }
    return new Redaction(names.stream().map(Redaction::wholeWords).toList());
  }

  private static void collect(String text, Set<String> own, Set<String> names) {
    Matcher reach = REACH.matcher(text);
    while (reach.find()) {
      names.add(reach.group());
    }
    Matcher found = FULL_NAME.matcher(text);
    while (found.find()) {
      for (String word : found.group().split("[ \\u00a0]+")) {
        String bare = word.replaceAll("\\.$|['’]s$", "");
        if (!own.contains(bare) && !NO_NAMES.contains(bare.toLowerCase(Locale.ROOT))) {
          names.add(bare);
        }
      }
    }
  }

  private static Pattern wholeWords(String name) {
    return Pattern.compile(
        "(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])",
        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  }

  /** The words of a contact, unless they are those of a report. */
  static String words(Interaction contact) {
    if (isReport(contact)) {
      return WITHHELD;
    }
    return List.of(contact.subject(), contact.text()).stream()
        .filter(text -> !text.isBlank())
        .distinct()
        .collect(joining("\n"));
  }

  /** The same on one line. */
  static String line(Interaction contact) {
    return isReport(contact)
        ? WITHHELD
        : List.of(contact.subject(), contact.text()).stream()
            .filter(text -> !text.isBlank())
            .distinct()
            .map(text -> text.replaceAll("\\s+", " ").strip())
            .collect(joining(": "));
  }

  Document of(Document document) {
    return new Document(
        document.title(),
        document.subtitle(),
        document.notice(),
        document.date(),
        document.elements().stream().map(this::of).toList());
  }

  private Element of(Element element) {
    return switch (element) {
      case Element.Heading heading -> heading;
      case Element.Subheading heading -> heading;
      case Element.Paragraph one -> new Element.Paragraph(of(one.text()));
      case Element.Remark one -> new Element.Remark(of(one.text()));
      case Element.Quote one -> new Element.Quote(of(one.text()), of(one.source()));
      case Element.Items one -> new Element.Items(one.items().stream().map(this::of).toList());
      case Element.Checks one -> new Element.Checks(one.items().stream().map(this::of).toList());
      case Element.Facts one ->
          new Element.Facts(
              one.facts().stream()
                  .map(fact -> new Element.Fact(fact.name(), of(fact.value())))
                  .toList());
      case Table one ->
          new Table(
              one.name(),
              one.caption(),
              one.columns(),
              one.rows().stream().map(row -> row.stream().map(this::of).toList()).toList());
      case Chart chart -> chart;
    };
  }

  private Cell of(Cell cell) {
    return cell instanceof Cell.Words words ? Cell.of(of(words.text())) : cell;
  }

  String of(String text) {
    String rest = text;
    for (Pattern name : struck) {
      rest = name.matcher(rest).replaceAll(Matcher.quoteReplacement(STRUCK));
    }
    return rest;
  }
}
