package org.regards.letter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.regards.language.LetterLanguage;

/**
 * The markup that a template yields and that the store keeps: {@code <header>} with the subject,
 * one {@code <section>} a part, facts as {@code <data>}. What a letter cannot hold is a problem,
 * never dropped in silence.
 */
final class LetterMarkup {
  private final LetterLanguage language;
  private final Consumer<String> problems;
  private final List<Part> parts = new ArrayList<>();
  private List<Inline> subject = List.of();

  private LetterMarkup(LetterLanguage language, Consumer<String> problems) {
    this.language = language;
    this.problems = problems;
  }

  /** Subject and parts of a letter. */
  record Content(List<Inline> subject, List<Part> parts) {}

  static Content read(String markup, LetterLanguage language, Consumer<String> problems) {
    LetterMarkup reader = new LetterMarkup(language, problems);
    for (Node node : Jsoup.parseBodyFragment(markup).body().childNodes()) {
      reader.readTop(node);
    }
    return new Content(reader.subject, reader.parts);
  }

  private void readTop(Node node) {
    if (node instanceof Element element) {
      switch (element.normalName()) {
        case "header" -> subject = children(element, "h1").stream().findFirst().orElse(List.of());
        case "section" -> readPart(element);
        default ->
            problems.accept(
                "<%s> stands outside of all parts; every text belongs into <@part …>"
                    .formatted(element.normalName()));
      }
    } else if (node instanceof TextNode text && !text.isBlank()) {
      problems.accept("a text stands outside of all parts; every text belongs into <@part …>");
    }
  }

  private void readPart(Element section) {
    Optional<PartName> name = PartName.of(section.id());
    if (name.isEmpty()) {
      problems.accept("there is no part named \"%s\"".formatted(section.id()));
      return;
    }
    List<Block> blocks = new ArrayList<>();
    Runs loose = new Runs(language, problems);
    for (Node node : section.childNodes()) {
      if (node instanceof Element element && isBlock(element)) {
        loose.paragraphs().forEach(runs -> blocks.add(new Block.Paragraph(runs)));
        loose = new Runs(language, problems);
        blocks.add(block(element));
      } else {
        loose.add(node);
      }
    }
    loose.paragraphs().forEach(runs -> blocks.add(new Block.Paragraph(runs)));
    if (blocks.isEmpty()) {
      problems.accept("the part \"%s\" is empty".formatted(section.id()));
    }
    parts.add(new Part(name.get(), section.hasClass("locked"), blocks));
  }

  private static boolean isBlock(Element element) {
    return switch (element.normalName()) {
      case "p", "ul", "table", "footer" -> true;
      default -> false;
    };
  }

  private Block block(Element element) {
    return switch (element.normalName()) {
      case "ul" -> new Block.ItemList(children(element, "li"));
      case "table" -> table(element);
      case "footer" -> signature(element);
      default -> new Block.Paragraph(runs(element));
    };
  }

  private Block table(Element table) {
    List<List<Inline>> head = new ArrayList<>();
    List<List<List<Inline>>> rows = new ArrayList<>();
    for (Element row : table.getElementsByTag("tr")) {
      boolean isHead = head.isEmpty() && rows.isEmpty();
      if (isHead) {
        head.addAll(children(row, "th"));
      } else {
        rows.add(children(row, "td"));
      }
    }
    if (head.isEmpty() || rows.stream().anyMatch(row -> row.size() != head.size())) {
      problems.accept("a table wants a head row, and as many cells in every row");
    }
    return new Block.Table(head, rows);
  }

  private Block signature(Element footer) {
    List<List<Inline>> lines =
        children(footer, "p").stream().filter(line -> !line.isEmpty()).toList();
    if (lines.size() < 2) {
      problems.accept("the signature wants a close and a name");
      return new Block.Signature(List.of(), List.of());
    }
    return new Block.Signature(lines.getFirst(), lines.subList(1, lines.size()));
  }

  /** The runs of the children, which must all be of one tag; nothing else is dropped in silence. */
  private List<List<Inline>> children(Element element, String tag) {
    List<List<Inline>> runs = new ArrayList<>();
    for (Node node : element.childNodes()) {
      if (node instanceof Element child && child.normalName().equals(tag)) {
        runs.add(runs(child));
      } else if (node instanceof Element || (node instanceof TextNode text && !text.isBlank())) {
        problems.accept(
            "<%s> may hold <%s> only; something else stands in it"
                .formatted(element.normalName(), tag));
      }
    }
    return runs;
  }

  private List<Inline> runs(Element element) {
    return Runs.of(element, language, problems);
  }

  /** The markup of a letter, from which {@link #read} makes an equal one. */
  static String write(Letter letter) {
    StringBuilder out = new StringBuilder(2_048);
    if (!letter.subject().isEmpty()) {
      out.append("<header><h1>");
      write(letter.subject(), out);
      out.append("</h1></header>\n");
    }
    for (Part part : letter.parts()) {
      out.append("<section id=\"").append(part.name().word()).append('"');
      out.append(part.locked() ? " class=\"locked\">" : ">");
      part.blocks().forEach(block -> write(block, out));
      out.append("</section>\n");
    }
    return out.toString();
  }

  private static void write(Block block, StringBuilder out) {
    switch (block) {
      case Block.Paragraph paragraph -> element("p", paragraph.runs(), out);
      case Block.ItemList list -> {
        out.append("<ul>");
        list.items().forEach(item -> element("li", item, out));
        out.append("</ul>");
      }
      case Block.Table table -> {
        out.append("<table><thead><tr>");
        table.head().forEach(cell -> element("th", cell, out));
        out.append("</tr></thead><tbody>");
        for (List<List<Inline>> row : table.rows()) {
          out.append("<tr>");
          row.forEach(cell -> element("td", cell, out));
          out.append("</tr>");
        }
        out.append("</tbody></table>");
      }
      case Block.Signature signature -> {
        out.append("<footer>");
        element("p", signature.close(), out);
        signature.lines().forEach(line -> element("p", line, out));
        out.append("</footer>");
      }
    }
  }

  private static void element(String tag, List<Inline> runs, StringBuilder out) {
    out.append('<').append(tag).append('>');
    write(runs, out);
    out.append("</").append(tag).append('>');
  }

  private static void write(List<Inline> runs, StringBuilder out) {
    for (Inline run : runs) {
      switch (run) {
        case Inline.Text text -> escape(text.text(), out);
        case Inline.FactText fact -> write(fact.fact(), out);
        case Inline.Emphasis emphasis -> element("em", emphasis.runs(), out);
        case Inline.Link link -> {
          out.append("<a href=\"");
          escape(link.target().toString(), out);
          out.append("\">");
          write(link.runs(), out);
          out.append("</a>");
        }
        case Inline.LineBreak ignored -> out.append("<br>");
      }
    }
  }

  private static void write(Fact fact, StringBuilder out) {
    out.append("<data value=\"");
    escape(fact.source().toString(), out);
    if (!fact.value().equals(fact.text())) {
      out.append("\" data-was=\"");
      escape(fact.value(), out);
    }
    out.append("\">");
    escape(fact.text(), out);
    out.append("</data>");
  }

  private static void escape(String text, StringBuilder out) {
    for (int at = 0; at < text.length(); at++) {
      char character = text.charAt(at);
      switch (character) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        default -> out.append(character);
      }
    }
  }
}
