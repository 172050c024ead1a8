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

  /** What has been read of a text that may go on. */
  private final StringBuilder text = new StringBuilder();

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
    if (node instanceof TextNode read) {
      addText(read.getWholeText(), splits);
    } else if (node instanceof Element element) {
      addElement(element);
    }
  }

  private void addElement(Element element) {
    switch (element.normalName()) {
      case "data" -> addFact(element);
      case "br" -> {
        spaceDue = false;
        endText();
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
    String shown = element.wholeText();
    if (source.isEmpty()) {
      problems.accept("a fact names no record");
    } else {
      String value = element.hasAttr("data-was") ? element.attr("data-was") : shown;
      addRun(new Inline.FactText(new Fact(shown, source.get(), value)));
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
    if (spaceDue && !isEmpty()) {
      text.append(' ');
    }
    spaceDue = false;
    endText();
    current.add(run);
  }

  private void addText(String read, boolean splits) {
    int at = 0;
    while (at < read.length()) {
      int start = at;
      if (isSpace(read.charAt(at))) {
        int breaks = 0;
        while (at < read.length() && isSpace(read.charAt(at))) {
          breaks += read.charAt(at) == '\n' ? 1 : 0;
          at++;
        }
        if (splits && breaks > 1) {
          endParagraph();
        } else {
          spaceDue = !isEmpty() && !endsInBreak();
        }
      } else {
        while (at < read.length() && !isSpace(read.charAt(at))) {
          at++;
        }
        if (spaceDue) {
          text.append(' ');
        }
        text.append(read, start, at);
        spaceDue = false;
      }
    }
  }

  private boolean isEmpty() {
    return current.isEmpty() && text.isEmpty();
  }

  private boolean endsInBreak() {
    return text.isEmpty() && current.getLast() instanceof Inline.LineBreak;
  }

  private void endText() {
    if (!text.isEmpty()) {
      current.add(new Inline.Text(text.toString()));
      text.setLength(0);
    }
  }

  private void endParagraph() {
    spaceDue = false;
    endText();
    if (!current.isEmpty()) {
      paragraphs.add(current.stream().map(this::finish).toList());
      current = new ArrayList<>();
    }
  }

  private Inline finish(Inline run) {
    return run instanceof Inline.Text words
        ? new Inline.Text(Typography.finish(words.text(), language))
        : run;
  }

  private static boolean isSpace(char character) {
    return character == ' ' || character == '\n' || character == '\r' || character == '\t';
  }
}
