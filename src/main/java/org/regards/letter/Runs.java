package org.regards.letter;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.regards.language.LetterLanguage;
import org.regards.language.Typography;
import org.regards.store.RecordField;

/**
 * Reads the runs of a block. Space of the source collapses as in HTML; an empty line between loose
 * text begins a new paragraph, so that an author may write a part as plain text.
 */
final class Runs {
  private final LetterLanguage language;
  private final Consumer<String> problems;
  private final List<List<Inline>> paragraphs = new ArrayList<>();
  private List<Inline> current = new ArrayList<>();
  private boolean spaceDue;

  Runs(LetterLanguage language, Consumer<String> problems) {
    this.language = language;
    this.problems = problems;
  }

  /** The runs inside one element, as one paragraph. */
  static List<Inline> of(Element element, LetterLanguage language, Consumer<String> problems) {
    Runs runs = new Runs(language, problems);
    runs.addChildren(element, false);
    return runs.paragraphs().stream().findFirst().orElse(List.of());
  }

  void add(Node node) {
    add(node, true);
  }

  /** The paragraphs read so far, without empty ones. */
  List<List<Inline>> paragraphs() {
    endParagraph();
    return List.copyOf(paragraphs);
  }

  private void addChildren(Element element, boolean splits) {
    element.childNodes().forEach(child -> add(child, splits));
  }

  private void add(Node node, boolean splits) {
    if (node instanceof TextNode text) {
      addText(text.getWholeText(), splits);
    } else if (node instanceof Element element) {
      addElement(element);
    }
  }

  private void addElement(Element element) {
    switch (element.normalName()) {
      case "data" -> addFact(element);
      case "br" -> {
        spaceDue = false;
        current.add(new Inline.LineBreak());
      }
      case "em", "strong" -> addRun(new Inline.Emphasis(inside(element)));
      case "a" -> addLink(element);
      default ->
          problems.accept(
              "<%s> is not a tag that a letter can hold".formatted(element.normalName()));
    }
  }

  private List<Inline> inside(Element element) {
    return of(element, language, problems);
  }

  private void addFact(Element element) {
    Optional<RecordField> source = RecordField.parse(element.attr("value"));
    String text = element.wholeText();
    if (source.isEmpty()) {
      problems.accept("a fact names no record");
    } else {
      String value = element.hasAttr("data-was") ? element.attr("data-was") : text;
      addRun(new Inline.FactText(new Fact(text, source.get(), value)));
    }
  }

  private void addLink(Element element) {
    String target = element.attr("href");
    if (target.startsWith("https:") || target.startsWith("mailto:") || target.startsWith("tel:")) {
      try {
        addRun(new Inline.Link(URI.create(target), inside(element)));
        return;
      } catch (IllegalArgumentException notAnAddress) {
        // said below, as for any other target that is none
      }
    }
    problems.accept("a link must lead to https:, mailto: or tel:");
  }

  private void addRun(Inline run) {
    if (spaceDue && !current.isEmpty()) {
      appendText(" ");
    }
    spaceDue = false;
    current.add(run);
  }

  private void addText(String text, boolean splits) {
    int at = 0;
    while (at < text.length()) {
      int start = at;
      if (isSpace(text.charAt(at))) {
        while (at < text.length() && isSpace(text.charAt(at))) {
          at++;
        }
        long breaks = text.substring(start, at).chars().filter(space -> space == '\n').count();
        if (splits && breaks > 1) {
          endParagraph();
        } else {
          spaceDue = !current.isEmpty() && !(current.getLast() instanceof Inline.LineBreak);
        }
      } else {
        while (at < text.length() && !isSpace(text.charAt(at))) {
          at++;
        }
        appendText((spaceDue ? " " : "") + text.substring(start, at));
        spaceDue = false;
      }
    }
  }

  private void appendText(String text) {
    if (!current.isEmpty() && current.getLast() instanceof Inline.Text before) {
      current.set(current.size() - 1, new Inline.Text(before.text() + text));
    } else {
      current.add(new Inline.Text(text));
    }
  }

  private void endParagraph() {
    spaceDue = false;
    if (!current.isEmpty()) {
      paragraphs.add(current.stream().map(this::finish).toList());
      current = new ArrayList<>();
    }
  }

  private Inline finish(Inline run) {
    return run instanceof Inline.Text text
        ? new Inline.Text(Typography.finish(text.text(), language))
        : run;
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }
}
