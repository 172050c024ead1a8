package org.regards.mail;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.regards.letter.Block;
import org.regards.letter.Inline;
import org.regards.letter.Letter;
import org.regards.letter.Part;

/**
 * A letter as HTML for mail programs: one narrow column, styles inline because many programs drop
 * all others, nothing fetched from anywhere, light or dark as the reader has it. Facts are plain
 * words here: which record they came from stays in the house.
 */
final class HtmlFace {
  private static final Set<String> LINKED = Set.of("https", "mailto", "tel");

  private static final String PARAGRAPH = "margin:0 0 1.15em";
  private static final String LINK = "color:#1d5a85;text-decoration:underline";
  private static final String LIST = "margin:0 0 1.15em;padding:0 0 0 1.3em";
  private static final String ITEM = "margin:0 0 .4em";
  private static final String TABLE =
      "margin:0 0 1.15em;width:100%;border-collapse:collapse;font-size:.95em";
  private static final String HEAD =
      "padding:.3em .8em .3em 0;text-align:left;vertical-align:bottom;border-bottom:2px solid"
          + " #b9b2a6";
  private static final String CELL =
      "padding:.35em .8em .35em 0;text-align:left;vertical-align:top;border-bottom:1px solid"
          + " #ddd7cc";
  private static final String ADDRESS = "margin:0;font-style:normal";

  /** Outlook on Windows knows no max-width: it gets a table of the same measure. */
  private static final String OPENING =
      """
      <!DOCTYPE html>
      <html lang="{language}" dir="ltr">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <meta name="supported-color-schemes" content="light dark">
      <title>{title}</title>
      <style>
      :root { color-scheme: light dark; supported-color-schemes: light dark; }
      @media (prefers-color-scheme: dark) {
      body, .page { background: #1c1b19 !important; }
      .letter { color: #e9e4da !important; }
      .letter a { color: #9cc7e6 !important; }
      .letter th, .letter td { border-color: #57524a !important; }
      }
      </style>
      </head>
      <body style="margin:0;padding:0;background:#ffffff">
      <div class="page" style="background:#ffffff;padding:32px 20px">
      <!--[if mso]><table role="presentation" width="560" align="center"><tr><td><![endif]-->
      <article class="letter" style="max-width:560px;margin:0 auto;color:#25221d;\
      font:17px/1.6 Georgia,'Times New Roman',serif;overflow-wrap:break-word">
      """;

  private static final String CLOSING =
      """
      </article>
      <!--[if mso]></td></tr></table><![endif]-->
      </div>
      </body>
      </html>
      """;

  /** Hebrew is the first script that runs from right to left. */
  private static final char HEBREW = 0x0590;

  private static final int USUAL_LENGTH = 8_192;

  private final StringBuilder html = new StringBuilder(USUAL_LENGTH);

  private HtmlFace() {}

  static String of(Letter letter) {
    HtmlFace face = new HtmlFace();
    String title =
        letter.subject().isEmpty() ? letter.head().signatory().name() : letter.subjectText();
    face.html.append(
        OPENING
            .replace("{language}", letter.head().language().tag())
            .replace("{title}", escaped(title)));
    for (Part part : letter.parts()) {
      part.blocks().forEach(face::append);
    }
    return face.html.append(CLOSING).toString();
  }

  private void append(Block block) {
    switch (block) {
      case Block.Paragraph paragraph -> element("p", PARAGRAPH, paragraph.runs());
      case Block.ItemList list -> {
        open("ul", LIST);
        list.items().forEach(item -> element("li", ITEM, item));
        close("ul");
      }
      case Block.Table table -> append(table);
      case Block.Signature signature -> append(signature);
    }
  }

  private void append(Block.Table table) {
    open("table", TABLE);
    html.append("<thead><tr>");
    for (List<Inline> cell : table.head()) {
      html.append("<th scope=\"col\" style=\"").append(HEAD).append("\">");
      append(cell);
      html.append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    for (List<List<Inline>> row : table.rows()) {
      html.append("<tr>");
      for (List<Inline> cell : row) {
        html.append("<td style=\"").append(CELL).append("\">");
        append(cell);
        html.append("</td>");
      }
      html.append("</tr>\n");
    }
    html.append("</tbody>\n");
    close("table");
  }

  private void append(Block.Signature signature) {
    if (!signature.close().isEmpty()) {
      element("p", "margin:1.6em 0 1.15em", signature.close());
    }
    if (!signature.lines().isEmpty()) {
      html.append("<address style=\"").append(ADDRESS).append("\">");
      String between = "";
      for (List<Inline> line : signature.lines()) {
        html.append(between);
        append(line);
        between = "<br>\n";
      }
      html.append("</address>\n");
    }
  }

  private void element(String name, String style, List<Inline> runs) {
    html.append('<').append(name).append(" style=\"").append(style).append("\">");
    append(runs);
    close(name);
  }

  private void open(String name, String style) {
    html.append('<').append(name).append(" style=\"").append(style).append("\">\n");
  }

  private void close(String name) {
    html.append("</").append(name).append(">\n");
  }

  private void append(List<Inline> runs) {
    for (Inline run : runs) {
      switch (run) {
        case Inline.Text words -> escape(words.text(), html);
        case Inline.FactText fact -> appendFact(fact.fact().text());
        case Inline.Emphasis emphasis -> {
          html.append("<em>");
          append(emphasis.runs());
          html.append("</em>");
        }
        case Inline.Link link -> append(link);
        case Inline.LineBreak ignored -> html.append("<br>\n");
      }
    }
  }

  /** A name written from right to left must not turn the punctuation around it. */
  private void appendFact(String text) {
    boolean rightToLeft = isRightToLeft(text);
    html.append(rightToLeft ? "<bdi>" : "");
    escape(text, html);
    html.append(rightToLeft ? "</bdi>" : "");
  }

  private static boolean isRightToLeft(String text) {
    for (int at = 0; at < text.length(); at++) {
      if (text.charAt(at) >= HEBREW) {
        return text.codePoints().anyMatch(HtmlFace::isRightToLeft);
      }
    }
    return false;
  }

  private static boolean isRightToLeft(int character) {
    byte direction = Character.getDirectionality(character);
    return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
        || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  }

  private void append(Inline.Link link) {
    URI target = link.target();
    boolean linked = target.getScheme() != null && LINKED.contains(target.getScheme());
    if (linked) {
      html.append("<a href=\"").append(escaped(target.toASCIIString()));
      html.append("\" style=\"").append(LINK).append("\">");
    }
    append(link.runs());
    if (linked) {
      html.append("</a>");
    }
  }

  private static String escaped(String text) {
    StringBuilder safe = new StringBuilder(text.length() + 16);
    escape(text, safe);
    return safe.toString();
  }

  private static void escape(String text, StringBuilder safe) {
    int from = 0;
    for (int at = 0; at < text.length(); at++) {
      String written = written(text.charAt(at));
      if (written != null) {
        safe.append(text, from, at).append(written);
        from = at + 1;
      }
    }
    safe.append(text, from, text.length());
  }

  /** Null for a character that is written as it is. */
  private static @Nullable String written(char character) {
    return switch (character) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      case '\u00A0' -> "&nbsp;";
      default -> Character.isISOControl(character) ? " " : null;
    };
  }
}
