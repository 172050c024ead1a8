package org.regards.template;

import java.util.List;

/**
 * Reads a template's source before FreeMarker does and lets through only what is in the {@link
 * Vocabulary}. Where this reader and FreeMarker's own could take a text in two ways, the text is
 * refused: brackets that do not match, what has no end, a {@code <} that begins nothing.
 */
final class TemplateGuard {
  private final SourceText source;
  private final ExpressionGuard expressions;
  private final boolean library;

  private TemplateGuard(SourceText source) {
    this.source = source;
    this.expressions = new ExpressionGuard(source);
    this.library = source.name().startsWith("lib/");
  }

  /** What is not allowed in the template, in the order it stands there. */
  static List<TemplateProblem> problems(String name, String text) {
    SourceText source = new SourceText(name, text);
    TemplateGuard guard = new TemplateGuard(source);
    while (!source.ended()) {
      guard.readText();
    }
    return source.problems();
  }

  private void readText() {
    int start = source.position();
    if (source.isNext("<#--")) {
      skipComment(start);
    } else if (source.isNext("${")) {
      source.skip(2);
      expressions.read(start, '}');
    } else if (source.isNext("<#") || source.isNext("</#")) {
      readDirective(start);
    } else if (source.isNext("<@") || source.isNext("</@")) {
      source.skip(source.isNext("</") ? 3 : 2);
      expressions.read(start, '>');
    } else if (source.isNext("[#ftl")) {
      // FreeMarker would take all that follows for its other syntax
      source.refuse(start, "directives are written <#…> in a letter template, not [#…]");
      source.skip(1);
    } else if (source.next() == '<') {
      readTag(start);
    } else {
      source.skip(1);
    }
  }

  private void skipComment(int start) {
    int end = source.indexOf("-->");
    if (end < 0) {
      source.refuse(start, "this comment has no end, which is -->");
      end = Integer.MAX_VALUE - 3;
    }
    source.moveTo(end + 3);
  }

  private void readDirective(int start) {
    source.skip(source.isNext("</") ? 3 : 2);
    String directive = source.readWord();
    if (!Vocabulary.DIRECTIVES.contains(directive)) {
      source.refuse(
          start,
          "<#" + directive + "> is not allowed in a letter template",
          Vocabulary.DIRECTIVES,
          "directives");
    }
    switch (directive) {
      case "ftl" -> readHeader(start);
      case "include" -> readInclude(start);
      default -> expressions.read(start, '>');
    }
  }

  /** The header may hold the attributes and nothing that chooses another syntax or escaping. */
  private void readHeader(int start) {
    source.skipSpace();
    boolean empty = source.next() == '>';
    if (!empty) {
      String parameter = source.readWord();
      source.skipSpace();
      if (!parameter.equals("attributes") || source.next() != '=') {
        source.refuse(start, "<#ftl> may hold attributes={…} and nothing else");
      }
      source.skip(1);
      source.skipSpace();
      expressions.readTable();
      source.skipSpace();
    }
    if (source.isNext("/>")) {
      source.skip(1);
    }
    if (source.next() != '>') {
      source.refuse(start, "<#ftl> may hold attributes={…} and nothing else");
      expressions.read(start, '>');
    } else {
      source.skip(1);
    }
  }

  /** Which file is included stands in the template and nowhere else; it is read as a template. */
  private void readInclude(int start) {
    int nameStart = source.position();
    expressions.read(start, '>');
    if (!source.from(nameStart).matches("\\s*\"[\\w./-]*\"\\s*/?>")) {
      source.refuse(
          start, "<#include> wants one file name in quotes, for example <#include \"terms.ftlh\">");
    }
  }

  private void readTag(int start) {
    source.skip(source.isNext("</") ? 2 : 1);
    String tag = source.readWord();
    if (tag.isEmpty()) {
      source.refuse(start, "a < that begins no tag is written &lt;");
      return;
    }
    boolean structure = library && Vocabulary.LIBRARY_TAGS.contains(tag);
    if (!structure && !Vocabulary.TAGS.contains(tag)) {
      source.refuse(
          start, "<" + tag + "> is not a tag that a letter can hold", Vocabulary.TAGS, "tags");
    } else if (!structure) {
      readAttributes(start, tag);
    }
  }

  /** The attributes of a tag that every template may use: the target of a link is the only one. */
  private void readAttributes(int start, String tag) {
    source.skipSpace();
    while (source.next() != '>' && !source.isNext("/>")) {
      String attribute = source.readWord();
      if (attribute.isEmpty()) {
        source.refuse(start, "<" + tag + "> does not end; a tag ends with >");
        return;
      }
      if (!(tag.equals("a") && attribute.equals("href") && source.isNext("=\""))) {
        source.refuse(
            start,
            "<%s> may not have %s; the only attribute is href=\"…\" of <a>"
                .formatted(tag, attribute));
        return;
      }
      source.skip(2);
      while (!source.ended() && source.next() != '"') {
        readText();
      }
      source.skip(1);
      source.skipSpace();
    }
  }
}
